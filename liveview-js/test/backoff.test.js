import assert from "node:assert/strict";
import { test } from "node:test";
import { createBackoff } from "../src/backoff.js";

const settings = { retryMin: 250, retryMax: 20000 };

test("doubles the span up to the most", (t) => {
  t.mock.method(Math, "random", () => 1);
  const backoff = createBackoff(settings);
  const pauses = Array.from({ length: 9 }, backoff.next);
  assert.deepEqual(pauses, [500, 1000, 2000, 4000, 8000, 16000, 20000, 20000, 20000]);
});

test("never pauses less than the least", (t) => {
  t.mock.method(Math, "random", () => 0);
  const backoff = createBackoff(settings);
  assert.deepEqual([backoff.next(), backoff.next(), backoff.next()], [250, 250, 250]);
});

test("spreads the pages over the span (D40)", () => {
  const pauses = Array.from({ length: 2000 }, () => createBackoff(settings).next());
  assert.ok(Math.min(...pauses) >= 250 && Math.max(...pauses) <= 500);
  const late = pauses.filter((pause) => pause > 375).length;
  assert.ok(late > 800 && late < 1200, `${late} of 2000 in the later half`);
});

test("stays finite after thousands of failures", () => {
  const backoff = createBackoff(settings);
  for (let i = 0; i < 5000; i++) assert.ok(backoff.next() <= 20000);
});

test("begins anew after a reset", (t) => {
  t.mock.method(Math, "random", () => 1);
  const backoff = createBackoff(settings);
  backoff.next();
  backoff.next();
  backoff.reset();
  assert.equal(backoff.next(), 500);
});
