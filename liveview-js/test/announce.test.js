import assert from "node:assert/strict";
import { test } from "node:test";
import { announce } from "../src/announce.js";
import { effects } from "../src/effects.js";
import { openPage } from "./support/page.js";

const regions = (document) => [...document.querySelectorAll("html > [aria-live=polite]")];

test("a text comes into a polite region that was there before it, and goes later", async (t) => {
  const { document } = await openPage(t, "<body><p>Shown</p>");
  t.mock.timers.enable({ apis: ["setTimeout"] });

  announce("3 new messages");

  assert.deepEqual(regions(document).map((region) => region.textContent), [""]);
  t.mock.timers.tick(100);
  assert.deepEqual(regions(document).map((region) => region.textContent), ["3 new messages"]);
  t.mock.timers.tick(10000);
  assert.deepEqual(regions(document), []);
});

test("two texts are read one after the other, also when they are the same", async (t) => {
  const { document } = await openPage(t);
  t.mock.timers.enable({ apis: ["setTimeout"] });

  announce("Saved");
  announce("Saved");
  t.mock.timers.tick(100);

  assert.deepEqual(regions(document).map((region) => region.textContent), ["Saved", "Saved"]);
});

test("an update has its text read out, and what looks like markup is text", async (t) => {
  const { document } = await openPage(t);
  t.mock.timers.enable({ apis: ["setTimeout"] });

  effects.announce("<b>Saved</b>", null, {});
  t.mock.timers.tick(100);

  assert.equal(regions(document)[0].innerHTML, "&lt;b&gt;Saved&lt;/b&gt;");
});
