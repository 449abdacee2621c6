import assert from "node:assert/strict";
import { test } from "node:test";
import { all, attribute, isElement, own, run } from "../src/dom.js";
import { openPage } from "./support/page.js";

test("reaches what a form itself has, whatever its fields are called", async (t) => {
  const names = ["childNodes", "getAttribute", "matches", "querySelectorAll", "elements"];
  const { $ } = await openPage(t, `<form id="f">${names.map((name) => `<input name="${name}">`).join("")}</form>`);
  const form = $("#f");
  // As browsers do, and jsdom does not.
  for (const name of names) Object.defineProperty(form, name, { value: $(`[name=${name}]`) });
  assert.equal(own(form, "childNodes").length, names.length);
  assert.equal(own(form, "elements").length, names.length);
  assert.equal(attribute(form, "id"), "f");
  assert.equal(isElement(form), true);
  assert.equal(run(form, "matches", "form"), true);
  assert.equal(all(form, "form,[name=matches]").length, 2);
});

test("finds nothing inside of what is no element", async (t) => {
  const { document } = await openPage(t, "<p>text</p>");
  assert.deepEqual(all(document.querySelector("p").firstChild, "*"), []);
  assert.equal(isElement(document.createComment("")), false);
});
