import assert from "node:assert/strict";
import { test } from "node:test";
import { announce } from "../src/announce.js";
import { openPage } from "./support/page.js";

test("has a text read out by a region that is there before the text, and goes again", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { $ } = await openPage(t);
  announce("Saved");
  assert.equal($("[aria-live=polite]").textContent, "");
  t.mock.timers.tick(100);
  assert.equal($("[aria-live=polite]").textContent, "Saved");
  t.mock.timers.tick(10000);
  assert.equal($("[aria-live=polite]"), null);
});
