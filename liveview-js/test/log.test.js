import assert from "node:assert/strict";
import { test } from "node:test";
import { debug } from "../src/debug/log.js";
import { openPage } from "./support/page.js";

async function start(t) {
  await openPage(t);
  const lines = [];
  t.mock.method(console, "debug", (line, ...more) => lines.push([line.replace(/^LiveView [\d:.]{12} /, ""), ...more]));
  const passed = [];
  let tap;
  const install = (next) => (tap = next);
  debug(install);
  const pass = (frame) => passed.push(frame);
  t.after(() => debug(install, false));
  return {
    lines,
    passed,
    install,
    texts: () => lines.map(([line]) => line),
    send: (message) => tap(JSON.stringify(message), pass, true),
    receive: (message) => tap(JSON.stringify(message), pass),
    receiveRaw: (frame) => tap(frame, pass),
  };
}

test("tells of every frame when, which way, of what type and size, and lets it pass", async (t) => {
  const { lines, passed, send, receive } = await start(t);
  send({ type: "pong" });
  receive([{ type: "update", updates: [] }, { type: "ping" }]);
  assert.deepEqual(lines, [
    ["out: pong, 15 bytes", { type: "pong" }],
    ["in: update, ping, 48 bytes", { type: "update", updates: [] }, { type: "ping" }],
  ]);
  assert.equal(passed.length, 2);
});

test("counts bytes, of binary frames as of text", async (t) => {
  const { texts, passed, receive, receiveRaw } = await start(t);
  receive({ type: "ü" });
  const binary = new TextEncoder().encode('{"type":"ü"}').buffer;
  receiveRaw(binary);
  assert.deepEqual(texts(), ["in: ü, 13 bytes", "in: ü, 13 bytes"]);
  assert.equal(passed[1], binary);
});

test("tells how long a call took, and how it ended", async (t) => {
  const { texts, send, receive } = await start(t);
  send({ type: "call", id: 1, function: "save" });
  send({ type: "call", id: 2, function: "load" });
  receive({ type: "reply", id: 2, error: { code: "failed" } });
  receive({ type: "reply", id: 1 });
  receive({ type: "reply", id: 1 });
  const [first, second, ...more] = texts().filter((line) => line.startsWith("call"));
  assert.match(first, /^call 2, load: error failed after \d+\.\d ms$/);
  assert.match(second, /^call 1, save: done after \d+\.\d ms$/);
  assert.deepEqual(more, []);
});

test("shows nothing that was typed", async (t) => {
  const { lines, send, receive } = await start(t);
  send({ type: "call", id: 1, function: "save", data: { x: "secret" }, form: [["name", "secret"]] });
  receive({ type: "reply", id: 1, updates: [{ target: "p", html: "secret" }] });
  assert.doesNotMatch(JSON.stringify(lines), /secret/);
  assert.match(JSON.stringify(lines), /name: 6 characters/);
});

test("lets a frame pass that cannot be read, without showing it", async (t) => {
  const { lines, passed, receiveRaw } = await start(t);
  receiveRaw("secret{");
  assert.deepEqual(lines, [["in: not readable, 7 bytes"]]);
  assert.deepEqual(passed, ["secret{"]);
});

test("is silent once it is off, and says everything once when it is on twice", async (t) => {
  const { lines, passed, install, receive } = await start(t);
  debug(install, true);
  document.documentElement.setAttribute("data-liveview-status", "connected");
  await Promise.resolve();
  receive({ type: "ping" });
  assert.equal(lines.length, 2);
  debug(install, false);
  debug(install, false);
  receive({ type: "ping" });
  document.documentElement.setAttribute("data-liveview-status", "disconnected");
  await Promise.resolve();
  assert.equal(lines.length, 2);
  assert.equal(passed.length, 2);
});
