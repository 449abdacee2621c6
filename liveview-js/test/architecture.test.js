import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { test } from "node:test";
import { ourInternals } from "../scripts/stimulus_internals.js";

const ALLOWED = {
  index: [
    ..."address api attributes busy chunk claims connection entries events fields focus_keeper".split(" "),
    ..."fragment morph notice page_controller progress".split(" "),
    ..."renderer settings stimulus version".split(" "),
  ],
  page_controller: [
    ..."action_element describe dom init keys lazy_triggers".split(" "),
    ..."payload stimulus touched watch".split(" "),
  ],
  touched: ["dom", "payload", "user_input"],
  api: ["payload"],
  busy: ["dom"],
  payload: ["dom"],
  enter: ["dom", "keys", "payload"],
  focus: ["dom"],
  modal: ["dom"],
  init: ["dom"],
  timing: ["dom"],
  watch: ["dom"],
  lazy_triggers: ["dom"],
  intersect: ["dom"],
  events: ["dom"],
  triggers_chunk: ["enter", "focus", "intersect", "keyboard", "modal", "timing"],
  keyboard: ["describe", "dom", "keys"],
  connection: [
    ..."backoff call_queue heartbeat inbound message".split(" "),
    ..."position refreshes resync sent_calls".split(" "),
  ],
  inbound: ["message"],
  sent_calls: ["message"],
  renderer: ["actions", "effects", "events", "find"],
  actions: ["clean_up", "dom", "fragment", "morph"],
  clean_up: ["dom"],
  entries: ["random_id"],
  page_chunk: ["pages"],
  pages: "again announce arrival events links own_page places random_id recovery request take_over".split(" "),
  own_page: ["request"],
  places: ["arrival"],
  recovery: ["dom"],
  debug_chunk: ["latency", "log"],
  latency: ["line"],
  log: ["line", "message", "outline", "watch_page"],
  watch_page: ["outline"],
  module: ["index"],
  morph: ["attributes", "clean_up", "dom", "match", "order", "pairs", "user_input"],
  attributes: ["dom"],
  match: ["dom", "pairs"],
  pairs: ["dom"],
  user_input: ["dom", "fields", "pairs"],
  claims: ["dom", "fields", "user_input"],
  effects: ["address", "announce", "dom", "events", "find"],
  focus_keeper: ["dom"],
  settings: ["random_id"],
};

/** Sources that are the entry of a bundle; a chunk has none of the others' code but what keeps nothing in mind. */
const ENTRIES = { page_chunk: ["announce", "dom", "events", "random_id"], triggers_chunk: ["describe", "dom", "keys", "payload"], debug_chunk: ["message"] };

const root = new URL("../src/", import.meta.url);
const files = readdirSync(root, { recursive: true }).filter((file) => file.endsWith(".js"));
const sources = new Map(files.map((file) => [basename(file, ".js"), readFileSync(new URL(file, root), "utf8")]));

function importsOf(source) {
  return [...source.matchAll(/^(?:import|export) (?:.* from )?"(.*)";$/gm)].map(([, path]) => basename(path, ".js")).sort();
}

test("a source imports what the architecture allows, and nothing else", () => {
  for (const [name, source] of sources) assert.deepEqual(importsOf(source), ALLOWED[name] ?? [], name);
});

test("nothing imports the index but the npm package, and nothing but the controllers knows Stimulus or the triggers", () => {
  for (const file of files) {
    const imports = importsOf(readFileSync(new URL(file, root), "utf8"));
    if (file !== "npm/module.js") assert.ok(!imports.includes("index"), file);
    if (!/^(index|controllers\/.*)\.js$/.test(file)) assert.ok(!imports.includes("stimulus"), file);
    const triggers = files.filter((other) => other.startsWith("triggers/")).map((other) => basename(other, ".js"));
    if (!/^(triggers|controllers)\//.test(file)) assert.ok(!imports.some((name) => triggers.includes(name)), file);
  }
});

test("every source has its test", () => {
  const tests = readdirSync(new URL(".", import.meta.url)).filter((file) => file.endsWith(".test.js"));
  for (const name of sources.keys()) {
    // A chunk's entry only lists what is in it.
    if (!name.endsWith("_chunk")) assert.ok(tests.includes(`${name}.test.js`), name);
  }
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
  for (const name of Object.keys(ENTRIES)) visit(name, []);
});

/** A source and all that it imports, and those import. */
function reachedFrom(name, reached = new Set()) {
  reached.add(name);
  (ALLOWED[name] ?? []).forEach((next) => reachedFrom(next, reached));
  return reached;
}

test("a chunk is loaded, not imported, and brings no second copy of what keeps something in mind", () => {
  const main = reachedFrom("index");
  for (const [name, shared] of Object.entries(ENTRIES)) {
    const twice = [...reachedFrom(name)].filter((one) => main.has(one));
    assert.deepEqual(twice.sort(), shared, name);
  }
  const loading = [...sources.keys()].filter((name) => /(?<!\{)\bimport\((?!")/.test(sources.get(name)));
  assert.deepEqual(loading, ["chunk"]);
});

test("what the script calls by a shorter name is met in no chunk", () => {
  const names = new RegExp(`\\b(${ourInternals.join("|")})\\b(?=[\\w, ]*\\}|:|\\()|\\.(${ourInternals.join("|")})\\b`);
  for (const entry of Object.keys(ENTRIES)) {
    for (const name of reachedFrom(entry)) assert.doesNotMatch(sources.get(name).replace(/^\s*(\/\/|\*|\/\*).*$/gm, ""), names, name);
  }
});

test("no source evaluates text or touches storage and cookies", () => {
  for (const [name, source] of sources) {
    assert.doesNotMatch(source, /\beval\b|new Function|localStorage|sessionStorage|indexedDB|cookie/, name);
  }
});
