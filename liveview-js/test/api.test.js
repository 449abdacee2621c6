import assert from "node:assert/strict";
import { test } from "node:test";
import { createCall, on } from "../src/api.js";
import { captureConsole, openPage } from "./support/page.js";

async function open(t, html = "") {
  const page = await openPage(t, `<body>${html}`);
  const calls = [];
  const call = createCall((...made) => calls.push(made));
  return { ...page, calls, call };
}

test("a call has a name, and data as text", async (t) => {
  const { call, calls } = await open(t);
  call("save", { id: 5, isOpen: false, note: "", none: null, missing: undefined });
  call("list");
  assert.deepEqual(
    calls.map(([name, data, form]) => [name, data, form]),
    [
      ["save", { id: "5", isOpen: "false", note: "" }, []],
      ["list", {}, []],
    ],
  );
});

for (const [what, formOf] of [
  ["a form", ({ $ }) => $("form")],
  ["the data of a form", ({ $, window }) => new window.FormData($("form"))],
  ["pairs", () => [["a", "1"], ["b", 2], ["b", "3"]]],
  ["an object", () => ({ a: 1, b: ["2", 3], c: null })],
]) {
  test(`its fields are given as ${what}`, async (t) => {
    const { call, calls, ...page } = await open(t, '<form><input name="a" value="1"><input name="b" value="2"><input name="b" value="3"></form>');
    call("save", {}, { form: formOf(page) });
    assert.deepEqual(calls[0][2], [
      ["a", "1"],
      ["b", "2"],
      ["b", "3"],
    ]);
  });
}

test("files are not sent, and that is told", async (t) => {
  const { warn } = captureConsole(t);
  const { call, calls, window } = await open(t);
  const form = new window.FormData();
  form.append("photo", new window.File(["x"], "x.png"));
  form.append("a", "1");
  call("save", {}, { form });
  assert.deepEqual(calls[0][2], [["a", "1"]]);
  assert.deepEqual(warn, ["LiveView: files not sent: photo"]);
});

test("an element shows that the call runs, and the user waits for it then", async (t) => {
  const { call, calls, document } = await open(t);
  call("save", {}, { element: document.body });
  call("save");
  assert.deepEqual(
    calls.map(([, , , { element, isUser }]) => [element, isUser]),
    [
      [document.body, true],
      [undefined, false],
    ],
  );
});

test("a call is fulfilled when it has ended, and rejected with what the server says", async (t) => {
  const { call, calls } = await open(t);
  const good = call("save");
  calls[0][3].ended();
  assert.equal(await good, undefined);
  const bad = call("save");
  calls[1][3].ended({ code: "failed", ref: "7f", function: "save" });
  await assert.rejects(bad, (error) => {
    assert.ok(error instanceof Error);
    assert.deepEqual([error.name, error.message], ["LiveViewError", "save: error failed"]);
    assert.deepEqual([error.code, error.ref, error.function], ["failed", "7f", "save"]);
    return true;
  });
});

test("a failure that nobody waits for is no unhandled rejection, but one of code that waits is", async (t) => {
  const { call, calls } = await open(t);
  const unhandled = [];
  const note = (error) => unhandled.push(error.code);
  // The test runner has one of its own, which would fail the test.
  const listeners = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection").on("unhandledRejection", note);
  t.after(() => {
    process.removeListener("unhandledRejection", note);
    listeners.forEach((listener) => process.on("unhandledRejection", listener));
  });
  call("a");
  call("b").then(() => {});
  calls[0][3].ended({ code: "failed" });
  calls[1][3].ended({ code: "expired" });
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(unhandled, ["expired"]);
});

test("events are heard by name, with their detail, until that is ended", async (t) => {
  const { $, window } = await open(t, "<p></p>");
  const heard = [];
  const off = on("stock:low", (detail, event) => heard.push([detail, event.target.localName]));
  const tell = () => $("p").dispatchEvent(new window.CustomEvent("stock:low", { bubbles: true, detail: { left: 2 } }));
  tell();
  off();
  tell();
  assert.deepEqual(heard, [[{ left: 2 }, "p"]]);
});
