import assert from "node:assert/strict";
import { test } from "node:test";
import { openBundle } from "./support/bundle.js";
import { FakeSocket } from "./support/fake_socket.js";

/** What a form, without its fields, or any object answers to. */
const NAMES = `
  __proto__ constructor prototype toString id action method elements name form closest matches getAttribute setAttribute
  attributes children childNodes firstChild nextSibling parentNode querySelectorAll isConnected dataset localName tagName
  nodeType namespaceURI ownerDocument submit reset requestSubmit noValidate reportValidity addEventListener
  removeEventListener removeAttribute setAttributeNode dispatchEvent contains append remove replaceWith before after
  insertBefore moveBefore isEqualNode nodeValue classList hasAttribute getBoundingClientRect focus scrollIntoView
  isContentEditable tabIndex checked value type parentElement querySelector style hidden length
`.trim().split(/\s+/);

const form = (names, value) => `
  <form id="f" title="t" class="k" data-action="submit->page#run click->page#stop" data-liveview-function="save" data-data-__proto__="p"
    data-data-constructor="c" data-liveview-init="ready" data-liveview-focus="true" data-liveview-throttle="1">
    ${names.map((name) => `<input name="${name}" value="${value}">`).join("")}
    <button id="send"></button>
  </form>`;

const page = (names) => `<!DOCTYPE html><body data-controller="page"><div id="around">${form(names, "v")}</div>
  <button id="after" data-action="page#run" data-liveview-function="next"></button></body>`;

/**
 * In browsers a form answers to the names of its fields first, in jsdom last.
 *
 * @param {any} window
 */
function showFieldsFirst({ document, HTMLFormElement, MutationObserver, Reflect }) {
  const own = (form, name) => Reflect.get(HTMLFormElement.prototype, name, form);
  function show() {
    for (const one of document.querySelectorAll("form")) {
      for (const field of own(one, "elements")) {
        // By these jsdom's own search for selectors goes astray; a test in Chromium has them.
        if (field.name && !/^(contains|localName|nextSibling|nodeType|ownerDocument|parentElement|parentNode)$/.test(field.name)) Object.defineProperty(one, field.name, { value: field, configurable: true });
      }
    }
  }
  show();
  // Is told before those that the library has.
  new MutationObserver(show).observe(document, { childList: true, subtree: true });
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

async function live(t, html) {
  const opened = await openBundle(t, "liveview.min.js", html, (window) => {
    window.Element.prototype.scrollIntoView = () => {};
    showFieldsFirst(window);
  });
  FakeSocket.last.welcome();
  return opened;
}

const answer = (...updates) =>
  FakeSocket.last.receive({ type: "reply", id: FakeSocket.last.calls.at(-1).id, updates });

// One at a time: with all at once, jsdom goes astray in many ways. A test in Chromium has them all.
for (const names of NAMES.map((name) => [name])) {
  test(`a form with a field called ${names} is sent and renewed as any other`, async (t) => {
    const { $, window } = await live(t, page(names));
    const before = $("#f");
    assert.deepEqual(FakeSocket.last.calls.map(({ function: name }) => name), ["ready"]);

    $("#send").click();
    const { function: name, data, form: pairs } = FakeSocket.last.calls.at(-1);
    assert.equal(name, "save");
    assert.deepEqual(pairs, names.map((name) => [name, "v"]));
    assert.deepEqual(Object.entries(data).sort(), [["__proto__", "p"], ["constructor", "c"]]);

    answer(
      { target: "#f", html: form(names, "w"), swap: "outer", attributes: { title: "t", lang: null }, addClass: ["c"] },
      { target: "#f", removeClass: ["c"], focus: "#f", event: { name: "seen" }, scroll: "#around" },
      { target: "#f", html: "<i></i>", append: true },
      { target: "#f", html: "<b></b>", swap: "before" },
      { target: "#f", html: "<b></b>", swap: "after" },
    );
    await settled();
    const renewed = $("#f");
    assert.ok(renewed === before);
    assert.equal($("#f i:last-child").outerHTML, "<i></i>");
    assert.equal(window.document.querySelectorAll("b + form + b").length, 1);
    assert.deepEqual(
      [...window.document.querySelectorAll("#f input")].map((field) => field.value),
      names.map(() => "w"),
    );

    FakeSocket.last.receive({ type: "update", updates: [{ target: "#around", html: form(names, "x") }] });
    assert.ok($("#f") === before);
    FakeSocket.last.receive({ type: "update", updates: [{ target: "#f", html: form(names, "y") }] });
    FakeSocket.last.receive({ type: "update", updates: [{ target: "#f", remove: true }] });
    assert.equal($("#f"), null);

    $("#after").click();
    assert.equal(FakeSocket.last.calls.at(-1).function, "next");
    assert.equal(window.eval("({}).polluted"), undefined);
  });

  test(`such a form that comes later is one as well: ${names}`, async (t) => {
    const { $ } = await live(t, '<body data-controller="page"><div id="around"></div>');
    const after = '<button id="after" data-action="page#run" data-liveview-function="next"></button>';
    FakeSocket.last.receive({ type: "update", updates: [{ target: "#around", html: form(names, "v") + after }] });
    await settled();
    $("#send").click();
    assert.deepEqual(FakeSocket.last.calls.at(-1).form, names.map((name) => [name, "v"]));
    $("#after").click();
    assert.deepEqual(FakeSocket.last.calls.map(({ function: name }) => name), ["ready", "save", "next"]);
  });
}

test("elements named like what the library asks the window and the document for are not taken for it", async (t) => {
  const ids = `LiveView webSocketConfig currentScript body head documentElement scripts activeElement location history
    trustedTypes WebSocket addEventListener matchMedia fetch setTimeout`.split(/\s+/);
  const tags = ["div", "form", "a", "img"];
  const html = ids.flatMap((id) => tags.map((tag) => `<${tag} id="${id}" data-host="evil.test"></${tag}>`)).join("");
  const { $, window } = await live(
    t,
    `<!DOCTYPE html><body data-controller="page">${html}<p id="t"></p>
    <form id="webSocketConfig"><input name="host" value="evil.test"></form>
    <button id="after" data-action="page#run" data-liveview-function="next"></button>`,
  );
  assert.match(FakeSocket.last.url, /^wss:\/\/example\.test\//);
  $("#after").click();
  answer({ target: "#t", html: "<b>x</b>" });
  assert.equal($("#t").innerHTML, "<b>x</b>");
  assert.equal(window.LiveView.status, "connected");
});

test("messages with keys like __proto__ change what they name and nothing else", async (t) => {
  const { $, window } = await live(t, '<!DOCTYPE html><body data-controller="page"><p id="t"></p>');
  const seen = [];
  window.document.addEventListener("seen", ({ detail }) => seen.push(detail));
  const evil = '{"polluted":"yes","constructor":{"prototype":{"polluted":"yes"}}}';
  FakeSocket.last.receiveRaw(`[
    {"type":"update","__proto__":${evil},"constructor":${evil},"updates":[
      {"target":"#t","__proto__":${evil},"constructor":${evil},"html":"x",
       "attributes":{"__proto__":"a","constructor":"b"},"event":{"name":"seen","detail":{"__proto__":${evil}}}},
      {"call":{"function":"refresh","data":{"__proto__":"a","constructor":"b","polluted":"c"}}}]},
    {"type":"__proto__"},{"type":"constructor"},{"type":"toString","__proto__":${evil}},
    {"type":"joined","room":"__proto__","receipt":"r","epoch":"e","seq":1},{"type":"left","room":"constructor"}]`);
  assert.equal($("#t").outerHTML, '<p id="t" __proto__="a" constructor="b">x</p>');
  assert.deepEqual(Object.keys(seen[0]), ["__proto__"]);
  const { data } = FakeSocket.last.calls[0];
  assert.deepEqual(Object.entries(data).sort(), [["__proto__", "a"], ["constructor", "b"], ["polluted", "c"]]);
  assert.equal(window.eval("({}).polluted"), undefined);
  assert.equal({}.polluted, undefined);
});
