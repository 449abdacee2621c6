import assert from "node:assert/strict";
import { test } from "node:test";
import { key, settled, start } from "./support/controller.js";
import { captureConsole } from "./support/page.js";

const map = (keys) => `data-liveview-keyboard-map='${JSON.stringify(keys)}'`;

/** Presses a key, and says whether the page took it. */
const press = ({ fire }, selector, name, init) => fire(selector, "keydown", key(name, init)).defaultPrevented;

test("a key of the map calls its function, with the element's data and form", async (t) => {
  const page = await start(
    t,
    `<form><div id="it" data-data-id="7" ${map({ "ctrl+s": "save", esc: "close" })}><i></i></div>
    <input name="a" value="1"></form>`,
  );
  assert.equal(press(page, "#it", "s", { ctrlKey: true }), true);
  assert.equal(press(page, "i", "Escape"), true);
  assert.equal(press(page, "#it", "s"), false);
  assert.equal(press(page, "input", "Escape"), false);
  assert.deepEqual(page.calls, [
    ["save", { id: "7" }, [["a", "1"]]],
    ["close", { id: "7" }, [["a", "1"]]],
  ]);
});

test("ctrl+shift+p is its own key, and never ctrl+p (D9)", async (t) => {
  const page = await start(t, `<div ${map({ "Shift+Ctrl+P": "palette", "ctrl+p": "print" })}></div>`);
  press(page, "div", "P", { ctrlKey: true, shiftKey: true });
  assert.deepEqual(page.names(), ["palette"]);
  press(page, "div", "p", { ctrlKey: true });
  assert.deepEqual(page.names(), ["palette", "print"]);
});

test("a map on the body hears keys from anywhere", async (t) => {
  const page = await start(t, "<p></p>", { body: `data-controller="page" ${map({ j: "next" })}` });
  press(page, "body", "j");
  press(page, "p", "j");
  assert.deepEqual(page.names(), ["next", "next"]);
  assert.equal(page.$("body").hasAttribute("tabindex"), false);
});

for (const field of ["<input>", "<textarea></textarea>", "<select></select>"]) {
  test(`a map on the body swallows no typing in ${field} (D31)`, async (t) => {
    const keys = { j: "next", "shift+j": "last", enter: "open", "ctrl+s": "save", esc: "close", "@": "at" };
    const page = await start(t, field, { body: `data-controller="page" ${map(keys)}` });
    const selector = /\w+/.exec(field)[0];
    assert.equal(press(page, selector, "j"), false);
    assert.equal(press(page, selector, "J", { shiftKey: true }), false);
    assert.equal(press(page, selector, "Enter"), false);
    assert.equal(press(page, selector, "@", { ctrlKey: true, altKey: true, modifierAltGraph: true }), false);
    assert.deepEqual(page.names(), []);
    assert.equal(press(page, selector, "s", { ctrlKey: true }), true);
    assert.equal(press(page, selector, "Escape"), true);
    assert.deepEqual(page.names(), ["save", "close"]);
  });
}

test("a map swallows no typing in an editable element (D31)", async (t) => {
  const page = await start(t, "<p></p>", { body: `data-controller="page" ${map({ j: "next" })}` });
  Object.defineProperty(page.$("p"), "isContentEditable", { value: true });
  assert.equal(press(page, "p", "j"), false);
  assert.deepEqual(page.names(), []);
});

test("a map on a field has its keys, but no characters", async (t) => {
  const page = await start(t, `<input ${map({ enter: "add", down: "next", space: "no", a: "no", "ctrl+b": "bold" })}>`);
  for (const name of ["Enter", "ArrowDown"]) assert.equal(press(page, "input", name), true);
  for (const name of [" ", "a"]) assert.equal(press(page, "input", name), false);
  press(page, "input", "b", { ctrlKey: true });
  assert.deepEqual(page.names(), ["add", "next", "bold"]);
});

test("compositions, autofill and keys held down call nothing (D32)", async (t) => {
  const page = await start(t, `<div ${map({ "ctrl+s": "save", enter: "go" })}></div>`);
  assert.equal(press(page, "div", "Enter", { isComposing: true }), false);
  assert.equal(press(page, "div", "Enter", { keyCode: 229 }), false);
  page.fire("div", "keydown");
  assert.equal(press(page, "div", "s", { ctrlKey: true, repeat: true }), true, "or the browser would save the page");
  assert.deepEqual(page.names(), []);
});

for (const text of ["{", "", "null", "[]", '["save"]', "7", '{"a": 1}']) {
  test(`the map ${text} is one error, which names the element and not the map`, async (t) => {
    const { error } = captureConsole(t);
    const page = await start(t, `<div id="it" data-liveview-keyboard-map='${text}'></div>`);
    press(page, "#it", "a");
    press(page, "#it", "0");
    assert.deepEqual(error, [
      'LiveView: <div id="it">: data-liveview-keyboard-map: expected JSON like {"ctrl+s": "save"}',
    ]);
    assert.deepEqual(page.calls, []);
  });
}

test("keys that objects inherit are none", async (t) => {
  const page = await start(t, `<div ${map({ a: "f" })}></div>`);
  assert.equal(press(page, "div", "toString"), false);
  assert.deepEqual(page.calls, []);
});

test("an element that cannot have the focus becomes one that can (E18)", async (t) => {
  const page = await start(
    t,
    `<div ${map({ a: "f" })}></div><p tabindex="0" ${map({ a: "f" })}></p><input ${map({ a: "f" })}>
    <button ${map({ a: "f" })}></button><a href="/x" ${map({ a: "f" })}></a>`,
  );
  const tabindex = (selector) => page.$(selector).getAttribute("tabindex");
  assert.equal(tabindex("div"), "-1");
  assert.equal(tabindex("p"), "0");
  for (const selector of ["input", "button", "a"]) assert.equal(tabindex(selector), null);
});

test("nested controllers hear a key once for every map", async (t) => {
  const page = await start(t, `<div data-controller="page"><p ${map({ a: "inner" })}></p></div>`, {
    body: `data-controller="page" ${map({ a: "outer" })}`,
  });
  press(page, "p", "a");
  assert.deepEqual(page.names(), ["inner", "outer"]);
});

test("a map that came, changed or went counts as it is", async (t) => {
  const page = await start(t, "");
  await page.insert(`<div ${map({ a: "f" })}></div>`);
  press(page, "div", "a");
  page.$("div").setAttribute("data-liveview-keyboard-map", '{"a": "g"}');
  await settled();
  press(page, "div", "a");
  page.$("div").removeAttribute("data-liveview-keyboard-map");
  await settled();
  press(page, "div", "a");
  assert.deepEqual(page.names(), ["f", "g"]);
});

test("an element that has gone hears nothing (D36)", async (t) => {
  const page = await start(t, `<div ${map({ a: "f" })}></div>`);
  const div = page.$("div");
  div.remove();
  await settled();
  page.fire(div, "keydown", key("a"));
  page.document.documentElement.append(div);
  page.fire(div, "keydown", key("a"));
  assert.deepEqual(page.calls, []);
});

test("a controller that has gone hears nothing", async (t) => {
  const page = await start(t, `<div ${map({ a: "f" })}></div>`);
  page.document.body.removeAttribute("data-controller");
  await settled();
  press(page, "div", "a");
  assert.deepEqual(page.calls, []);
});

test("the user waits for what a key calls", async (t) => {
  const page = await start(t, "<p></p>", { body: `data-controller="page" ${map({ j: "next" })}` });
  page.fire("body", "keydown", key("j"));
  assert.deepEqual(page.origins, [{ element: page.document.body, isUser: true, untouched: undefined }]);
});
