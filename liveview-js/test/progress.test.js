import assert from "node:assert/strict";
import { test } from "node:test";
import { createProgress } from "../src/progress.js";
import { openPage } from "./support/page.js";

async function open(t, progress = true) {
  const page = await openPage(t, "<body><p></p>");
  const show = createProgress({ progress });
  const isBusy = () => page.document.documentElement.hasAttribute("data-liveview-busy");
  return { ...page, show, isBusy, bar: () => page.$("#liveview-progress") };
}

test("the document says that something is under way, and a bar shows it", async (t) => {
  const { show, isBusy, bar } = await open(t);
  assert.deepEqual([isBusy(), bar()], [false, null]);
  show(true);
  assert.equal(isBusy(), true);
  assert.equal(bar().getAttribute("aria-hidden"), "true");
  assert.deepEqual([bar().style.position, bar().style.height], ["fixed", "3px"]);
  show(false);
  assert.deepEqual([isBusy(), bar()], [false, null]);
});

test("the bar stands outside of the body, which belongs to the page", async (t) => {
  const { show, bar, document } = await open(t);
  show(true);
  document.body.innerHTML = "";
  assert.equal(bar().parentElement, document.documentElement);
});

test("where the bar is turned off, the document says it all the same", async (t) => {
  const { show, isBusy, bar } = await open(t, false);
  show(true);
  assert.deepEqual([isBusy(), bar()], [true, null]);
});
