import assert from "node:assert/strict";
import { test } from "node:test";
import { morph } from "../src/morph/morph.js";
import { createTouched } from "../src/touched.js";
import { openPage } from "./support/page.js";

const FORM = `<form id="form">
  <input name="name"><input name="email"><input type="checkbox" name="topics" value="a"><input type="checkbox" name="topics" value="b">
  <select name="size"><option>S<option>M</select><textarea name="text"></textarea><input type="hidden" name="id"><input>
  <button id="save">Save</button><button id="more" type="button" name="more">More</button>
</form><input id="outside" name="far" form="form"><input id="alone" name="alone">`;

const ALL = ["name", "email", "topics", "size", "text", "far"];

async function open(t) {
  const page = await openPage(t, `<body>${FORM}`);
  const untouched = createTouched();
  const fire = (selector, type) =>
    page.$(selector).dispatchEvent(new page.window.Event(type, { bubbles: type !== "blur", cancelable: true }));
  return { ...page, fire, untouched: (selector = "#form") => untouched(page.$(selector)) };
}

test("at first nobody has been anywhere; a hidden field and one without a name do not count", async (t) => {
  const { untouched } = await open(t);
  assert.deepEqual(untouched(), ALL);
  assert.deepEqual(untouched("[name=email]"), ALL);
  assert.deepEqual(untouched("#more"), ALL);
  assert.deepEqual(untouched("#outside"), ALL);
});

for (const type of ["input", "change", "blur"]) {
  test(`a field is touched by ${type}`, async (t) => {
    const { fire, untouched } = await open(t);
    fire("[name=email]", type);
    assert.deepEqual(untouched(), ALL.filter((name) => name !== "email"));
  });
}

test("it is touched before a listener of the same event makes a call", async (t) => {
  const { $, fire, untouched } = await open(t);
  let seen;
  $("[name=email]").addEventListener("blur", () => (seen = untouched("[name=email]")), true);
  fire("[name=email]", "blur");
  assert.ok(!seen.includes("email"));
});

test("one of several fields of a name is enough", async (t) => {
  const { fire, untouched } = await open(t);
  fire("[value=b]", "change");
  assert.ok(!untouched().includes("topics"));
});

test("all are touched once their form was submitted, for good", async (t) => {
  const { $, fire, untouched } = await open(t);
  $("#form").addEventListener("submit", (event) => event.preventDefault());
  fire("#form", "submit");
  assert.equal(untouched(), undefined);
  $("#form").insertAdjacentHTML("beforeend", '<input name="later">');
  assert.equal(untouched("[name=later]"), undefined);
});

test("a submit button submits by a click that was prevented, another button does not", async (t) => {
  const { untouched } = await open(t);
  assert.deepEqual(untouched("#more"), ALL);
  assert.equal(untouched("#save"), undefined);
  assert.equal(untouched(), undefined);
});

test("nothing is said where everything is touched", async (t) => {
  const { $, fire, untouched } = await open(t);
  for (const field of $("#form").elements) {
    field.id ||= `f${Math.random()}`.replace(".", "");
    fire(`#${field.id}`, "blur");
  }
  assert.equal(untouched(), undefined);
});

test("a reset makes a form forget", async (t) => {
  const { $, fire, untouched } = await open(t);
  fire("[name=email]", "input");
  fire("#outside", "input");
  $("#form").reset();
  assert.deepEqual(untouched(), ALL);
  fire("#form", "submit");
  $("#form").reset();
  assert.deepEqual(untouched(), ALL);
});

test("a field that a morph keeps stays touched, one that comes is not", async (t) => {
  const { $, fire, untouched, document } = await open(t);
  fire("[name=email]", "blur");
  const next = document.createElement("template");
  next.innerHTML = FORM.replace('<input name="email">', '<input name="email" aria-invalid="true"><input name="phone">');
  morph(document.body, [...document.body.childNodes], next.content, [...next.content.childNodes]);
  assert.equal($("[name=email]").getAttribute("aria-invalid"), "true");
  assert.deepEqual(untouched(), ["name", "phone", ...ALL.slice(2)]);
});

test("a field outside of any form tells nothing", async (t) => {
  const { untouched } = await open(t);
  assert.equal(untouched("#alone"), undefined);
});

test("fields with the names of properties of forms are fields among others", async (t) => {
  const { $, untouched } = await open(t);
  $("#form").innerHTML = '<input name="elements"><input name="form"><input name="closest">';
  assert.deepEqual(untouched(), ["elements", "form", "closest", "far"]);
});

test("many fields of one name, as a list to choose from, are one name", async (t) => {
  const { $, untouched } = await open(t);
  $("#form").innerHTML = '<input type="checkbox" name="ids">'.repeat(1025);
  assert.deepEqual(untouched(), ["ids", "far"]);
});

test("no more names are told than a server reads, which is 1,024", async (t) => {
  const { $, untouched } = await open(t);
  $("#form").innerHTML = Array.from({ length: 1025 }, (_, i) => `<input name="n${i}">`).join("");
  assert.equal(untouched().length, 999);
});

test("what nobody can change does not count: a disabled field, a read-only one, a button", async (t) => {
  const { $, untouched } = await open(t);
  $("#form").innerHTML = `<input name="name"><input name="off" disabled><input name="fixed" readonly><fieldset disabled><input name="in"></fieldset>
    <input type="submit" name="save"><input type="button" name="more"><input type="reset" name="no"><input type="image" name="go">`;
  assert.deepEqual(untouched(), ["name", "far"]);
});

test("an event of the page's own that is called reset needs no form", async (t) => {
  const { fire, untouched, window } = await open(t);
  const errors = [];
  window.addEventListener("error", ({ error }) => errors.push(error));
  fire("[name=email]", "input");
  fire("body", "reset");
  assert.deepEqual(errors, []);
  assert.ok(!untouched().includes("email"));
});
