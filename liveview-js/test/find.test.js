import assert from "node:assert/strict";
import { test } from "node:test";
import { find } from "../src/find.js";
import { captureConsole, openPage } from "./support/page.js";

test("finds the first match", async (t) => {
  const { $ } = await openPage(t, '<p class="a" id="x"></p><p class="a"></p>');
  assert.equal(find(".a", "error"), $("#x"));
});

test("reports a miss as severely as it is told", async (t) => {
  const { warn, error } = captureConsole(t);
  await openPage(t);
  assert.equal(find("#none", "warn"), null);
  assert.equal(find("#none", "error"), null);
  assert.deepEqual(warn, ['LiveView: no element for the selector "#none"']);
  assert.deepEqual(error, ['LiveView: no element for the selector "#none"']);
});

test("an invalid selector is an error", async (t) => {
  const { error } = captureConsole(t);
  await openPage(t);
  assert.equal(find("##", "warn"), null);
  assert.equal(error.length, 1);
});
