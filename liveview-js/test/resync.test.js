import assert from "node:assert/strict";
import { test } from "node:test";
import { createResync } from "../src/resync.js";

const settled = () => new Promise((resolve) => setImmediate(resolve));

function start(t, outcomes, { mayStart = true, missing = 0 } = {}) {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  t.mock.method(Math, "random", () => 1);
  const log = [];
  const state = { begun: 0 };
  const fetchAgain = async (guard) => {
    state.guard = guard;
    guard.hold();
    log.push("fetch");
    return outcomes.shift();
  };
  const resync = createResync({
    resyncing: () => mayStart,
    begin: () => state.begun++,
    load: async () => (missing-- > 0 ? undefined : { fetchAgain }),
    resynced: (outcome) => log.push(outcome),
  });
  const tick = async (milliseconds) => {
    t.mock.timers.tick(milliseconds);
    await settled();
  };
  return { resync, log, state, tick };
}

const PAGE = { position: "abcdefgh:1" };

test("fetches the page after up to half a second", async (t) => {
  const { resync, log, tick, state } = start(t, [PAGE]);
  resync.start();
  assert.equal(state.begun, 1);
  await tick(499);
  assert.deepEqual(log, []);
  assert.equal(resync.isUnderWay(), true);
  await tick(1);
  assert.deepEqual(log, ["fetch", PAGE]);
  assert.equal(resync.isUnderWay(), false);
});

test("does not begin while it is under way, nor when the page says no", async (t) => {
  const { resync, log, tick, state } = start(t, [PAGE]);
  resync.start();
  resync.start();
  assert.equal(await resync.run(() => assert.fail("fetches")), false);
  await tick(500);
  assert.deepEqual(log, ["fetch", PAGE]);
  assert.equal(state.begun, 1);
  createResync({ resyncing: () => false, begin: () => assert.fail("begins") }).start();
});

test("asks for what fetches the page again after growing pauses, for a minute", async (t) => {
  const { resync, log, tick } = start(t, [PAGE], { missing: 3 });
  resync.start();
  for (const pause of [500, 1000, 2000]) await tick(pause);
  await tick(3999);
  assert.deepEqual(log, []);
  await tick(1);
  assert.deepEqual(log, ["fetch", PAGE]);
});

test("is stale where that cannot be had for a minute", async (t) => {
  const { resync, log, tick } = start(t, [], { missing: Infinity });
  resync.start();
  for (const pause of [500, 1000, 2000, 4000, 8000, 16000]) await tick(pause);
  assert.deepEqual(log, []);
  await tick(32000);
  assert.deepEqual(log, ["stale"]);
});

test("fetches at once what is asked for, without asking the page", async (t) => {
  const { resync, log } = start(t, [], { mayStart: false });
  assert.equal(await resync.run(async () => PAGE), true);
  assert.deepEqual(log, [PAGE]);
});

test("holds back what is to come after it, in order, from its start on", async (t) => {
  const { resync, log, tick } = start(t, [PAGE]);
  resync.start();
  resync.after(() => log.push(1));
  t.mock.timers.tick(500);
  resync.after(() => log.push(2));
  resync.after(() => log.push(3));
  await tick(0);
  resync.after(() => log.push(4));
  await tick(60000);
  assert.deepEqual(log, ["fetch", 1, 2, 3, PAGE, 4]);
});

test("holds back nothing longer than five seconds, and fetches again what may have been overwritten then", async (t) => {
  let end;
  const slow = () => new Promise((resolve) => (end = resolve));
  const { resync, log, tick, state } = start(t, [slow(), PAGE]);
  resync.start();
  await tick(500);
  resync.after(() => log.push(1));
  await tick(4999);
  assert.deepEqual(log, ["fetch"]);
  await tick(1);
  resync.after(() => log.push(2));
  assert.deepEqual(log, ["fetch", 1, 2]);
  end(PAGE);
  await tick(0);
  assert.equal(state.begun, 2);
  await tick(500);
  await tick(60000);
  assert.deepEqual(log, ["fetch", 1, 2, PAGE, "fetch", PAGE]);
});

test("a slow fetch during which nothing came is enough", async (t) => {
  let end;
  const { resync, log, tick } = start(t, [new Promise((resolve) => (end = resolve))]);
  resync.start();
  await tick(500);
  await tick(20000);
  end(PAGE);
  await tick(60000);
  assert.deepEqual(log, ["fetch", PAGE]);
});

test("holds back nothing while there is nothing under way to wait for", async (t) => {
  const { resync, log, tick, state } = start(t, [new Promise(() => {})]);
  resync.start();
  await tick(500);
  resync.after(() => log.push(1));
  state.guard.release();
  resync.after(() => log.push(2));
  state.guard.hold();
  resync.after(() => log.push(3));
  assert.deepEqual(log, ["fetch", 1, 2]);
});

for (const outcome of ["stale", "reload"]) {
  test(`ends as ${outcome}, with what was held back`, async (t) => {
    const { resync, log, tick } = start(t, [outcome]);
    resync.start();
    t.mock.timers.tick(500);
    resync.after(() => log.push("held"));
    await tick(0);
    assert.deepEqual(log, ["fetch", "held", outcome]);
  });
}

test("does nothing any more once the page is another one", async (t) => {
  let end;
  const { resync, log, tick, state } = start(t, [new Promise((resolve) => (end = resolve))]);
  resync.start();
  await tick(500);
  resync.after(() => log.push("held"));
  resync.leave();
  assert.equal(state.guard.isGone(), true);
  end(PAGE);
  await tick(60000);
  assert.deepEqual(log, ["fetch"]);
});
