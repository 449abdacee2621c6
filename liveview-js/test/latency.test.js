import assert from "node:assert/strict";
import { test } from "node:test";
import { latency } from "../src/debug/latency.js";

function open(t) {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const arrived = [];
  let tap;
  const install = (next) => (tap = next);
  return {
    arrived,
    install,
    receive: (frame) => tap(frame, (same) => arrived.push(`in ${same}`)),
    send: (frame) => tap(frame, (same) => arrived.push(`out ${same}`), true),
  };
}

test("delays frames both ways", (t) => {
  const { arrived, install, receive, send } = open(t);
  latency(install, 100);
  send("a");
  t.mock.timers.tick(50);
  receive("b");
  t.mock.timers.tick(49);
  assert.deepEqual(arrived, []);
  t.mock.timers.tick(1);
  assert.deepEqual(arrived, ["out a"]);
  t.mock.timers.tick(50);
  assert.deepEqual(arrived, ["out a", "in b"]);
});

test("lets no frame overtake another, whatever the jitter", (t) => {
  const { arrived, install, receive } = open(t);
  const random = t.mock.method(Math, "random", () => 0.9);
  latency(install, 100, 1000);
  receive("slow");
  random.mock.mockImplementation(() => 0);
  receive("quick");
  t.mock.timers.tick(999);
  assert.deepEqual(arrived, []);
  t.mock.timers.tick(1);
  assert.deepEqual(arrived, ["in slow", "in quick"]);
  receive("next");
  t.mock.timers.tick(100);
  assert.equal(arrived.at(-1), "in next");
});

test("lets the directions go each at its own pace", (t) => {
  const { arrived, install, receive, send } = open(t);
  const random = t.mock.method(Math, "random", () => 0.9);
  latency(install, 100, 1000);
  send("slow");
  random.mock.mockImplementation(() => 0);
  receive("quick");
  t.mock.timers.tick(1000);
  assert.deepEqual(arrived, ["in quick", "out slow"]);
});

test("ends with 0, and what was under way arrives before what comes after", (t) => {
  const { arrived, install, receive, send } = open(t);
  latency(install, 100);
  receive("a");
  receive("b");
  send("c");
  latency(install, 0);
  receive("d");
  assert.deepEqual(arrived.filter((one) => one.startsWith("in")), ["in a", "in b", "in d"]);
  assert.equal(arrived.length, 4);
  t.mock.timers.tick(1000);
  assert.equal(arrived.length, 4);
});

test("a change while frames are under way keeps their order", (t) => {
  const { arrived, install, receive } = open(t);
  latency(install, 1000);
  receive("a");
  latency(install, 10);
  receive("b");
  t.mock.timers.tick(10);
  assert.deepEqual(arrived, []);
  t.mock.timers.tick(990);
  assert.deepEqual(arrived, ["in a", "in b"]);
});

for (const [ms, jitter] of [[-1], ["soon"], [undefined], [1, NaN]]) {
  test(`refuses ${ms} and ${jitter}`, () => {
    assert.throws(() => latency(assert.fail, ms, jitter), /latency: expected milliseconds from 0, got/);
  });
}
