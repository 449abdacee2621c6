import assert from "node:assert/strict";
import { test } from "node:test";
import { createLazyTriggers } from "../src/triggers/lazy_triggers.js";
import { openPage } from "./support/page.js";

const settled = () => new Promise((resolve) => setImmediate(resolve));

async function open(t, answers) {
  const page = await openPage(t, '<p data-liveview-keyboard-map="{}"></p><i data-liveview-intersect-appear="f"></i><b></b>');
  const log = [];
  const trigger = (name) => () => ({
    setUp: ({ localName }) => log.push(`${name} ${localName}`),
    letGo: ({ localName }) => log.push(`-${name} ${localName}`),
  });
  const chunk = { createIntersect: trigger("view"), createKeyboard: trigger("keys"), pressOnEnter() {}, modal: {}, focus: {}, createTiming: () => ({ run: (element, type, act) => (log.push(type), act()) }) };
  const loads = [];
  const load = async () => (loads.push(1), answers.shift() && chunk);
  const end = new AbortController();
  return { ...page, log, loads, end, trigger: createLazyTriggers(load, page.document.body, () => {}, end.signal) };
}

test("loads nothing for elements that ask for nothing", async (t) => {
  const { $, trigger, loads } = await open(t, [true]);
  trigger.setUp($("b"));
  assert.equal(loads.length, 0);
});

test("sets up what has asked before, and what asks afterwards, and lets go", async (t) => {
  const { $, trigger, loads, log } = await open(t, [true]);
  trigger.setUp($("p"));
  trigger.setUp($("i"));
  trigger.letGo($("i"));
  await settled();
  trigger.setUp($("i"));
  trigger.letGo($("p"));
  assert.equal(loads.length, 1);
  assert.deepEqual(log, ["view p", "keys p", "view i", "keys i", "-view p", "-keys p"]);
});

test("what could not be loaded is asked for again with the next connection", async (t) => {
  const { $, document, trigger, loads, log } = await open(t, [false, true]);
  trigger.setUp($("p"));
  await settled();
  assert.deepEqual(log, []);
  document.dispatchEvent(new Event("liveview:connected"));
  await settled();
  assert.equal(loads.length, 2);
  assert.deepEqual(log, ["view p", "keys p"]);
});

test("a controller that has gone sets up nothing any more", async (t) => {
  const { $, trigger, log, end } = await open(t, [true]);
  trigger.setUp($("p"));
  end.abort();
  await settled();
  assert.deepEqual(log, []);
});

test("makes calls at once until the code that has them wait is there", async (t) => {
  const { $, trigger, log } = await open(t, [true]);
  trigger.run($("p"), "input", () => log.push("called"));
  trigger.setUp($("p"));
  await settled();
  log.length = 0;
  trigger.run($("p"), "input", () => log.push("called"));
  assert.deepEqual(log, ["input", "called"]);
});
