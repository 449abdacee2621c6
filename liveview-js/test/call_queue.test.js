import assert from "node:assert/strict";
import { test } from "node:test";
import { createCallQueue } from "../src/call_queue.js";

function start(t, settings = {}) {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const expired = [];
  const queue = createCallQueue({ queueLimit: 2, queueAge: 30000, ...settings }, (call) => expired.push(call));
  const drain = () => {
    const calls = [];
    queue.drain((call) => calls.push(call));
    return calls;
  };
  return { queue, expired, drain, tick: (milliseconds) => t.mock.timers.tick(milliseconds) };
}

const call = (name) => ({ function: name, data: {}, form: [], lang: null });
const [a, b, c] = ["a", "b", "c"].map(call);

test("keeps calls in order", (t) => {
  const { queue, drain } = start(t);
  queue.add(a);
  queue.add(b);
  assert.equal(queue.size(), 2);
  assert.deepEqual(drain(), [a, b]);
  assert.equal(queue.size(), 0);
  assert.deepEqual(drain(), []);
});

test("refuses a call past the limit and keeps the older ones", (t) => {
  const { queue, expired, drain } = start(t);
  [a, b, c].forEach(queue.add);
  assert.deepEqual(expired, [c]);
  assert.deepEqual(drain(), [a, b]);
});

test("refuses every call with a limit of none", (t) => {
  const { queue, expired } = start(t, { queueLimit: 0 });
  queue.add(a);
  assert.deepEqual(expired, [a]);
});

test("lets a call expire at its age", (t) => {
  const { queue, expired, drain, tick } = start(t);
  queue.add(a);
  tick(20000);
  queue.add(b);
  tick(9999);
  assert.deepEqual(expired, []);
  tick(1);
  assert.deepEqual(expired, [a]);
  assert.deepEqual(drain(), [b]);
});

test("leaves out calls that grew too old while timers stood still", (t) => {
  const { queue, expired, drain, tick } = start(t);
  t.mock.method(globalThis, "clearTimeout");
  queue.add(a);
  t.mock.method(Date, "now", () => 30000);
  queue.add(b);
  assert.deepEqual(drain(), [b]);
  tick(0);
  assert.deepEqual(expired, [a]);
});

test("a call that was sent does not expire", (t) => {
  const { queue, expired, drain, tick } = start(t);
  queue.add(a);
  drain();
  tick(60000);
  assert.deepEqual(expired, []);
});
