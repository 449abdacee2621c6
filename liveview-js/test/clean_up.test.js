import assert from "node:assert/strict";
import { test } from "node:test";
import { cleanUp } from "../src/clean_up.js";
import { captureConsole, openPage } from "./support/page.js";

test("lets go of an element and of all inside it, once", async (t) => {
  const { $ } = await openPage(t, '<div id="t"><i></i></div>');
  const cleaned = [];
  for (const selector of ["#t", "i"]) $(selector).__cleanup = () => cleaned.push(selector);
  cleanUp($("#t"));
  cleanUp($("#t"));
  assert.deepEqual(cleaned, ["#t", "i"]);
});

test("goes on when one throws", async (t) => {
  const { error } = captureConsole(t);
  const { $ } = await openPage(t, '<div id="t"><i></i></div>');
  const cleaned = [];
  $("#t").__cleanup = () => {
    throw new Error("oops");
  };
  $("i").__cleanup = () => cleaned.push("i");
  cleanUp($("#t"));
  assert.deepEqual(cleaned, ["i"]);
  assert.equal(error.length, 1);
});
