import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { test } from "node:test";

const ALLOWED = {
  index: [
    ..."chunk connection events fragment notice own_page page_controller random_id".split(" "),
    ..."renderer settings stimulus version".split(" "),
  ],
  page_controller: [
    ..."action_element describe enter focus init intersect keyboard keys".split(" "),
    ..."payload stimulus timing watch".split(" "),
  ],
  enter: ["keys", "payload"],
  keyboard: ["describe", "keys"],
  connection: [
    ..."backoff call_queue heartbeat inbound message".split(" "),
    ..."position refreshes resync sent_calls".split(" "),
  ],
  inbound: ["message"],
  sent_calls: ["message"],
  renderer: ["actions", "effects", "events", "find"],
  actions: ["clean_up", "fragment"],
  take_over: ["morph", "user_input"],
  morph: ["clean_up", "idiomorph", "user_input"],
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

test("nothing imports the index, and nothing but the controllers knows Stimulus or the triggers", () => {
  for (const file of files) {
    const imports = importsOf(readFileSync(new URL(file, root), "utf8"));
    assert.ok(!imports.includes("index"), file);
    if (!/^(index|controllers\/.*)\.js$/.test(file)) assert.ok(!imports.includes("stimulus"), file);
    const triggers = files.filter((other) => other.startsWith("triggers/")).map((other) => basename(other, ".js"));
    if (!/^(triggers|controllers)\//.test(file)) assert.ok(!imports.some((name) => triggers.includes(name)), file);
  }
});

test("every source has its test", () => {
  const tests = readdirSync(new URL(".", import.meta.url)).filter((file) => file.endsWith(".test.js"));
  for (const name of sources.keys()) assert.ok(tests.includes(`${name}.test.js`), name);
});

test("names of sources are unique", () => {
  assert.equal(sources.size, files.length);
});

test("imports form no cycle", () => {
  const visit = (name, path) => {
    assert.ok(!path.includes(name), [...path, name].join(" -> "));
    for (const next of ALLOWED[name] ?? []) visit(next, [...path, name]);
  };
  visit("index", []);
  visit("take_over", []);
});

test("nothing but the second bundle knows Idiomorph, and the first has no part of it but by loading it", () => {
  const reached = new Set();
  const visit = (name) => {
    reached.add(name);
    (ALLOWED[name] ?? []).forEach(visit);
  };
  visit("index");
  for (const name of ["idiomorph", "morph", "take_over", "user_input"]) assert.ok(!reached.has(name), name);
  const loading = [...sources.keys()].filter((name) => /(?<!\{)\bimport\((?!")/.test(sources.get(name)));
  assert.deepEqual(loading, ["chunk"]);
});

test("no source evaluates text or touches storage and cookies", () => {
  for (const [name, source] of sources) {
    assert.doesNotMatch(source, /\beval\b|new Function|localStorage|sessionStorage|indexedDB|cookie/, name);
  }
});
