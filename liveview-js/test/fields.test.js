import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultOf, isChanged, stateOf } from "../src/morph/fields.js";
import { openPage } from "./support/page.js";

for (const [what, html, change] of [
  ["text", '<input value="1">', (field) => (field.value = "2")],
  ["text in lines", "<textarea>1</textarea>", (field) => (field.value = "")],
  ["a box", '<input type="checkbox">', (field) => (field.checked = true)],
  ["a box that is ticked", '<input type="checkbox" checked>', (field) => (field.checked = false)],
  ["a select", "<select><option disabled>0<option>1<option>2</select>", (field) => (field.value = "2")],
  ["a select with a choice", "<select><option>1<option selected>2</select>", (field) => (field.value = "1")],
  ["a select of several", "<select multiple><option>1<option selected>2</select>", ({ options }) => (options[0].selected = true)],
  ["a colour that says none", '<input type="color">', (field) => (field.value = "#123456")],
  ["a range that says none", '<input type="range" min="10" max="20">', (field) => (field.value = "12")],
]) {
  test(`tells whether ${what} was changed`, async (t) => {
    const { $ } = await openPage(t, html);
    const field = $("input,textarea,select");
    assert.equal(stateOf(field), defaultOf(field));
    assert.equal(isChanged(field), false);
    change(field);
    assert.equal(isChanged(field), true);
  });
}
