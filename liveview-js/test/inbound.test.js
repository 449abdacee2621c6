import assert from "node:assert/strict";
import { test } from "node:test";
import { createInbound } from "../src/inbound.js";
import { createPosition } from "../src/position.js";
import { createSentCalls } from "../src/sent_calls.js";
import { captureConsole } from "./support/page.js";

const E = "abcdefgh";

function start({ isUnknown = false, canStart = true, isUnderWay = true, ...delegate } = {}) {
  const log = [];
  const note =
    (name) =>
    (...values) =>
      log.push([name, ...values]);
  const position = createPosition({ position: `${E}:5` });
  position.hello(true);
  const inbound = createInbound({
    delegate: { receivedUpdates: ([{ title }]) => log.push(title), failed: note("failed"), ended() {}, settled: note("settled"), ...delegate },
    position,
    sent: createSentCalls(),
    refreshes: { ended: note("ended") },
    resync: {
      isUnderWay: () => isUnderWay,
      start() {
        log.push("fetch");
        if (canStart) position.freeze();
      },
      after: (act) => act(),
    },
    enter: () => isUnknown,
    hello() {
      log.push("hello");
      position.hello(false);
    },
    send: note("send"),
    fail: note("fail"),
    lose: note("lose"),
  });
  return { receive: (...messages) => inbound(JSON.stringify(messages)), inbound, log, position };
}

const update = (first, seq, fields) => ({
  type: "update",
  room: "a",
  epoch: E,
  first,
  seq,
  updates: [{ title: `${seq}` }],
  ...fields,
});
const welcome = (seq, fields) => ({ type: "welcome", epoch: E, seq, ...fields });

test("what comes ahead of a welcome in its frame is applied in order, and what follows it by the rules", () => {
  const { receive, log } = start();
  receive(update(4, 5), update(6, 6), update(8, 9), welcome(9), update(10, 10), update(10, 10));
  assert.deepEqual(log, ["6", "9", "10"]);
});

test("a frame without a welcome is passed over until there was one", () => {
  const { receive, log } = start();
  receive(update(6, 6));
  receive(update(6, 6), welcome(6));
  assert.deepEqual(log, ["6"]);
});

test("a hole asks once, and is filled by the answer", () => {
  const { receive, log } = start();
  receive(welcome(5));
  receive(update(7, 7), update(8, 8));
  receive(update(9, 9));
  assert.deepEqual(log, ["hello"]);
  receive(update(6, 6), update(7, 7), update(8, 8), update(9, 9), welcome(9));
  receive(update(10, 10));
  assert.deepEqual(log, ["hello", "6", "7", "8", "9", "10"]);
});

test("a foreign epoch asks once", () => {
  const { receive, log } = start();
  receive(welcome(5));
  receive(update(1, 1, { epoch: "other" }), update(2, 2, { epoch: "other" }));
  assert.deepEqual(log, ["hello"]);
});

test("updates of no room are applied whatever the position", () => {
  const { receive, log } = start();
  receive({ type: "update", updates: [{ title: "push" }] });
  assert.deepEqual(log, ["push"]);
});

for (const [what, messages] of [
  ["a resync", [{ type: "resync", epoch: E, seq: 20 }]],
  ["a welcome that asks for it", [welcome(20, { resync: true })]],
  ["a foreign epoch among what was recovered", [update(1, 1, { epoch: "other" }), welcome(20)]],
]) {
  test(`${what} makes the page fetch itself, from the position that came with it`, () => {
    const { receive, log, position } = start();
    receive(...messages, update(21, 21));
    assert.deepEqual(log, ["fetch"]);
    assert.equal(position.hello(true).seq, 20);
  });
}

test("a resync that the page forbids adopts the position and goes on", () => {
  const { receive, log } = start({ canStart: false });
  receive(welcome(5), { type: "resync", epoch: E, seq: 20 }, update(15, 20), update(21, 21));
  assert.deepEqual(log, ["fetch", "21"]);
});

test("a call of unknown outcome makes the page fetch itself", () => {
  const { receive, log } = start({ isUnknown: true });
  receive(welcome(5));
  assert.deepEqual(log, ["fetch"]);
});

test("a ping is answered and moves the position", () => {
  const { receive, log, position } = start();
  receive(welcome(5), { type: "ping", epoch: E, seq: 30 });
  assert.deepEqual(log, [["send", { type: "pong" }]]);
  assert.equal(position.hello(true).seq, 30);
});

test("receipts are shown in later hellos", () => {
  const { receive, position } = start();
  receive({ type: "joined", room: "a", receipt: "R", epoch: E, seq: 5 }, { type: "joined", room: "b", receipt: "S" });
  receive({ type: "left", room: "b" });
  assert.deepEqual(position.hello(true).rooms, { a: "R" });
});

test("what cannot be read or is not known disturbs nothing", (t) => {
  const { error } = captureConsole(t);
  const { inbound, receive, log } = start();
  inbound("secret {");
  receive({ type: "__proto__" }, { type: "toString" }, { type: "later" });
  assert.deepEqual(log, []);
  assert.deepEqual(error, ["LiveView: bad frame"]);
});

test("says when a welcome leaves nothing to be done, which it does not while the page is fetched", () => {
  for (const isUnderWay of [true, false]) {
    const { receive, log } = start({ isUnderWay });
    receive(welcome(5));
    assert.deepEqual(log, isUnderWay ? [] : [["settled"]]);
  }
});

test("what watches the page has its turn between the objects of a frame", async () => {
  const { inbound, log } = start({
    receivedUpdates: ([{ title }]) => {
      log.push(title);
      queueMicrotask(() => log.push(`saw ${title}`));
    },
  });
  await inbound(JSON.stringify([welcome(9)]));
  log.length = 0;
  const push = (title) => ({ type: "update", updates: [{ title }] });
  await inbound(JSON.stringify([push("one"), push("two")]));
  await null;
  assert.deepEqual(log, ["one", "saw one", "two", "saw two"]);
});
