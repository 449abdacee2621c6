import assert from "node:assert/strict";
import { test } from "node:test";
import { decode, encode } from "../src/message.js";

const bytes = (text) => new TextEncoder().encode(text).buffer;

test("reads an object and an array of objects, as text and as bytes", () => {
  const one = [{ type: "ping" }];
  const two = [{ type: "ping" }, { type: "reply", id: 1 }];
  assert.deepEqual(decode('{"type":"ping"}'), one);
  assert.deepEqual(decode(bytes('{"type":"ping"}')), one);
  assert.deepEqual(decode(JSON.stringify(two)), two);
  assert.deepEqual(decode(bytes(JSON.stringify(two))), two);
});

test("reads UTF-8", () => {
  assert.deepEqual(decode(bytes('{"type":"größe 😀"}')), [{ type: "größe 😀" }]);
});

test("passes over what is not a message", () => {
  assert.deepEqual(decode('[null, 1, "x", [], {}, {"type": "ping"}]'), [{ type: "ping" }]);
});

test("refuses what is not JSON", () => {
  assert.throws(() => decode("{"), SyntaxError);
  assert.throws(() => decode(bytes("")), SyntaxError);
});

test("writes JSON", () => {
  assert.equal(encode({ type: "call", form: [["a", "1"]] }), '{"type":"call","form":[["a","1"]]}');
});
