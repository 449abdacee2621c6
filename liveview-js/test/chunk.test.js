import assert from "node:assert/strict";
import { test } from "node:test";
import { loadChunk } from "../src/chunk.js";
import { openPage } from "./support/page.js";

// Stands beside this file, in the place of the second bundle beside the script.
const FILE = "actions.js?v=0a1b";

for (const name of ["liveview.min.js", "liveview.min-0a1b2c.js", "liveview.js;jsessionid=1F", "liveview.js?v=1#x", "app.js"]) {
  test(`loads the second bundle from beside ${name}`, async (t) => {
    await openPage(t, "", { globals: { LIVEVIEW_CHUNK: FILE } });
    const { actions } = await loadChunk({ src: new URL(`../src/${name}`, import.meta.url).href });
    assert.equal(typeof actions.inner, "function");
  });
}

test("fails when it is not there", async (t) => {
  await openPage(t, "", { globals: { LIVEVIEW_CHUNK: "none.js" } });
  await assert.rejects(loadChunk({ src: import.meta.url }));
});
