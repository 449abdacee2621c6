import assert from "node:assert/strict";
import { test } from "node:test";
import { noteOpen } from "../src/morph/attributes.js";
import { morph } from "../src/morph/morph.js";
import { become } from "./support/become.js";
import { openPage } from "./support/page.js";

async function open(t, html, options) {
  const page = await openPage(t, html, options);
  noteOpen([...page.document.querySelectorAll("details,dialog")]);
  return { ...page, become };
}

test("takes over the body with its attributes, and keeps the elements that stay", async (t) => {
  const { document, $, become } = await open(t, '<body class="a"><main><p id="p">1</p><i></i></main>');
  const [body, main, p] = [document.body, $("main"), $("#p")];
  become('<body class="b" data-x="1"><main><b></b><p id="p">2</p></main>');
  assert.equal(document.body, body);
  assert.equal(body.outerHTML, '<body class="b" data-x="1"><main><b></b><p id="p">2</p></main></body>');
  assert.deepEqual([$("main"), $("#p")], [main, p]);
});

test("leaves what is written outside of fields alone, with and without the focus", async (t) => {
  const editor = (id, text) => `<div id="${id}" contenteditable tabindex="0"><b>${text}</b></div>`;
  const { $, become } = await open(t, `<body>${editor("a", "typed")}${editor("b", "1")}${editor("c", "1")}`);
  $("#a").__edited = true;
  $("#b").focus();
  become(`<body><p></p>${editor("a", "2")}${editor("b", "2")}${editor("c", "2")}`);
  assert.deepEqual(["#a", "#b", "#c"].map((id) => $(id).textContent), ["typed", "1", "2"]);
});

test("leaves details as the user has them", async (t) => {
  const { $, become } = await open(t, '<body><details id="a"></details><details id="b" open></details>');
  $("#a").open = true;
  $("#b").open = false;
  become('<body><details id="a"><p></p></details><details id="b" open></details>');
  assert.deepEqual([$("#a").open, $("#b").open, $("#a").innerHTML], [true, false, "<p></p>"]);
});

test("closes no dialog, but opens one", async (t) => {
  const { $, become } = await open(t, '<body><dialog id="a"></dialog><dialog id="b"></dialog>');
  $("#a").setAttribute("open", "");
  become('<body><dialog id="a"></dialog><dialog id="b" open></dialog>');
  assert.deepEqual([$("#a").hasAttribute("open"), $("#b").hasAttribute("open")], [true, true]);
});

test("leaves the page's notice of the connection alone", async (t) => {
  const { $, become } = await open(t, '<body><p></p><div id="no-connection" class="x">old</div>');
  become('<body><p></p><div id="no-connection">new</div><ul></ul>');
  assert.equal($("#no-connection").outerHTML, '<div id="no-connection" class="x">old</div>');
});

test("keeps the tabindex that a keyboard map was given", async (t) => {
  const { $, become } = await open(t, '<body><div data-liveview-keyboard-map="{}" tabindex="-1"></div><p tabindex="0">');
  become('<body><div data-liveview-keyboard-map="{}"></div><p>');
  assert.deepEqual([$("div").tabIndex, $("p").hasAttribute("tabindex")], [-1, false]);
});

test("runs no script of the fetched page, wherever it is", async (t) => {
  const { window, document, $, become } = await open(
    t,
    '<body><div id="a"></div><script id="own">window.runs = (window.runs ?? 0) + 1</script><script id="empty"></script>',
    { runScripts: "dangerously" },
  );
  assert.equal(window.runs, 1);
  const bad = (id) => `<script${id}>window.runs++</script>`;
  become(
    `<body>${bad("")}<div id="a">${bad("")}<p>${bad("")}<svg>${bad("")}</svg></p></div><section>${bad("")}
    <div id="b">${bad(' type="module"')}</div></section>${bad(' id="own"')}${bad(' id="empty"')}
    <script type="text/plain" src="data:text/javascript,window.runs++"></script>`,
  );
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(window.runs, 1);
  assert.deepEqual(
    Array.from(document.scripts, ({ id }) => id),
    ["own", "empty"],
  );
  assert.equal($("#empty").textContent, "");
});

test("takes over data in script elements", async (t) => {
  const { $, document, become } = await open(t, '<body><script type="application/json">1</script>');
  become('<body><script type="application/json">2</script><script id="x" type="text/x-template">t</script>');
  assert.equal($("script").textContent, "2");
  assert.equal(document.scripts.length, 2);
});

test("leaves alone what is for browsers without scripts", async (t) => {
  const { $, become } = await open(t, "<body><noscript><img></noscript><p>1</p>");
  become('<body><noscript><meta http-equiv="refresh" content="0"></noscript><p>2</p><div><noscript><b></b></noscript></div>');
  assert.equal($("noscript").innerHTML, "<img>");
  assert.equal($("div").innerHTML, "");
  assert.equal($("p").textContent, "2");
});

test("lets widgets go that are not in the page any more, once, and no others", async (t) => {
  const { document, $, become } = await open(
    t,
    '<body><div><i></i></div><section id="s"><u></u><b id="b"></b></section><p id="p"></p>',
  );
  const cleaned = [];
  for (const element of document.body.querySelectorAll("*")) {
    element.__cleanup = () => cleaned.push([element.localName, element.isConnected]);
  }
  const b = $("#b");
  become('<body><b id="b"></b><p id="p"></p>');
  assert.equal($("#b"), b);
  assert.deepEqual(cleaned.map(([name]) => name).sort(), ["div", "i", "section", "u"]);
  assert.ok(cleaned.filter(([name]) => /div|i$/.test(name)).every(([, isConnected]) => isConnected));
});

test("draws images in their own namespace", async (t) => {
  const { $, become } = await open(t, '<body><svg id="s"><g id="g"></g></svg>');
  become('<body><svg id="s"><g><circle id="c" r="1"/></g><g id="g"></g></svg>');
  assert.equal($("circle").namespaceURI, "http://www.w3.org/2000/svg");
});

/** Turns the inside of an element into other html. */
function renew(parent, html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  morph(parent, [...parent.childNodes], template.content, [...template.content.childNodes]);
}

/** A generator of numbers from 0 to n - 1, the same for the same seed. */
function random(seed) {
  let state = seed + 1;
  return (n) => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    return (state >>> 8) % n;
  };
}

function tree(next, depth, ids) {
  return Array.from({ length: next(4) }, () => {
    const kind = next(6);
    if (kind === 0) return `t${next(3)}`;
    if (kind === 1) return "<!--c-->";
    const name = ["p", "div", "i", "details"][next(4)].replace("p", "span");
    const id = next(3) === 0 && ids.length ? ` id="${ids.splice(next(ids.length), 1)}"` : "";
    const key = next(4) === 0 ? ` data-liveview-key="${next(3)}"` : "";
    const inside = depth > 0 ? tree(next, depth - 1, ids) : "";
    return `<${name}${id}${key} class="c${next(3)}">${inside}</${name}>`;
  }).join("");
}

test("whatever was there, what comes out is the html that was sent", async (t) => {
  const { $ } = await openPage(t, "<main></main>");
  const main = $("main");
  for (let seed = 0; seed < 3000; seed++) {
    const next = random(seed);
    const [before, after] = [1, 2].map(() => tree(next, 3, ["a", "b", "c", "d", "e", "f"]));
    main.innerHTML = before;
    const expected = document.createElement("main");
    expected.innerHTML = after;
    renew(main, after);
    assert.ok(main.isEqualNode(expected), `seed ${seed}\n${before}\n${after}\n${main.innerHTML}`);
  }
});

test("elements with an id stay the same, wherever they go", async (t) => {
  const { $ } = await openPage(t, "<main></main>");
  const main = $("main");
  for (let seed = 0; seed < 500; seed++) {
    const next = random(seed);
    const [before, after] = [1, 2].map(() => tree(next, 3, ["a", "b", "c", "d", "e", "f"]));
    main.innerHTML = before;
    const olds = new Map(Array.from(main.querySelectorAll("[id]"), (old) => [old.id, old]));
    renew(main, after);
    for (const element of main.querySelectorAll("[id]")) {
      const old = olds.get(element.id);
      // Unless it went into what was inside it.
      if (old && old.localName === element.localName && !old.isConnected) {
        assert.ok(before.includes(`id="${element.id}"`), `seed ${seed}`);
      }
    }
  }
});

const rows = (...keys) => keys.map((key) => `<li data-liveview-key="${key}"><input name="a"> ${key}</li>`).join("\n");

for (const [what, keys] of [
  ["turned round", [5, 4, 3, 2, 1]],
  ["with the last in front", [5, 1, 2, 3, 4]],
  ["with the first at the end", [2, 3, 4, 5, 1]],
  ["without some", [1, 4]],
  ["with others in between", [9, 1, 8, 2, 3, 7, 5]],
]) {
  test(`a list with keys keeps its elements, ${what}, and what was typed in them`, async (t) => {
    const { document, $ } = await openPage(t, `<ul>${rows(1, 2, 3, 4, 5)}</ul>`);
    const before = new Map(Array.from(document.querySelectorAll("li"), (row) => [row.dataset.liveviewKey, row]));
    before.forEach((row, key) => (row.firstChild.value = `typed ${key}`));
    renew($("ul"), rows(...keys));
    const after = [...document.querySelectorAll("li")];
    assert.deepEqual(after.map((row) => row.dataset.liveviewKey), keys.map(String));
    for (const row of after) {
      const key = row.dataset.liveviewKey;
      if (!before.has(key)) continue;
      assert.equal(row, before.get(key));
      assert.equal(row.firstChild.value, `typed ${key}`);
    }
  });
}

test("only what has to move moves", async (t) => {
  const { $ } = await openPage(t, `<ul>${rows(1, 2, 3, 4, 5)}</ul>`);
  const observer = new MutationObserver(() => {});
  observer.observe($("ul"), { childList: true });
  renew($("ul"), rows(2, 3, 4, 5, 1));
  const moved = observer.takeRecords().flatMap(({ addedNodes }) => Array.from(addedNodes)).filter(({ nodeType }) => nodeType === 1);
  assert.equal(moved.length, 1);
});

test("what is moved by moveBefore is moved by it", async (t) => {
  const { window, $ } = await openPage(t, `<ul>${rows(1, 2)}</ul>`);
  const moved = [];
  window.Element.prototype.moveBefore = function (node, anchor) {
    moved.push(node.dataset?.liveviewKey);
    this.insertBefore(node, anchor);
  };
  renew($("ul"), rows(2, 1));
  assert.equal(moved.filter(Boolean).length, 1);
});

test("an element that is permanent stays as it is, and moves, and goes with the html", async (t) => {
  const { $ } = await openPage(t, '<main><p id="a" data-liveview-permanent>own</p><b></b></main>');
  const own = $("#a");
  renew($("main"), '<b></b><section><p id="a" data-liveview-permanent class="x"></p></section>');
  assert.equal($("section").firstChild, own);
  assert.equal(own.outerHTML, '<p id="a" data-liveview-permanent="">own</p>');
  renew($("main"), "<b></b>");
  assert.equal(own.isConnected, false);
});

test("an element that is ignored keeps what page code made of it", async (t) => {
  const { $ } = await openPage(t, "<main><p data-liveview-ignore></p></main>");
  $("p").innerHTML = "<canvas></canvas>";
  $("p").className = "ready";
  renew($("main"), "<b></b><p data-liveview-ignore>x</p>");
  assert.equal($("p").outerHTML, '<p data-liveview-ignore="" class="ready"><canvas></canvas></p>');
});

test("renews rows, cells and the content of templates", async (t) => {
  const { $ } = await openPage(t, "<table><tbody><tr><td>1</td></tr></tbody></table><template><p>1</p></template>");
  const cell = $("td");
  renew($("tbody"), "<tr><td>2</td><td>3</td></tr>");
  assert.equal($("td"), cell);
  assert.equal($("tr").innerHTML, "<td>2</td><td>3</td>");
  renew(document.body, "<template><p>2</p><i></i></template>");
  assert.equal($("template").innerHTML, "<p>2</p><i></i>");
});

test("elements in a new wrapper are the old ones", async (t) => {
  const { $ } = await openPage(t, '<main><p id="a">1</p><p id="b">2</p></main>');
  const [a, b] = [$("#a"), $("#b")];
  renew($("main"), '<div class="w"><section><p id="b">2</p></section><p id="a">x</p></div>');
  assert.deepEqual([$("#a"), $("#b")], [a, b]);
  assert.equal($("main").innerHTML, '<div class="w"><section><p id="b">2</p></section><p id="a">x</p></div>');
});

test("what turns inside out ends as the html says", async (t) => {
  const { $ } = await openPage(t, '<main><div id="a"><div id="b"></div></div></main>');
  renew($("main"), '<div id="b"><div id="a"></div></div>');
  assert.equal($("main").innerHTML, '<div id="b"><div id="a"></div></div>');
});

test("a form whose fields have the names of its properties is renewed like any other", async (t) => {
  // jsdom itself would stumble over more of them.
  const names = ["attributes", "firstChild", "setAttributeNode", "isEqualNode", "remove", "insertBefore", "contains"];
  const form = (value) => `<form class="${value}">${names.map((name) => `<input name="${name}" value="${value}">`).join("")}</form>`;
  const { $, document } = await openPage(t, `<main>${form("1")}</main>`);
  const old = $("form");
  for (const name of names) Object.defineProperty(old, name, { value: document.querySelector(`[name=${name}]`) });
  renew($("main"), `<b></b>${form("2")}`);
  assert.equal($("main").innerHTML, `<b></b>${form("2")}`);
  assert.equal($("form"), old);
});
