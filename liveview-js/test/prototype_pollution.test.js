import assert from "node:assert/strict";
import { test } from "node:test";
import { openBundle } from "./support/bundle.js";
import { FakeSocket } from "./support/fake_socket.js";

const NAMES = [
  "__proto__", "__proto__.polluted", "__proto__[polluted]", "constructor", "constructor.prototype", "constructor.prototype.polluted",
  "constructor[prototype][polluted]", "prototype", "prototype.polluted", "toString", "valueOf", "hasOwnProperty", "__defineGetter__", "a.b", "a[b]", "",
];

const page = `<!DOCTYPE html><html data-room="r"><body data-controller="page"><form id="f" data-action="submit->page#run" data-liveview-function="save"
  data-data-__proto__="p" data-data-constructor="c" data-constructor.prototype.polluted="x" data-__proto__.polluted="x" data-data---proto--="x">
  ${NAMES.map((name) => `<input name="${name}" value="polluted">`).join("")}<button id="send"></button></form>
  <p id="t"></p></body></html>`;

const settled = () => new Promise((resolve) => setImmediate(resolve));

async function live(t, before = () => {}) {
  const opened = await openBundle(t, "liveview.min.js", page, before);
  FakeSocket.last.welcome();
  const { window } = opened;
  const prototypes = ["Object", "Array", "Function", "Map", "Set", "String", "HTMLElement", "HTMLFormElement"].map((name) => window[name].prototype);
  const shape = () => prototypes.map((one) => window.Reflect.ownKeys(one).length).join();
  const first = shape();
  return {
    ...opened,
    unchanged() {
      assert.equal(shape(), first);
      assert.equal(window.eval("({}).polluted ?? [].polluted ?? (() => 0).polluted ?? 'clean'"), "clean");
      assert.equal({}.polluted, undefined);
    },
  };
}

test("names of fields and of data are names, also those that every object has", async (t) => {
  const { $, unchanged } = await live(t);
  $("#send").click();
  const [{ form, data }] = FakeSocket.last.calls;
  assert.deepEqual(form.map(([name]) => name), NAMES.filter(Boolean));
  assert.ok(form.every(([, value]) => value === "polluted"));
  assert.equal(Object.getOwnPropertyDescriptor(data, "__proto__")?.value, "p");
  assert.equal(data.constructor, "c");
  unchanged();
});

test("the same of what page code calls with", async (t) => {
  const { window, unchanged } = await live(t);
  const hostile = window.JSON.parse('{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "a": 1}');
  window.LiveView.call("save", hostile, { form: hostile });
  const [{ data, form }] = FakeSocket.last.calls;
  assert.deepEqual(Object.keys(data), ["__proto__", "constructor", "a"]);
  assert.deepEqual(form.map(([name]) => name), ["__proto__", "constructor", "a"]);
  unchanged();
});

test("what the server sends is merged into nothing", async (t) => {
  const told = [];
  const { window, document, unchanged } = await live(t, ({ console }) => Object.assign(console, { error: (line) => told.push(line) }));
  const details = [];
  document.addEventListener("told", ({ detail }) => details.push(detail));
  const hostile = { ["__proto__"]: { polluted: 1 }, constructor: { prototype: { polluted: 1 } } };
  const raw = JSON.stringify({ detail: hostile }).replace('"constructor"', '"__proto__":{"polluted":1},"constructor"');
  const { detail } = JSON.parse(raw);
  FakeSocket.last.receiveRaw(
    JSON.stringify({ type: "update", updates: [
      { event: { name: "told", detail } },
      { target: "#t", attributes: detail },
      { call: { function: "again", data: detail } },
      { error: "x" },
    ] }).replaceAll('"constructor"', '"__proto__":{"polluted":1},"constructor"'),
  );
  for (const type of ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"]) {
    FakeSocket.last.receive({ type, polluted: 1 });
    FakeSocket.last.receive({ type: "update", updates: [{ target: "#t", html: "x", swap: type }] });
    FakeSocket.last.receive({ type: "joined", room: type, receipt: "r", epoch: "e", seq: 1 });
    FakeSocket.last.receive({ type: "update", room: type, epoch: "e", first: 1, seq: 2, updates: [{ title: type }] });
    FakeSocket.last.receive({ type: "error", code: type, ref: "r" });
    assert.doesNotMatch(window.document.getElementById("liveview-notice")?.textContent ?? "", /function|native|object/i);
  }
  await settled();
  assert.equal(details.length, 1);
  assert.equal(told.filter((line) => /swap: expected one of/.test(line)).length, 5);
  unchanged();
});

test("settings that were put into a prototype of the page, or take one along, name no host", async (t) => {
  const { unchanged } = await live(t, (window) => {
    window.eval('window.webSocketConfig = JSON.parse(\'{"__proto__": {"host": "evil.test"}, "retryMin": 5}\')');
  });
  assert.match(FakeSocket.last.url, /^wss:\/\/example\.test\//);
  unchanged();
});
