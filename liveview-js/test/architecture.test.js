import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { test } from "node:test";

const ALLOWED = {
  index: ["connection", "events", "page_controller", "random_id", "renderer", "settings", "stimulus", "version"],
  page_controller: ["payload", "stimulus"],
  connection: ["backoff", "call_queue", "heartbeat", "message", "sent_calls"],
  sent_calls: ["message"],
  renderer: ["actions", "effects", "events", "find"],
  actions: ["fragment"],
  effects: ["events", "find"],
  settings: ["random_id"],
};

const root = new URL("../src/", import.meta.url);
const files = readdirSync(root, { recursive: true }).filter((file) => file.endsWith(".js"));
const sources = new Map(files.map((file) => [basename(file, ".js"), readFileSync(new URL(file, root), "utf8")]));

function importsOf(source) {
  return [...source.matchAll(/^import .* from "(.*)";$/gm)].map(([, path]) => basename(path, ".js")).sort();
}

test("a source imports what the architecture allows, and nothing else", () => {
  for (const [name, source] of sources) assert.deepEqual(importsOf(source), ALLOWED[name] ?? [], name);
});

test("imports form no cycle", () => {
  const visit = (name, path) => {
    assert.ok(!path.includes(name), [...path, name].join(" -> "));
    for (const next of ALLOWED[name] ?? []) visit(next, [...path, name]);
  };
  visit("index", []);
});

test("no source evaluates text or touches storage and cookies", () => {
  for (const [name, source] of sources) {
    assert.doesNotMatch(source, /\beval\b|new Function|localStorage|sessionStorage|indexedDB|cookie/, name);
  }
});
