import assert from "node:assert/strict";
import { test } from "node:test";
import { keepUserInput } from "../src/morph/user_input.js";
import { become } from "./support/become.js";
import { openPage } from "./support/page.js";

/** The page, and what turns it into another one. */
async function open(t, html) {
  const page = await openPage(t, `<body>${html}`);
  const parse = (text) => new DOMParser().parseFromString(`<body>${text}`, "text/html").body;
  return { ...page, parse, become };
}

for (const [what, html, next] of [
  ["an id", '<input id="a" value="1">', '<input id="a" value="2">'],
  ["a name", '<input name="a" value="1">', '<input name="a" value="2">'],
  ["a place", '<input value="1">', '<input value="2">'],
  ["no value any more", '<input name="a" value="1">', '<input name="a">'],
  ["text in lines", '<textarea name="a">1</textarea>', '<textarea name="a">2</textarea>'],
]) {
  test(`what was typed survives: a field with ${what}`, async (t) => {
    const { $, become } = await open(t, html);
    const field = $("input,textarea");
    field.value = "typed";
    become(next);
    assert.equal($("input,textarea"), field);
    assert.equal(field.value, "typed");
    assert.equal(field.hasAttribute("id"), what === "an id");
  });
}

test("a field that the user left alone becomes what the html says", async (t) => {
  const { $, become } = await open(
    t,
    `<input name="a" value="1"><textarea>1</textarea><input type="checkbox" name="c">
     <select><option>1<option>2</select>`,
  );
  become(
    `<input name="a" value="2"><textarea>2</textarea><input type="checkbox" name="c" checked>
     <select><option>1<option selected>2</select>`,
  );
  assert.deepEqual(
    [$("input").value, $("textarea").value, $("[name=c]").checked, $("select").value],
    ["2", "2", true, "2"],
  );
});

test("what was typed stays with its field when another is put before it", async (t) => {
  const { $, become } = await open(t, '<form><input name="a"></form>');
  const field = $("input");
  field.value = "typed";
  become('<form><input name="z"><p></p><input name="a"></form>');
  assert.equal($("[name=a]"), field);
  assert.deepEqual([$("[name=a]").value, $("[name=z]").value], ["typed", ""]);
});

test("what was typed goes with its field, not into another", async (t) => {
  const { $, become } = await open(t, '<input name="a">');
  $("input").value = "typed";
  become('<input name="b" value="1">');
  assert.equal($("input").value, "1");
});

test("fields of one name are told apart by what they are in", async (t) => {
  const form = (id) => `<form id="${id}"><input name="a"></form>`;
  const { $, become } = await open(t, form("f1") + form("f2"));
  $("#f2 input").value = "typed";
  become(form("f0") + form("f2") + form("f1"));
  assert.deepEqual(
    ["f0", "f1", "f2"].map((id) => $(`#${id} input`).value),
    ["", "", "typed"],
  );
});

test("what was ticked and unticked survives", async (t) => {
  const box = (value, checked = "") => `<input type="checkbox" name="c" value="${value}" ${checked}>`;
  const { document, become } = await open(t, box(1) + box(2, "checked") + box(3));
  const boxes = () => Array.from(document.querySelectorAll("input"), ({ checked }) => checked);
  document.querySelectorAll("input")[0].checked = true;
  document.querySelectorAll("input")[1].checked = false;
  become(box(1) + box(2, "checked") + box(3, "checked"));
  assert.deepEqual(boxes(), [true, false, true]);
});

test("of radio buttons the user's choice counts, whatever the html has chosen", async (t) => {
  const radio = (value, checked = "") => `<input type="radio" name="r" value="${value}" ${checked}>`;
  const { $, become } = await open(t, radio(1, "checked") + radio(2) + radio(3));
  $("[value='2']").checked = true;
  become(radio(1) + radio(2) + radio(3, "checked"));
  assert.equal($("input:checked").value, "2");
});

test("what was selected survives among other options", async (t) => {
  const { $, become } = await open(t, '<select name="s"><option selected>1<option>2<option>3</select>');
  $("select").value = "2";
  become('<select name="s"><option selected>0<option>1<option>3<option>2</select>');
  assert.equal($("select").value, "2");
});

test("what was selected goes when there is no such option any more", async (t) => {
  const { $, become } = await open(t, '<select name="s"><option>1<option>2</select>');
  $("select").value = "2";
  become('<select name="s"><option>1<option>3</select>');
  assert.ok(["1", "3"].includes($("select").value));
});

test("several that were selected survive", async (t) => {
  const { document, $, become } = await open(t, '<select multiple><option>1<option selected>2<option>3</select>');
  for (const index of [0, 1]) document.querySelectorAll("option")[index].selected = index === 0;
  become('<select multiple><option>3<option selected>2<option>1</select>');
  assert.deepEqual(
    Array.from($("select").selectedOptions, ({ value }) => value),
    ["1"],
  );
});

test("the focus and the caret stay", async (t) => {
  const { $, document, become } = await open(t, '<p></p><input name="a" value="abcdef">');
  const field = $("input");
  field.value = "abcdefg";
  field.focus();
  field.setSelectionRange(2, 4, "backward");
  become('<div></div><p></p><input name="z"><input name="a" value="x">');
  assert.equal(document.activeElement, field);
  assert.deepEqual([field.selectionStart, field.selectionEnd, field.selectionDirection], [2, 4, "backward"]);
});

test("a focused field without changes takes the new value and keeps the focus", async (t) => {
  const { $, document, become } = await open(t, '<input name="a" value="abcdef">');
  $("input").focus();
  become('<input name="z"><input name="a" value="new">');
  assert.equal(document.activeElement, $("[name=a]"));
  assert.equal(document.activeElement.value, "new");
});

test("thousands of fields of one kind leave no trace", async (t) => {
  const { document, parse } = await open(t, '<input type="checkbox">'.repeat(3000));
  const { restore } = (({ childNodes }, next) =>
    keepUserInput(document.body, [...childNodes], next, [...next.childNodes]))(
    document.body,
    parse('<input type="checkbox">'.repeat(3000)),
  );
  restore();
  assert.equal(document.querySelector("[id]"), null);
});
