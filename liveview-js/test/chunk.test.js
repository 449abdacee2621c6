import assert from "node:assert/strict";
import { test } from "node:test";
import { loadChunk } from "../src/chunk.js";
import { openPage } from "./support/page.js";

// Stands beside this file, in the place of a chunk beside the script.
const FILE = "actions.js?v=0a1b";

for (const name of ["liveview.min.js", "liveview.min-0a1b2c.js", "liveview.js;jsessionid=1F", "liveview.js?v=1#x", "app.js"]) {
  test(`loads a chunk from beside ${name}`, async (t) => {
    await openPage(t, "", { globals: { LIVEVIEW_CHUNKS: { page: FILE } } });
    const { actions } = await loadChunk("page", { src: new URL(`../src/${name}`, import.meta.url).href });
    assert.equal(typeof actions.inner, "function");
  });
}

test("is nothing when it is not there, and asked for under another address then", async (t) => {
  await openPage(t, "", { globals: { LIVEVIEW_CHUNKS: { page: "once.js?v=0a1b" } } });
  // Fails under the address without more, as a module whose node was just dying.
  const script = { src: new URL("support/x.js", import.meta.url).href };
  assert.equal(await loadChunk("page", script), undefined);
  const { search } = await loadChunk("page", script);
  assert.equal(search, "?v=0a1b&again=1");
});

test("is nothing when it hangs for half a minute", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  await openPage(t, "", { globals: { LIVEVIEW_CHUNKS: { page: "hangs.js" } } });
  const chunk = loadChunk("page", { src: new URL("support/x.js", import.meta.url).href });
  t.mock.timers.tick(30000);
  assert.equal(await chunk, undefined);
});
