import assert from "node:assert/strict";
import { test } from "node:test";
import { createEntries } from "../src/entries.js";
import { openPage } from "./support/page.js";

test("an entry is left with where the page was, and what the application has in it; a new one has nothing of that", async (t) => {
  const { window } = await openPage(t);
  window.history.replaceState({ theirs: 1 }, "");
  Object.defineProperty(window, "scrollY", { value: 70 });
  const entries = createEntries();
  entries.mark("", "focus");
  const left = window.history.state;
  entries.mark("/shop/other?a=1");
  const next = window.history.state;
  assert.deepEqual([left.theirs, left.liveview.y, left.liveview.focus, left.liveview.page], [1, 70, "focus", entries.page]);
  assert.deepEqual([next.theirs, next.liveview.y, next.liveview.page], [undefined, undefined, entries.page]);
  assert.notEqual(left.liveview.id, next.liveview.id);
  assert.equal(window.location.href, "https://example.test/shop/other?a=1");
  assert.equal(window.history.length, 2);
});

test("an entry keeps its name when it is left again, also by another page", async (t) => {
  const { window } = await openPage(t);
  const entries = createEntries();
  entries.mark();
  const { id } = window.history.state.liveview;
  entries.page = "another";
  entries.mark();
  assert.deepEqual([window.history.state.liveview.id, window.history.state.liveview.page], [id, "another"]);
});

test("every page that is loaded has a name of its own", async (t) => {
  await openPage(t);
  assert.match(createEntries().page, /^[\w-]{16,64}$/);
  assert.notEqual(createEntries().page, createEntries().page);
});
