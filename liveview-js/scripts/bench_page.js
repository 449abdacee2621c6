import { Idiomorph } from "idiomorph";

// Runs in the page that bench.js makes. `pushFrame` gives the client a frame of the server.
const RUNS = 9;
const SIZES = [1_000, 10_000];

const list = document.getElementById("list");

const ROW = {
  key: (number) => `data-liveview-key="${number}"`,
  id: (number) => `id="row-${number}"`,
};

const html = (numbers, naming, text) =>
  numbers
    .map((number) => `<li ${ROW[naming](number)}><b>${number}</b> <span>${text(number)}</span> <button>Open</button></li>`)
    .join("");

const CHANGES = {
  "one changed": (numbers, naming) =>
    html(numbers, naming, (number) => (number === numbers.length / 2 ? "changed" : `text ${number}`)),
  reversed: (numbers, naming) => html([...numbers].reverse(), naming, (number) => `text ${number}`),
  "all changed": (numbers, naming) => html(numbers, naming, (number) => `other ${number}`),
};

const WAYS = {
  "LiveView, keys": { naming: "key", apply: (next) => pushFrame(next) },
  "LiveView, ids": { naming: "id", apply: (next) => pushFrame(next) },
  "Idiomorph, ids": { naming: "id", apply: (next) => Idiomorph.morph(list, next, { morphStyle: "innerHTML" }) },
  innerHTML: { naming: "id", apply: (next) => (list.innerHTML = next) },
};

const layout = () => document.body.offsetHeight;

const median = (times) => times.sort((a, b) => a - b)[times.length >> 1].toFixed(1);

function measure({ naming, apply }, numbers, change) {
  const before = html(numbers, naming, (number) => `text ${number}`);
  const after = change(numbers, naming);
  list.innerHTML = before;
  layout();
  const start = performance.now();
  apply(after);
  const own = performance.now() - start;
  layout();
  const all = performance.now() - start;
  if (list.innerHTML !== after) throw Error("the list is not what it was to be");
  return { all, own };
}

const lines = [`| rows | change | ${Object.keys(WAYS).join(" | ")} |`, `|---|---|${"---|".repeat(Object.keys(WAYS).length)}`];
for (const size of SIZES) {
  const numbers = Array.from({ length: size }, (_, index) => index + 1);
  for (const [name, change] of Object.entries(CHANGES)) {
    // Turn by turn, so that what else the machine does is shared by all. The first turn warms up.
    const turns = Array.from({ length: RUNS + 1 }, () => Object.values(WAYS).map((way) => measure(way, numbers, change)));
    const cells = Object.keys(WAYS).map((_, index) => {
      const times = turns.slice(1).map((turn) => turn[index]);
      return `${median(times.map(({ all }) => all))} (${median(times.map(({ own }) => own))})`;
    });
    lines.push(`| ${size.toLocaleString("en")} | ${name} | ${cells.join(" | ")} |`);
  }
}
list.replaceChildren();
document.getElementById("result").textContent = lines.join("\n");
