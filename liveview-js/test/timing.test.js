import assert from "node:assert/strict";
import { test } from "node:test";
import { settled, start } from "./support/controller.js";

async function open(t, html) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const page = await start(t, html);
  const type = (selector, value) => {
    page.$(selector).value = value;
    page.fire(selector, "input");
  };
  const values = () => page.calls.map(([, , form]) => form.map(([, value]) => value).join());
  return { ...page, type, values, tick: (milliseconds) => t.mock.timers.tick(milliseconds) };
}

const field = (timing, more = "") =>
  `<input id="q" name="q" data-action="input->page#run" data-liveview-function="search" ${timing} ${more}>`;
const debounced = (more) => field('data-liveview-debounce="500"', more);
const throttled = field('data-liveview-throttle="500"');

test("debounce: one call after the last event, with the values of then", async (t) => {
  const { type, tick, values, $ } = await open(t, debounced());
  type("#q", "a");
  tick(499);
  type("#q", "ab");
  tick(499);
  assert.deepEqual(values(), []);
  $("#q").value = "abc";
  tick(1);
  assert.deepEqual(values(), ["abc"]);
  tick(5000);
  assert.equal(values().length, 1);
});

for (const value of ["0", "-5", "abc", ""]) {
  test(`debounce "${value}" is none`, async (t) => {
    const { type, values } = await open(t, field(`data-liveview-debounce="${value}"`));
    type("#q", "a");
    assert.deepEqual(values(), ["a"]);
  });
}

test("debounce: elements do not wait for each other", async (t) => {
  const { type, tick, values } = await open(t, debounced() + debounced().replace('id="q"', 'id="r"'));
  type("#q", "a");
  tick(300);
  type("#r", "b");
  tick(200);
  assert.deepEqual(values(), ["a"]);
});

test("debounce: the event is prevented at once", async (t) => {
  const { fire } = await open(
    t,
    '<a href="/x" data-action="page#run" data-liveview-function="f" data-liveview-debounce="500"></a>',
  );
  assert.equal(fire("a", "click").defaultPrevented, true);
});

test("debounce: blur flushes, and nothing is left (D35)", async (t) => {
  const { type, tick, values, $ } = await open(t, debounced());
  $("#q").focus();
  type("#q", "a");
  $("#q").blur();
  await settled();
  assert.deepEqual(values(), ["a"]);
  tick(500);
  assert.equal(values().length, 1);
});

test("debounce: an action on blur is that flush", async (t) => {
  const { type, tick, values, $ } = await open(t, debounced().replace("input->page#run", "input->page#run blur->page#run"));
  $("#q").focus();
  type("#q", "a");
  $("#q").blur();
  await settled();
  tick(500);
  assert.deepEqual(values(), ["a"]);
});

test("debounce of a whole form: going from field to field does not flush, leaving does", async (t) => {
  const { type, values, $ } = await open(
    t,
    `<form data-action="input->page#run" data-liveview-function="check" data-liveview-debounce="500">
    <input id="q" name="q"><input id="r" name="r"></form><button></button>`,
  );
  $("#q").focus();
  type("#q", "a");
  $("#r").focus();
  await settled();
  assert.deepEqual(values(), []);
  $("button").focus();
  await settled();
  assert.deepEqual(values(), ["a,"]);
});

const SAVE = 'data-action="submit->page#run" data-liveview-function="save"';

test("debounce: submit flushes the fields of its form before its own call (D35)", async (t) => {
  const { type, tick, names, $ } = await open(
    t,
    `<form id="f" ${SAVE}>${debounced()}<button></button></form>${debounced('form="f"').replace('id="q"', 'id="out"')}`,
  );
  type("#q", "a");
  type("#out", "b");
  $("button").click();
  assert.deepEqual(names(), ["search", "search", "save"]);
  tick(500);
  assert.equal(names().length, 3);
});

test("debounce: so does a button that calls a function, and another form does not", async (t) => {
  const button = '<button type="button" data-action="page#run" data-liveview-function="save"></button>';
  const { type, names, $ } = await open(t, `<form>${debounced()}</form><form>${button}</form><form id="h"></form>`);
  type("#q", "a");
  $("button").click();
  assert.deepEqual(names(), ["save"]);
  $("form").append($("button"));
  $("button").click();
  assert.deepEqual(names(), ["save", "search", "save"]);
});

test("debounce: a form that is searched while typing is called once by Enter, at once", async (t) => {
  const { type, tick, values, $ } = await open(
    t,
    `<form data-action="input->page#run submit->page#run" data-liveview-function="search" data-liveview-debounce="500">
    <input id="q" name="q"></form>`,
  );
  type("#q", "a");
  $("form").requestSubmit();
  assert.deepEqual(values(), ["a"]);
  tick(500);
  assert.equal(values().length, 1);
});

for (const timing of [debounced(), throttled]) {
  test(`a call that waits is dropped with its element: ${/debounce|throttle/.exec(timing)} (D35, D36)`, async (t) => {
    const { type, tick, calls, $, document } = await open(t, timing);
    type("#q", "a");
    calls.length = 0;
    type("#q", "b");
    const element = $("#q");
    element.remove();
    await settled();
    document.body.append(element);
    tick(500);
    assert.deepEqual(calls, []);
  });

  test(`a call that waits is dropped with its controller: ${/debounce|throttle/.exec(timing)}`, async (t) => {
    const { type, tick, calls, document } = await open(t, timing);
    type("#q", "a");
    type("#q", "b");
    calls.length = 0;
    document.body.removeAttribute("data-controller");
    await settled();
    tick(500);
    assert.deepEqual(calls, []);
  });
}

test("debounce: the blur of a focused element that is removed flushes nothing (D35)", async (t) => {
  const { type, fire, tick, calls, $ } = await open(t, debounced());
  $("#q").focus();
  type("#q", "a");
  // As browsers do, jsdom does not.
  fire("#q", "focusout");
  $("#q").remove();
  await settled();
  tick(500);
  assert.deepEqual(calls, []);
});

test("a call of an element that is moved still waits", async (t) => {
  const { type, tick, values, $ } = await open(t, `${debounced()}<p></p>`);
  type("#q", "a");
  $("p").append($("#q"));
  await settled();
  tick(500);
  assert.deepEqual(values(), ["a"]);
});

test("throttle: the first call at once, then one an interval, with the values of then", async (t) => {
  const { type, tick, values } = await open(t, throttled);
  type("#q", "a");
  assert.deepEqual(values(), ["a"]);
  type("#q", "ab");
  tick(400);
  type("#q", "abc");
  assert.equal(values().length, 1);
  tick(100);
  assert.deepEqual(values(), ["a", "abc"]);
  type("#q", "abcd");
  tick(499);
  assert.equal(values().length, 2);
  tick(1);
  assert.deepEqual(values(), ["a", "abc", "abcd"]);
});

test("throttle: blur does not shorten the interval", async (t) => {
  const { type, tick, values, $ } = await open(t, throttled);
  $("#q").focus();
  type("#q", "a");
  type("#q", "ab");
  $("#q").blur();
  await settled();
  assert.deepEqual(values(), ["a"]);
  tick(500);
  assert.deepEqual(values(), ["a", "ab"]);
});

test("throttle: after a quiet interval the next call is made at once", async (t) => {
  const { type, tick, values } = await open(t, throttled);
  type("#q", "a");
  tick(500);
  assert.equal(values().length, 1);
  type("#q", "b");
  assert.deepEqual(values(), ["a", "b"]);
});
