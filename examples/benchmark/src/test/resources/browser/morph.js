// Brings the table #rows in line with new html, one way or another, and says what that took and which rows are still there.
{
  const rows = document.getElementById("rows");

  const text = (number) => `text ${number}`;
  const shuffled = (numbers) => {
    const all = [...numbers];
    // The same order each time.
    let seed = 42;
    for (let index = all.length - 1; index > 0; index--) {
      seed = (seed * 1664525 + 1013904223) % 2 ** 32;
      const other = Math.floor((seed / 2 ** 32) * (index + 1));
      [all[index], all[other]] = [all[other], all[index]];
    }
    return all;
  };

  const changes = {
    "nothing-changed": (numbers) => [numbers, text],
    "one-changed": (numbers) => [numbers, (number) => (number === numbers.length / 2 ? "changed" : text(number))],
    "all-changed": (numbers) => [numbers, (number) => `other ${number}`],
    "inserted-first": (numbers) => [[numbers.length + 1, ...numbers], text],
    removed: (numbers) => [numbers.filter((number) => number !== numbers.length / 2), text],
    reversed: (numbers) => [[...numbers].reverse(), text],
    shuffled: (numbers) => [shuffled(numbers), text],
  };

  const ways = {
    library: (html) => receiveFrame(JSON.stringify({ type: "update", updates: [{ target: "#rows", html }] })),
    idiomorph: (html) => Idiomorph.morph(rows, html, { morphStyle: "innerHTML" }),
    innerHTML: (html) => (rows.innerHTML = html),
  };

  const markup = (numbers, content, isKeyed) =>
    numbers
      .map((number) => {
        const id = isKeyed ? ` id="row-${number}"` : "";
        return `<tr${id}><td>${number}</td><td>${content(number)}</td><td><button type="button">Open</button></td></tr>`;
      })
      .join("");

  const numberOf = (row) => row.cells[0].textContent;

  window.morphRows = async ({ way, size, isKeyed, change }) => {
    const numbers = Array.from({ length: size }, (_, index) => index + 1);
    const [order, content] = changes[change](numbers);
    const html = markup(order, content, isKeyed);
    rows.innerHTML = markup(numbers, text, isKeyed);
    await afterFrame();
    const before = new Map([...rows.children].map((row) => [row, numberOf(row)]));
    const apply = ways[way];

    const start = performance.now();
    apply(html);
    const work = performance.now() - start;
    const frame = (await afterFrame()) - start;

    if (rows.innerHTML !== html) throw Error(`${way}, ${change}: the rows are not what they were to be`);
    const still = [...rows.children].filter((row) => before.has(row));
    return { work, frame, reused: still.length, kept: still.filter((row) => before.get(row) === numberOf(row)).length };
  };
}
