import assert from "node:assert/strict";
import { test } from "node:test";
import { randomId } from "../src/random_id.js";

test("makes the digits of a random UUID, new each time", () => {
  const ids = new Set(Array.from({ length: 100 }, randomId));
  assert.equal(ids.size, 100);
  for (const id of ids) assert.match(id, /^[0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}$/);
});

test("needs no secure context", (t) => {
  t.mock.method(crypto, "randomUUID", () => assert.fail("not there on plain http"));
  assert.match(randomId(), /^[0-9a-f]{32}$/);
});
