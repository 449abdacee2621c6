import assert from "node:assert/strict";
import { test } from "node:test";
import { createHeartbeat } from "../src/heartbeat.js";

function start(t) {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const log = [];
  const heartbeat = createHeartbeat(
    () => log.push("silence"),
    () => log.push("death"),
  );
  return { log, heartbeat, tick: (milliseconds) => t.mock.timers.tick(milliseconds) };
}

test("reports silence after one interval and death after 2.25", (t) => {
  const { log, heartbeat, tick } = start(t);
  heartbeat.watch(20000);
  tick(19999);
  assert.deepEqual(log, []);
  tick(1);
  assert.deepEqual(log, ["silence"]);
  tick(24999);
  assert.deepEqual(log, ["silence"]);
  tick(1);
  assert.deepEqual(log, ["silence", "death"]);
});

test("begins anew with every sign of life", (t) => {
  const { log, heartbeat, tick } = start(t);
  heartbeat.watch(20000);
  tick(19999);
  heartbeat.heard();
  tick(19999);
  assert.deepEqual(log, []);
  tick(1);
  heartbeat.heard();
  tick(19999);
  assert.deepEqual(log, ["silence"]);
});

test("watches nothing without an interval, or any more", (t) => {
  const { log, heartbeat, tick } = start(t);
  heartbeat.heard();
  heartbeat.watch(undefined);
  tick(100000);
  heartbeat.watch(20000);
  heartbeat.watch();
  heartbeat.heard();
  tick(100000);
  assert.deepEqual(log, []);
  assert.equal(heartbeat.isOverdue(), false);
});

test("knows after a sleep of the machine that the silence was too long", (t) => {
  const { heartbeat } = start(t);
  heartbeat.watch(20000);
  t.mock.timers.setTime(45000);
  assert.equal(heartbeat.isOverdue(), false);
  t.mock.timers.setTime(45001);
  assert.equal(heartbeat.isOverdue(), true);
});
