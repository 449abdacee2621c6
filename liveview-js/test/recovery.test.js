import assert from "node:assert/strict";
import { test } from "node:test";
import { isChanged } from "../src/morph/fields.js";
import { recover } from "../src/page/recovery.js";
import { openPage } from "./support/page.js";

/** The calls that a page makes whose field `#a` the user has changed. */
async function recovered(t, html, change = ({ $ }) => ($("#a").value = "typed")) {
  const page = await openPage(t, html);
  const calls = [];
  change(page);
  recover(isChanged, (element, name) => calls.push([element.getAttribute("id"), name]));
  return calls;
}

for (const [what, html, expected] of [
  ["the handler that it names", '<form id="f" data-liveview-recover="again"><input id="a" name="id">', ["f", "again"]],
  [
    "its own",
    '<form id="f" data-action="submit->page#run change->page#run" data-liveview-function="check"><input id="a">',
    ["f", "check"],
  ],
  [
    "that of the first changed field that has one",
    `<form id="f"><input id="x" data-action="input->page#run" data-liveview-function="no"><input name="n">
    <input id="a" data-action="blur->page#run input->page#run:once" data-liveview-function="check">`,
    ["a", "check"],
  ],
  ["that of a field that names no event", '<form id="f"><input id="a" data-action="page#run" data-liveview-function="f">', ["a", "f"]],
]) {
  test(`a form that the user has changed tells ${what}`, async (t) => {
    assert.deepEqual(await recovered(t, html), [expected]);
  });
}

for (const [what, html, change] of [
  ["has not been changed", '<form id="f" data-liveview-recover="again"><input id="a" value="1">', () => {}],
  ["has no id", '<form data-liveview-recover="again"><input id="a">'],
  ["does not want to", '<form id="f" data-liveview-recover="ignore" data-action="change->page#run" data-liveview-function="x"><input id="a">'],
  ["is only submitted", '<form id="f" data-action="submit->page#run" data-liveview-function="save"><input id="a">'],
  ["names no event", '<form id="f" data-action="page#run" data-liveview-function="save"><input id="a">'],
  ["runs something else", '<form id="f" data-action="change->page#running" data-liveview-function="save"><input id="a">'],
]) {
  test(`a form that ${what} tells nothing`, async (t) => {
    assert.deepEqual(await recovered(t, html, change), []);
  });
}

test("every form tells, also one whose fields have names like its own properties", async (t) => {
  const form = (id) => `<form id="${id}" data-liveview-recover="r"><input name="elements"><input name="getAttribute" id="${id}1"></form>`;
  const calls = [];
  const { $ } = await openPage(t, form("f") + form("g"));
  $("#f1").value = $("#g1").value = "typed";
  recover(isChanged, (element, name) => calls.push([element.attributes.id.value, name]));
  assert.deepEqual(calls, [["f", "r"], ["g", "r"]]);
});
