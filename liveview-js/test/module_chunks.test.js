import assert from "node:assert/strict";
import { test } from "node:test";
import { loadChunk } from "../src/npm/module_chunks.js";
import { openPage } from "./support/page.js";

const FUNCTIONS = { page: "createPages", triggers: "createKeyboard", debug: "latency" };

for (const [name, one] of Object.entries(FUNCTIONS)) {
  test(`loads the chunk ${name}`, async (t) => {
    await openPage(t);
    const chunk = await loadChunk(name);
    assert.equal(typeof chunk[one], "function", Object.keys(chunk));
  });
}
