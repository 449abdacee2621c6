import assert from "node:assert/strict";
import { test } from "node:test";
import { createResync } from "../src/resync.js";

const settled = () => new Promise((resolve) => setImmediate(resolve));

function start(t, outcomes, { mayStart = true } = {}) {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  t.mock.method(Math, "random", () => 1);
  const log = [];
  const state = { isConnected: true, begun: 0 };
  const resync = createResync({
    isConnected: () => state.isConnected,
    resyncing: () => mayStart,
    begin: () => state.begun++,
    async takeOver(isRetry) {
      log.push(isRetry ? "retry" : "fetch");
      const outcome = outcomes.shift();
      if (outcome instanceof Error) throw outcome;
      return outcome;
    },
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
  await tick(1);
  assert.deepEqual(log, ["fetch", PAGE]);
});

test("does not begin while it is under way, nor when the page says no", async (t) => {
  const { resync, log, tick, state } = start(t, [PAGE]);
  resync.start();
  resync.start();
  await tick(500);
  assert.deepEqual(log, ["fetch", PAGE]);
  assert.equal(state.begun, 1);
  createResync({ resyncing: () => false, begin: () => assert.fail("begins") }).start();
});

test("tries again after growing pauses", async (t) => {
  const { resync, log, tick } = start(t, ["again", "again", PAGE]);
  resync.start();
  await tick(500);
  await tick(999);
  assert.deepEqual(log, ["fetch"]);
  await tick(1);
  await tick(2000);
  assert.deepEqual(log, ["fetch", "retry", "retry", PAGE]);
});

test("gives up what fails for a minute, and pauses at most 20 seconds until then", async (t) => {
  const { resync, log, tick } = start(t, Array(30).fill("again"));
  resync.start();
  for (const pause of [500, 1000, 2000, 4000, 8000, 16000, 20000, 20000]) await tick(pause);
  assert.deepEqual(log, ["fetch", ...Array(7).fill("retry"), "stale"]);
  await tick(600000);
  assert.equal(log.length, 9);
});

test("one soon after another waits longer, and one after a quiet minute does not", async (t) => {
  const { resync, log, tick } = start(t, [PAGE, PAGE, PAGE]);
  resync.start();
  await tick(500);
  resync.start();
  await tick(999);
  assert.equal(log.length, 2);
  await tick(1);
  assert.equal(log.length, 4);
  await tick(60001);
  resync.start();
  await tick(500);
  assert.equal(log.length, 6);
});

test("waits for the connection, and then goes on", async (t) => {
  const { resync, log, tick, state } = start(t, ["again", PAGE]);
  resync.start();
  await tick(500);
  state.isConnected = false;
  await tick(600000);
  assert.deepEqual(log, ["fetch"]);
  state.isConnected = true;
  resync.resume();
  resync.resume();
  await tick(1000);
  assert.deepEqual(log, ["fetch", "fetch", PAGE]);
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
  await tick(1000);
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

test("holds back nothing between two attempts, which may be far apart", async (t) => {
  const { resync, log, tick } = start(t, ["again", PAGE]);
  resync.start();
  t.mock.timers.tick(500);
  resync.after(() => log.push(1));
  await tick(0);
  resync.after(() => log.push(2));
  t.mock.timers.tick(1000);
  resync.after(() => log.push(3));
  await tick(0);
  assert.deepEqual(log, ["fetch", 1, 2, "retry", 3, PAGE]);
});

test("holds back nothing while there is no connection", async (t) => {
  const { resync, log, tick, state } = start(t, [PAGE]);
  resync.start();
  resync.after(() => log.push(1));
  state.isConnected = false;
  await tick(500);
  assert.deepEqual(log, [1]);
});

for (const outcome of ["stale", "reload"]) {
  test(`ends as ${outcome}, with what was held back`, async (t) => {
    const { resync, log, tick } = start(t, [outcome]);
    resync.start();
    t.mock.timers.tick(500);
    resync.after(() => log.push("held"));
    await tick(600000);
    assert.deepEqual(log, ["fetch", "held", outcome]);
  });
}

test("a takeover that fails is told, and leaves the page stale", async (t) => {
  const error = t.mock.method(console, "error", () => {});
  const { resync, log, tick } = start(t, [new Error("oops")]);
  resync.start();
  await tick(500);
  assert.deepEqual(log, ["fetch", "stale"]);
  assert.deepEqual(error.mock.calls[0].arguments, ["LiveView: oops"]);
});
