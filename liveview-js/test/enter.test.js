import assert from "node:assert/strict";
import { test } from "node:test";
import { key, start } from "./support/controller.js";

const button = (id, attributes = 'data-action="click->page#run"') =>
  `<button type="button" id="${id}" data-liveview-function="${id}" ${attributes}></button>`;

const FIELD = '<input id="it" name="a" value="1">';

const enter = ({ fire }, init) => fire("#it", "keydown", key("Enter", init)).defaultPrevented;

/** What a browser does that finds Enter in a field not prevented. */
const submit = ({ fire }) => fire("form", "submit").defaultPrevented;

for (const action of ["click->page#run", "page#run", "focus->x#y click->page#run:once", "click->page#run:stop"]) {
  test(`Enter presses the button whose action is ${action}, and loads no page (D28)`, async (t) => {
    const page = await start(t, `<form>${FIELD}${button("save", `data-action="${action}"`)}</form>`);
    assert.equal(enter(page), true);
    assert.deepEqual(page.calls, [["save", {}, [["a", "1"]]]]);
  });
}

test("so it does among several fields, and where the browser would not accept their values", async (t) => {
  const page = await start(t, `<form>${FIELD}<input required><input type="email" value="x">${button("save")}</form>`);
  assert.equal(enter(page), true);
  assert.deepEqual(page.names(), ["save"]);
});

test("a submit that came without a key presses the button, too", async (t) => {
  const page = await start(t, `<form>${FIELD}${button("save")}</form>`);
  page.$("form").requestSubmit();
  assert.deepEqual(page.names(), ["save"]);
  assert.deepEqual(page.navigations, []);
});

test("it is the first button that is enabled, also one outside the form", async (t) => {
  const page = await start(
    t,
    `<form id="f">${FIELD}<button type="button"></button>${button("no", 'disabled data-action="page#run"')}
    <fieldset disabled>${button("neither")}</fieldset></form>${button("yes", 'form="f" data-action="page#run"')}`,
  );
  enter(page);
  assert.deepEqual(page.names(), ["yes"]);
});

test("while all its buttons are disabled the form does nothing", async (t) => {
  const page = await start(t, `<form>${FIELD}${button("save", 'disabled data-action="page#run"')}</form>`);
  assert.equal(submit(page), true);
  assert.deepEqual(page.calls, []);
});

test("nested controllers press it once", async (t) => {
  const page = await start(t, `<div data-controller="page"><form>${FIELD}${button("save")}</form></div>`);
  enter(page);
  submit(page);
  assert.deepEqual(page.names(), ["save", "save"]);
});

test("a key held down presses it once, a composition never", async (t) => {
  const page = await start(t, `<form>${FIELD}${button("save")}</form>`);
  assert.equal(enter(page, { isComposing: true }), false);
  assert.equal(enter(page, { repeat: true }), true);
  assert.deepEqual(page.calls, []);
});

for (const [what, html] of [
  ["has a submit button", `<form>${FIELD}${button("save")}<button></button></form>`],
  ["has an image to submit it", `<form>${FIELD}${button("save")}<input type="image"></form>`],
  ["has a submit button outside", `<form id="f">${FIELD}${button("save")}</form><input type="submit" form="f">`],
  ["is meant for an address", `<form action="/search">${FIELD}${button("save")}</form>`],
  ["has an action of its own", `<form data-action="submit->x#y">${FIELD}${button("save")}</form>`],
  ["has an action of its own, with options", `<form data-action="a->b#c submit->x#y:stop">${FIELD}${button("save")}</form>`],
  ["has an action of its own, in short", `<form data-action="x#y">${FIELD}${button("save")}</form>`],
  ["has no button with a function", `<form>${FIELD}<button type="button" data-action="page#run"></button></form>`],
  ["has no button with an action", `<form>${FIELD}${button("save", "")}</form>`],
  ["has a button for something else", `<form>${FIELD}${button("f", 'data-action="focus->page#run page#runner"')}</form>`],
]) {
  test(`a form that ${what} is left alone`, async (t) => {
    const page = await start(t, html);
    page.document.addEventListener("submit", (event) => event.preventDefault());
    let prevented;
    page.$("form").parentElement.addEventListener("submit", (event) => (prevented = event.defaultPrevented));
    assert.equal(enter(page), false);
    submit(page);
    assert.equal(prevented, false);
    assert.deepEqual(page.calls, []);
  });
}

for (const field of [
  "<textarea id=it></textarea>",
  "<input id=it type=checkbox>",
  "<input id=it type=button>",
  "<a id=it></a>",
]) {
  test(`Enter in ${field} is the browser's`, async (t) => {
    const page = await start(t, `<form>${field}${button("save")}</form>`);
    assert.equal(enter(page), false);
    assert.deepEqual(page.calls, []);
  });
}

test("Enter that somebody has taken already presses nothing", async (t) => {
  const page = await start(
    t,
    `<form><input id="it" data-action="keydown.enter->page#run" data-liveview-function="pick">${button("save")}</form>`,
  );
  enter(page);
  assert.deepEqual(page.names(), ["pick"]);
});

test("Enter presses no other button while the first one is at work, but where the page has disabled that", async (t) => {
  const disabled = (attributes) => button("save").replace("<button", `<button id="s" disabled ${attributes}`);
  const page = await start(t, `<form><input id="it">${disabled('class="liveview-busy"')}${button("remove")}</form>`);
  assert.equal(enter(page), true);
  assert.deepEqual(page.names(), []);
  page.$("#s").className = "";
  enter(page);
  assert.deepEqual(page.names(), ["remove"]);
});
