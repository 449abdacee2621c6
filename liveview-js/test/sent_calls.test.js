import assert from "node:assert/strict";
import { test } from "node:test";
import { createSentCalls } from "../src/sent_calls.js";

const call = (name, form = []) => ({ function: name, data: {}, form, lang: "en" });

test("numbers calls from 1 and makes their frames", () => {
  const sent = createSentCalls();
  assert.deepEqual(sent.add(call("a", [["x", "1"]])), {
    type: "call",
    id: 1,
    function: "a",
    data: {},
    form: [["x", "1"]],
    lang: "en",
    done: 0,
  });
  assert.equal(sent.add(call("b")).id, 2);
});

test("done is the highest id up to which all replies have arrived", () => {
  const sent = createSentCalls();
  assert.equal(sent.done(), 0);
  ["a", "b", "c"].map((name) => call(name)).forEach(sent.add);
  assert.equal(sent.done(), 0);
  sent.settle(2);
  assert.equal(sent.done(), 0);
  sent.settle(1);
  assert.equal(sent.done(), 2);
  sent.settle(3);
  assert.equal(sent.done(), 3);
  assert.equal(sent.add(call("d")).done, 3);
});

test("settles a call once", () => {
  const sent = createSentCalls();
  const a = call("a");
  sent.add(a);
  assert.equal(sent.settle(1), a);
  assert.equal(sent.settle(1), undefined);
  assert.equal(sent.settle(7), undefined);
  assert.equal(sent.settle(undefined), undefined);
});

test("repeats the frames of unanswered calls in order, under their ids", () => {
  const sent = createSentCalls();
  ["a", "b", "c"].map((name) => call(name)).forEach(sent.add);
  sent.settle(1);
  assert.deepEqual(
    sent.frames().map(({ id, function: name, done }) => [id, name, done]),
    [
      [2, "b", 1],
      [3, "c", 1],
    ],
  );
});

test("abandons all, and counts them as done", () => {
  const sent = createSentCalls();
  const calls = [call("a"), call("b")];
  calls.forEach(sent.add);
  assert.deepEqual(sent.abandon(), calls);
  assert.deepEqual(sent.frames(), []);
  assert.equal(sent.done(), 2);
});

test("abandons the largest", () => {
  const sent = createSentCalls();
  const large = call("b", [["text", "x".repeat(100000)]]);
  [call("a"), large, call("c")].forEach(sent.add);
  assert.equal(sent.abandonLargest(), large);
  assert.equal(sent.frames().length, 2);
  assert.equal(createSentCalls().abandonLargest(), undefined);
});

test("accepts each update of a call once", () => {
  const sent = createSentCalls();
  assert.deepEqual(
    [1, 2, 3, 1, 2, 3, 4].map((n) => sent.accepts(1, n)),
    [true, true, true, false, false, false, true],
  );
  assert.equal(sent.accepts(2, 1), true);
  assert.equal(sent.accepts(undefined, undefined), true);
  assert.equal(sent.accepts(undefined, undefined), true);
});

test("accepts none of a long stream a second time", () => {
  const sent = createSentCalls();
  for (let n = 1; n <= 3000; n++) sent.accepts(1, n);
  assert.equal(sent.accepts(1, 1), false);
  assert.equal(sent.accepts(1, 3000), false);
});

test("forgets the calls that have said nothing for longest", () => {
  const sent = createSentCalls();
  for (let id = 1; id <= 999; id++) sent.accepts(id, 1);
  sent.accepts(1, 2);
  sent.accepts(1000, 1);
  assert.equal(sent.accepts(1, 2), false);
  assert.equal(sent.accepts(2, 1), true);
});
