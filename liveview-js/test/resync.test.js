import assert from "node:assert/strict";
import { test } from "node:test";
import { createResync } from "../src/resync.js";

const settled = () => new Promise((resolve) => setImmediate(resolve));

function start(t, outcomes, { mayStart = true } = {}) {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  t.mock.method(Math, "random", () => 1);
  const log = [];
  const state = { isConnected: true };
  const resync = createResync({
    isConnected: () => state.isConnected,
    resyncing: () => mayStart,
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
  const { resync, log, tick } = start(t, [PAGE]);
  assert.equal(resync.start(), true);
  await tick(499);
  assert.deepEqual(log, []);
  await tick(1);
  assert.deepEqual(log, ["fetch", PAGE]);
});

test("does not begin while it is under way, nor when the page says no", async (t) => {
  const { resync, log, tick } = start(t, [PAGE]);
  resync.start();
  assert.equal(resync.start(), false);
  await tick(500);
  assert.deepEqual(log, ["fetch", PAGE]);
  const other = createResync({ isConnected: () => true, resyncing: () => false });
  assert.equal(other.start(), false);
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

test("pauses at most 20 seconds, for ever", async (t) => {
  const { resync, log, tick } = start(t, Array(30).fill("again"));
  resync.start();
  for (let n = 1; n <= 20; n++) {
    await tick(20000);
    assert.equal(log.length, n);
  }
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

test("holds back what is to come after it, in order", async (t) => {
  const { resync, log, tick } = start(t, [PAGE]);
  resync.after(() => log.push(0));
  resync.start();
  resync.after(() => log.push(1));
  resync.after(() => log.push(2));
  await tick(500);
  resync.after(() => log.push(3));
  assert.deepEqual(log, [0, "fetch", 1, 2, PAGE, 3]);
});

test("holds back nothing between two attempts, which may be far apart", async (t) => {
  const { resync, log, tick } = start(t, ["again", PAGE]);
  resync.start();
  resync.after(() => log.push(1));
  await tick(500);
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
    resync.after(() => log.push("held"));
    await tick(500);
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
