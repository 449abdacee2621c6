import assert from "node:assert/strict";
import { test } from "node:test";
import { createRefreshes } from "../src/refreshes.js";

const call = (name, data = {}) => ({ function: name, data, form: [], lang: null });

function start() {
  const sent = [];
  const state = { isUp: true };
  const refreshes = createRefreshes((one) => {
    if (state.isUp) sent.push(one);
    return state.isUp;
  });
  return { refreshes, sent, state, names: () => sent.map((one) => one.function) };
}

test("makes a call at once", () => {
  const { refreshes, names } = start();
  refreshes.ask(call("a"));
  assert.deepEqual(names(), ["a"]);
});

test("folds those that come while one is unanswered into one more", () => {
  const { refreshes, sent } = start();
  for (let n = 0; n < 5; n++) refreshes.ask(call("a", { x: "1", y: "2" }));
  assert.equal(sent.length, 1);
  refreshes.ended(sent[0]);
  assert.equal(sent.length, 2);
  refreshes.ended(sent[1]);
  assert.equal(sent.length, 2);
  refreshes.ask(call("a", { x: "1", y: "2" }));
  assert.equal(sent.length, 3);
});

test("tells them apart by function and data, whatever the order of the keys", () => {
  const { refreshes, sent } = start();
  refreshes.ask(call("a", { x: "1", y: "2" }));
  refreshes.ask(call("a", { y: "2", x: "1" }));
  refreshes.ask(call("a", { x: "1" }));
  refreshes.ask(call("b", { x: "1" }));
  assert.deepEqual(
    sent.map(({ function: name, data }) => [name, data]),
    [
      ["a", { x: "1", y: "2" }],
      ["a", { x: "1" }],
      ["b", { x: "1" }],
    ],
  );
});

test("one whose outcome is unknown is made again, once", () => {
  const { refreshes, sent } = start();
  refreshes.ask(call("a"));
  refreshes.ask(call("a"));
  assert.equal(refreshes.lost(sent[0]), true);
  refreshes.resume();
  refreshes.resume();
  assert.equal(sent.length, 2);
  refreshes.ended(sent[1]);
  assert.equal(sent.length, 2);
});

test("what cannot be sent waits for the connection, and does not expire", () => {
  const { refreshes, sent, state } = start();
  state.isUp = false;
  refreshes.ask(call("a"));
  refreshes.ask(call("a"));
  refreshes.resume();
  assert.equal(sent.length, 0);
  state.isUp = true;
  refreshes.resume();
  assert.equal(sent.length, 1);
});

test("a call of the user's is none of them", () => {
  const { refreshes, sent } = start();
  refreshes.ask(call("a"));
  const users = call("a");
  assert.equal(refreshes.lost(users), false);
  refreshes.ended(users);
  refreshes.ask(call("a"));
  assert.equal(sent.length, 1);
});
