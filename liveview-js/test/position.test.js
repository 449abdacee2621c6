import assert from "node:assert/strict";
import { test } from "node:test";
import { createPosition } from "../src/position.js";

const E = "abcdefgh";

/** A page that has been welcomed. */
function at(seq, fields = {}) {
  const position = createPosition({ position: `${E}:${seq}`, ...fields });
  position.hello(true);
  position.welcome({ epoch: E, seq });
  return position;
}

const update = (room, first, seq, epoch = E) => ({ type: "update", room, epoch, first, seq });

const seqOf = (position) => position.hello(true).seq;

test("says in its hello what the page's html says", () => {
  const position = createPosition({ position: `${E}:41`, token: "T" });
  assert.deepEqual(position.hello(true), { epoch: E, seq: 41, token: "T", node: undefined, rooms: undefined });
});

test("says in later hellos which node welcomed it last", () => {
  const position = createPosition({});
  const welcomedBy = (node) => {
    position.hello(true);
    position.welcome({ epoch: E, seq: 1, node });
    return position.hello(false).node;
  };
  assert.equal(welcomedBy("node1"), "node1");
  position.freeze();
  assert.equal(welcomedBy("node2"), "node2");
  assert.equal(welcomedBy(undefined), undefined);
});

for (const text of [undefined, "", "abc", ":1", "abc:", "abc:x", "abc:-1", `${E}:99999999999999999999`]) {
  test(`the text ${JSON.stringify(text)} is no position`, () => {
    const { epoch, seq } = createPosition({ position: text }).hello(true);
    assert.deepEqual([epoch, seq], [undefined, undefined]);
  });
}

test("zero is a position", () => {
  assert.equal(createPosition({ position: `${E}:0` }).hello(true).seq, 0);
});

test("applies what follows, and moves", () => {
  const position = at(5);
  assert.equal(position.judge(update("a", 3, 7), false), "apply");
  assert.equal(position.judge(update("a", 8, 9), false), "apply");
  assert.equal(seqOf(position), 9);
});

test("drops what it has (dedupe)", () => {
  const position = at(5);
  assert.equal(position.judge(update("a", 1, 5), false), "drop");
  assert.equal(position.judge(update("a", 1, 6), false), "apply");
  assert.equal(position.judge(update("a", 1, 6), false), "drop");
});

test("asks about a hole, and stays where it is", () => {
  const position = at(5);
  assert.equal(position.judge(update("a", 7, 9), false), "ask");
  assert.equal(seqOf(position), 5);
});

test("asks about a hole from where nothing was missing in any room", () => {
  const position = at(5);
  position.judge(update("b", 6, 8), false);
  assert.equal(position.judge(update("a", 7, 9), false), "ask");
  assert.equal(seqOf(position), 5);
});

test("asks about a hole from the last ping, which proved all before it", () => {
  const position = at(5);
  position.judge(update("b", 6, 20), false);
  position.judge(update("a", 6, 8), false);
  position.reach({ epoch: E, seq: 15 });
  assert.equal(position.judge(update("a", 9, 12), false), "drop");
  assert.equal(position.judge(update("b", 6, 20), false), "drop");
  assert.equal(position.judge(update("b", 21, 22), false), "apply");
  assert.equal(position.judge(update("a", 10, 30), false), "apply");
  assert.equal(position.judge(update("a", 33, 33), false), "ask");
  assert.equal(seqOf(position), 15);
});

test("a jump is no hole where the room itself has none", () => {
  const position = at(5);
  assert.equal(position.judge(update("a", 2, 8), false), "apply");
  assert.equal(position.judge(update("b", 4, 11), false), "apply");
  assert.equal(position.judge(update("a", 9, 20), false), "apply");
  assert.equal(position.judge(update("b", 13, 21), false), "ask");
});

test("a room that was joined is seen up to there", () => {
  const position = at(5);
  position.joined({ room: "a", receipt: "R", epoch: E, seq: 30 });
  assert.equal(position.judge(update("a", 31, 33), false), "apply");
});

test("a room that was joined in another epoch is not", () => {
  const position = at(5);
  position.joined({ room: "a", receipt: "R", epoch: "other", seq: 30 });
  assert.equal(position.judge(update("a", 31, 33), false), "ask");
});

test("asks about a foreign epoch", () => {
  const position = at(5);
  assert.equal(position.judge(update("a", 1, 6, "other"), false), "ask");
  assert.equal(seqOf(position), 5);
});

test("drops all while a hello is unanswered, but what comes with the answer", () => {
  const position = at(5);
  position.hello(false);
  assert.equal(position.judge(update("a", 6, 6), false), "drop");
  assert.equal(position.judge(update("a", 6, 6), true), "apply");
  position.welcome({ epoch: E, seq: 8 });
  assert.equal(position.judge(update("a", 6, 8), false), "drop");
  assert.equal(position.judge(update("a", 9, 9), false), "apply");
});

test("two hellos are answered by two welcomes", () => {
  const position = at(5);
  position.hello(false);
  position.hello(false);
  position.welcome({ epoch: E, seq: 6 });
  assert.equal(position.judge(update("a", 7, 7), false), "drop");
  position.welcome({ epoch: E, seq: 7 });
  assert.equal(position.judge(update("a", 8, 8), false), "apply");
});

test("a new socket's hello is the only one that counts", () => {
  const position = at(5);
  position.hello(false);
  position.hello(false);
  position.hello(true);
  position.welcome({ epoch: E, seq: 6 });
  assert.equal(position.judge(update("a", 7, 7), false), "apply");
});

test("what is recovered may have holes, but nothing twice", () => {
  const position = at(5);
  position.hello(false);
  assert.equal(position.judge(update("a", 4, 5), true), "drop");
  assert.equal(position.judge(update("a", 9, 10), true), "apply");
});

test("a foreign epoch among what is recovered breaks it", () => {
  const position = at(5);
  position.hello(false);
  assert.equal(position.judge(update("a", 1, 6, "other"), true), "ask");
  assert.equal(position.welcome({ epoch: "other", seq: 9 }), true);
  position.hello(false);
  assert.equal(position.welcome({ epoch: "other", seq: 9 }), false);
});

test("without a position anything is new, until the welcome brings one", () => {
  const position = createPosition({});
  position.hello(true);
  assert.equal(position.judge(update("a", 5, 6), true), "apply");
  position.welcome({ epoch: E, seq: 6 });
  assert.equal(position.judge(update("a", 5, 6), false), "drop");
});

test("a welcome of a server that knows no positions changes none", () => {
  const position = at(5);
  position.hello(false);
  position.welcome({});
  assert.equal(seqOf(position), 5);
});

test("a ping moves it forward, never back, and not by a foreign epoch", () => {
  const position = at(5);
  position.reach({ epoch: E, seq: 9 });
  position.reach({ epoch: E, seq: 7 });
  position.reach({ epoch: "other", seq: 20 });
  position.reach({});
  assert.equal(seqOf(position), 9);
});

test("a ping does not move it past what was dropped", () => {
  const position = at(5);
  position.hello(false);
  position.reach({ epoch: E, seq: 9 });
  assert.equal(seqOf(position), 5);
});

test("shows receipts until the room is left", () => {
  const position = at(5);
  position.joined({ room: "a", receipt: "1", epoch: E, seq: 5 });
  position.joined({ room: "b", receipt: "2", epoch: E, seq: 5 });
  position.joined({ room: "a", receipt: "3", epoch: E, seq: 6 });
  position.left({ room: "b" });
  position.left({ room: "none" });
  assert.deepEqual(position.hello(true).rooms, { a: "3" });
});

test("a room may have any name", () => {
  const position = at(5);
  for (const room of ["__proto__", "constructor"]) {
    position.joined({ room, receipt: "R", epoch: E, seq: 5 });
    assert.equal(position.judge(update(room, 99, 100), false), "ask");
  }
  assert.equal(JSON.stringify(position.hello(true).rooms), '{"__proto__":"R","constructor":"R"}');
  assert.equal({}.R, undefined);
});

test("frozen, nothing moves but the receipts", () => {
  const position = at(5);
  position.freeze();
  assert.equal(position.judge(update("a", 6, 6), false), "drop");
  assert.equal(position.judge(update("a", 6, 6), true), "drop");
  position.welcome({ epoch: E, seq: 9 });
  position.adopt({ epoch: E, seq: 9 });
  position.reach({ epoch: E, seq: 9 });
  position.joined({ room: "a", receipt: "R", epoch: E, seq: 9 });
  position.thaw(null);
  assert.deepEqual(position.hello(true), { epoch: E, seq: 5, token: undefined, node: undefined, rooms: { a: "R" } });
});

test("thaws at the position and with the token of the page that was taken over", () => {
  const position = at(5, { token: "old" });
  position.freeze();
  position.thaw({ position: "newepoch:2", token: "new" });
  assert.deepEqual(position.hello(true), { epoch: "newepoch", seq: 2, token: "new", node: undefined, rooms: undefined });
});

test("thaws where it was when that page has no position", () => {
  const position = at(5, { token: "old" });
  position.freeze();
  position.thaw({});
  assert.deepEqual(position.hello(true), { epoch: E, seq: 5, token: undefined, node: undefined, rooms: undefined });
});
