import assert from "node:assert/strict";
import { test } from "node:test";
import { dispatch, observePage } from "../src/events.js";
import { openPage } from "./support/page.js";

test("dispatches an event that bubbles, with its detail", async (t) => {
  const { window, $ } = await openPage(t, "<p></p>");
  let seen;
  window.addEventListener("liveview:x", (event) => (seen = event));
  assert.equal(dispatch($("p"), "liveview:x", { a: 1 }), true);
  assert.deepEqual([seen.target, seen.detail, seen.cancelable], [$("p"), { a: 1 }, false]);
});

test("says whether a listener prevented it", async (t) => {
  const { document } = await openPage(t);
  document.addEventListener("liveview:x", (event) => event.preventDefault());
  assert.equal(dispatch(document, "liveview:x", {}, true), false);
  assert.equal(dispatch(document, "liveview:x", {}), true);
});

async function observed(t, { sleepAfter = 0, ...options } = {}) {
  const { window, document } = await openPage(t, "", options);
  const log = [];
  const note = (name) => [name, () => log.push(name)];
  observePage(Object.fromEntries(["wake", "sleep", "online", "offline"].map(note)), sleepAfter);
  log.length = 0;
  const show = (hidden) => {
    Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
    document.dispatchEvent(new window.Event("visibilitychange", { bubbles: true }));
  };
  return { log, show, fire: (name) => window.dispatchEvent(new window.Event(name)) };
}

test("tells whether the browser thinks that it is online", async (t) => {
  const { log, fire } = await observed(t);
  fire("offline");
  fire("online");
  assert.deepEqual(log, ["offline", "wake", "online"]);
});

test("pageshow wakes the connection (D40)", async (t) => {
  const { log, fire } = await observed(t);
  fire("pageshow");
  assert.deepEqual(log, ["wake"]);
});

test("a page that becomes visible wakes the connection, one that is hidden does not (D40)", async (t) => {
  const { log, show } = await observed(t);
  show(true);
  assert.deepEqual(log, []);
  show(false);
  assert.deepEqual(log, ["wake"]);
});

test("a page that goes lets the connection sleep", async (t) => {
  const { log, fire } = await observed(t);
  fire("pagehide");
  assert.deepEqual(log, ["sleep"]);
});

test("a page that nobody sees sleeps after its time, and wakes when it is seen", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { log, show, fire } = await observed(t, { sleepAfter: 300000 });
  show(true);
  t.mock.timers.tick(299999);
  assert.deepEqual(log, []);
  t.mock.timers.tick(1);
  fire("online");
  assert.deepEqual(log, ["sleep", "online"]);
  show(false);
  t.mock.timers.tick(600000);
  assert.deepEqual(log, ["sleep", "online", "wake"]);
});

test("a page that is seen in time does not sleep", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { log, show } = await observed(t, { sleepAfter: 300000 });
  show(true);
  t.mock.timers.tick(200000);
  show(false);
  t.mock.timers.tick(200000);
  assert.deepEqual(log, ["wake"]);
});

test("a page that was opened where nobody sees it sleeps, too, and none where it never is to", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { log } = await observed(t, { sleepAfter: 1000, pretendToBeVisual: false });
  const never = await observed(t, { pretendToBeVisual: false });
  t.mock.timers.tick(2 ** 31 - 1);
  assert.deepEqual([log, never.log], [["sleep"], []]);
});
