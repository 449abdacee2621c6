import assert from "node:assert/strict";
import { test } from "node:test";
import { createEntries } from "../src/entries.js";
import { openPage } from "./support/page.js";

test("a new entry leaves the old one with where the page was scrolled, and what the application has in it", async (t) => {
  const { window } = await openPage(t);
  window.history.replaceState({ theirs: 1 }, "");
  const states = [window.history.state];
  for (const how of ["pushState", "replaceState"]) {
    const act = window.history[how].bind(window.history);
    window.history[how] = (state, ...rest) => states.push(state) && act(state, ...rest);
  }
  Object.defineProperty(window, "scrollY", { value: 70 });
  const entries = createEntries();
  assert.equal(entries.current, undefined);
  entries.push("/shop/other?a=1");
  const [, left, next] = states;
  assert.deepEqual([left.theirs, left.liveview.y, left.liveview.page], [1, 70, entries.page]);
  assert.deepEqual([next.theirs, next.liveview.y, next.liveview.page], [undefined, undefined, entries.page]);
  assert.notEqual(left.liveview.id, next.liveview.id);
  assert.equal(entries.current, next.liveview);
  assert.equal(entries.address, "https://example.test/shop/other?a=1");
  assert.equal(window.history.length, 2);
});

test("an entry keeps its name when it is left again", async (t) => {
  const { window } = await openPage(t);
  const entries = createEntries();
  entries.push("/shop/b");
  const { id } = entries.current;
  let left;
  const replace = window.history.replaceState.bind(window.history);
  window.history.replaceState = (state, ...rest) => replace((left = state), ...rest);
  entries.push("/shop/c");
  assert.equal(left.liveview.id, id);
});

test("a page that was loaded at an entry of ours knows it", async (t) => {
  const { window } = await openPage(t);
  window.history.replaceState({ liveview: { id: 1, page: "before" } }, "");
  const entries = createEntries();
  assert.deepEqual(entries.current, { id: 1, page: "before" });
  assert.match(entries.page, /^[\w-]{16,64}$/);
});
