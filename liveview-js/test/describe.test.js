import assert from "node:assert/strict";
import { test } from "node:test";
import { describe } from "../src/describe.js";
import { openPage } from "./support/page.js";

test("names an element by its tag and id, and nothing that it holds", async (t) => {
  const { $ } = await openPage(t, '<p data-x="secret">secret</p><button id="b" value="secret">');
  assert.equal(describe($("p")), "<p>");
  assert.equal(describe($("button")), '<button id="b">');
});
