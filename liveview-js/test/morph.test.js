import assert from "node:assert/strict";
import { test } from "node:test";
import { morph } from "../src/morph.js";
import { openPage } from "./support/page.js";

async function open(t, html, options) {
  const page = await openPage(t, html, options);
  const become = (text) => morph(page.document.body, new DOMParser().parseFromString(text, "text/html").body);
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

test("leaves the notices of the connection alone", async (t) => {
  const { $, become } = await open(t, '<body><p></p><div id="no-connection" class="x">old</div><div id="liveview-notice">n</div>');
  const notice = $("#liveview-notice");
  become('<body><p></p><div id="no-connection">new</div><ul></ul>');
  assert.equal($("#liveview-notice"), notice);
  assert.equal(notice.textContent, "n");
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
