import assert from "node:assert/strict";
import { test } from "node:test";
import { change } from "../src/debug/line.js";

/** What a frame passes on its way, by the names of the taps. */
function way(tap, isOut) {
  const seen = [];
  tap(seen, () => seen.push("end"), isOut);
  return seen;
}

const named = (name) => (seen, pass) => {
  seen.push(name);
  pass(seen);
};

test("the log is on the page's side of the delay, both ways", () => {
  let tap;
  const install = (next) => (tap = next);
  change(install, { delay: named("delay") });
  change(install, { log: named("log") });
  assert.deepEqual(way(tap, true), ["log", "delay", "end"]);
  assert.deepEqual(way(tap), ["delay", "log", "end"]);
  change(install, { delay: undefined });
  assert.deepEqual(way(tap), ["log", "end"]);
  change(install, { log: undefined });
  assert.deepEqual(way(tap, true), ["end"]);
});

test("a connection has its own", () => {
  const taps = [];
  change((next) => (taps[0] = next), { log: named("log") });
  change((next) => (taps[1] = next), { delay: named("delay") });
  assert.deepEqual(taps.map((tap) => way(tap)), [["log", "end"], ["delay", "end"]]);
});
