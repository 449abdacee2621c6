import assert from "node:assert/strict";
import { test } from "node:test";
import { key, settled, start } from "./support/controller.js";
import { captureConsole } from "./support/page.js";

const button = (attributes) => `<button id="b" ${attributes}>x</button>`;

test("a click calls the function of its element, with data and form", async (t) => {
  const { calls, fire } = await start(
    t,
    `<form><input name="name" value="A">${button(
      'type="button" data-action="click->page#run" data-liveview-function="say_hello" data-data-modal-id="1"',
    )}</form>`,
  );
  const event = fire("#b", "click");
  assert.deepEqual(calls, [["say_hello", { modalId: "1" }, [["name", "A"]]]]);
  assert.equal(event.defaultPrevented, true);
});

test("the element is the one with the action, not the one that was hit", async (t) => {
  const { calls, fire } = await start(
    t,
    '<a href="/x" data-action="page#run" data-liveview-function="open"><i data-liveview-function="no"></i></a>',
  );
  const event = fire("i", "click");
  assert.deepEqual(calls, [["open", {}, []]]);
  assert.equal(event.defaultPrevented, true);
});

for (const [type, html] of [
  ["input", '<input id="it" name="q" value="1" data-action="input->page#run" data-liveview-function="f">'],
  ["change", '<input id="it" name="q" value="1" data-action="change->page#run" data-liveview-function="f">'],
  ["blur", '<input id="it" name="q" value="1" data-action="blur->page#run" data-liveview-function="f">'],
]) {
  test(`runs on ${type}`, async (t) => {
    const { calls, fire } = await start(t, html);
    fire("#it", type);
    assert.deepEqual(calls, [["f", {}, [["q", "1"]]]]);
  });
}

test("a submitted form is sent with its button, and does not leave the page", async (t) => {
  const { calls, $, navigations } = await start(
    t,
    `<form data-action="submit->page#run" data-liveview-function="save"><input name="a" value="1">
    <button name="go" value="1" id="one"></button><button name="go" value="2" id="two"></button></form>`,
  );
  $("#two").click();
  assert.deepEqual(calls, [
    [
      "save",
      {},
      [
        ["a", "1"],
        ["go", "2"],
      ],
    ],
  ]);
  assert.deepEqual(navigations, []);
});

for (const type of ["checkbox", "radio"]) {
  test(`a ${type} that was clicked is ticked (D29)`, async (t) => {
    const { calls, $ } = await start(
      t,
      `<input id="it" type="${type}" name="a" value="1" data-action="click->page#run" data-liveview-function="f">`,
    );
    $("#it").click();
    assert.equal($("#it").checked, true);
    assert.deepEqual(calls, [["f", {}, [["a", "1"]]]]);
  });
}

test("a checkbox inside the element is ticked, too (D29)", async (t) => {
  const { $ } = await start(
    t,
    '<p data-action="click->page#run" data-liveview-function="f"><input id="it" type="checkbox"></p>',
  );
  $("#it").click();
  assert.equal($("#it").checked, true);
});

test("an element without a function is an error, and nothing is sent", async (t) => {
  const { error } = captureConsole(t);
  const { calls, fire } = await start(t, button('data-action="page#run"'));
  fire("#b", "click");
  assert.deepEqual(error, ['LiveView: <button id="b"> has no data-liveview-function']);
  assert.deepEqual(calls, []);
});

test("stop keeps an event from the elements around (D4)", async (t) => {
  const { calls, fire } = await start(
    t,
    `<div data-action="click->page#run" data-liveview-function="close"><div id="inside" data-action="click->page#stop">
    ${button('data-action="click->page#run" data-liveview-function="confirm"')}</div></div>`,
  );
  fire("#inside", "click");
  assert.deepEqual(calls, []);
  fire("#b", "click");
  assert.deepEqual(calls, [["confirm", {}, []]]);
});

test("several page controllers, also nested, run an action once", async (t) => {
  const { calls, fire } = await start(
    t,
    `<div data-controller="page">${button('data-action="page#run" data-liveview-function="f"')}</div>
    <div data-controller="page"><i data-action="click->page#run" data-liveview-function="g"></i></div>`,
  );
  fire("#b", "click");
  fire("i", "click");
  assert.deepEqual(
    calls.map(([name]) => name),
    ["f", "g"],
  );
});

test("elements that come later are bound", async (t) => {
  const { calls, fire, document } = await start(t, "");
  document.body.insertAdjacentHTML("beforeend", button('data-action="page#run" data-liveview-function="f"'));
  await settled();
  fire("#b", "click");
  assert.equal(calls.length, 1);
});

test("a key filter is heard", async (t) => {
  const { calls, fire } = await start(t, button('data-action="keydown.enter->page#run" data-liveview-function="f"'));
  fire("#b", "keydown", key("a"));
  fire("#b", "keydown", key("Enter"));
  assert.equal(calls.length, 1);
});

test("a key of the window is heard by the element of the controller", async (t) => {
  const { calls, fire, window } = await start(
    t,
    '<div data-controller="page" data-action="keydown.esc@window->page#run" data-liveview-function="close"></div>',
  );
  fire(window, "keydown", key("Escape"));
  assert.deepEqual(calls, [["close", {}, []]]);
});

for (const [descriptor, options] of [
  ["once", { calls: 1, bubbles: true }],
  ["prevent", { calls: 2, bubbles: true }],
  ["stop", { calls: 2, bubbles: false }],
  ["self", { calls: 2, bubbles: true }],
]) {
  test(`the option ${descriptor} is Stimulus' (E2)`, async (t) => {
    const { calls, fire, document } = await start(
      t,
      `<div data-action="click->page#run:${descriptor}" data-liveview-function="f"><i></i></div>`,
    );
    let bubbled = false;
    document.addEventListener("click", () => (bubbled = true));
    const first = fire("div", "click");
    fire("div", "click");
    assert.equal(calls.length, options.calls);
    assert.equal(first.defaultPrevented, true);
    assert.equal(bubbled, options.bubbles);
    fire("i", "click");
    assert.equal(calls.length, options.calls + Number(/prevent|stop/.test(descriptor)));
  });
}

test("several actions of one element are all heard (E2)", async (t) => {
  const { calls, fire } = await start(
    t,
    '<input name="a" data-action="focus->page#run keydown.enter->page#run change->page#run" data-liveview-function="f">',
  );
  fire("input", "focus");
  fire("input", "keydown", key("Enter"));
  fire("input", "change");
  fire("input", "input");
  assert.equal(calls.length, 3);
});

test("a composition and an autofill are no keys", async (t) => {
  const { calls, fire } = await start(
    t,
    '<input id="it" data-action="keydown.enter->page#run" data-liveview-function="f">',
  );
  const composing = fire("#it", "keydown", key("Enter", { isComposing: true }));
  fire("#it", "keydown");
  assert.deepEqual(calls, []);
  assert.equal(composing.defaultPrevented, false);
});

const CHECKED = 'data-action="click->page#run" data-liveview-function="save"';

test("a click on a submit button has the form checked first", async (t) => {
  const { calls, $ } = await start(t, `<form><input name="a" required>${button(CHECKED)}</form>`);
  $("#b").click();
  assert.deepEqual(calls, []);
  $("input").value = "1";
  $("#b").click();
  assert.deepEqual(calls, [["save", {}, [["a", "1"]]]]);
});

for (const html of [
  `<form novalidate><input name="a" required>${button(CHECKED)}</form>`,
  `<form><input name="a" required>${button(`formnovalidate ${CHECKED}`)}</form>`,
  `<form><input name="a" required>${button(`type="button" ${CHECKED}`)}</form>`,
]) {
  test(`unless the page does not want it: ${html}`, async (t) => {
    const { calls, $ } = await start(t, html);
    $("#b").click();
    assert.equal(calls.length, 1);
  });
}

test("a form with an address is submitted by the browser for as long as there has been no connection", async (t) => {
  const form = (id, attributes) =>
    `<form id="${id}" ${attributes} data-action="submit->page#run" data-liveview-function="save"><input name="action"></form>`;
  let isKnown = false;
  const { calls, fire } = await start(t, form("a", 'action="/save"') + form("b", ""), { isKnown: () => isKnown });
  assert.equal(fire("#a", "submit").defaultPrevented, false);
  assert.equal(fire("#b", "submit").defaultPrevented, true);
  assert.equal(calls.length, 1);
  isKnown = true;
  assert.equal(fire("#a", "submit").defaultPrevented, true);
  assert.equal(calls.length, 2);
});

test("a call says where it comes from, what has been pressed, and that the user waits for it", async (t) => {
  const { origins, $, fire } = await start(
    t,
    `<form data-action="submit->page#run" data-liveview-function="save"><button id="b"></button></form>
    <input data-action="input->page#run" data-liveview-function="f">
    <button id="c" type="button" data-action="page#run" data-liveview-function="f"></button>`,
  );
  $("#b").click();
  fire("input", "input");
  $("#c").click();
  assert.deepEqual(origins, [
    { element: $("form"), submitter: $("#b"), isSubmit: true, isFinal: true, isUser: true, untouched: undefined },
    { element: $("input"), submitter: undefined, isSubmit: false, isFinal: false, isUser: true, untouched: undefined },
    { element: $("#c"), submitter: undefined, isSubmit: false, isFinal: true, isUser: true, untouched: undefined },
  ]);
});

test("a call says in which fields of its form the user has not been yet", async (t) => {
  const { origins, $, fire } = await start(
    t,
    `<form><input name="a" data-action="blur->page#run" data-liveview-function="f"><input name="b"><button></button></form>`,
  );
  fire("[name=a]", "blur");
  assert.deepEqual(origins[0].untouched, ["b"]);
});

test("nobody waits for what an element calls by itself", async (t) => {
  const { origins, $ } = await start(t, '<p data-liveview-init="f"></p>');
  assert.deepEqual(origins, [{ element: $("p"), untouched: undefined }]);
});

test("what follows links is loaded when there is one, also one that comes later", async (t) => {
  let loads = 0;
  const { insert } = await start(t, "<a href=/></a>", { loadPages: () => loads++ });
  assert.equal(loads, 0);
  await insert("<p><a href=/x data-liveview-navigate></a></p>");
  assert.equal(loads, 1);
});
