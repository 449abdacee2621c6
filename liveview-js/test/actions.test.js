import assert from "node:assert/strict";
import { test } from "node:test";
import { actions } from "../src/actions.js";
import { captureConsole, openPage } from "./support/page.js";

for (const [name, expected] of [
  ["inner", '<div id="t"><b>x</b></div>'],
  ["append", '<div id="t"><i></i><b>x</b></div>'],
  ["prepend", '<div id="t"><b>x</b><i></i></div>'],
  ["before", '<b>x</b><div id="t"><i></i></div>'],
  ["after", '<div id="t"><i></i></div><b>x</b>'],
  ["outer", "<b>x</b>"],
  ["remove", ""],
]) {
  test(`${name} puts html where it belongs`, async (t) => {
    const { document, $ } = await openPage(t, '<body><div id="t"><i></i></div>');
    actions[name]($("#t"), "<b>x</b>");
    assert.equal(document.body.innerHTML, expected);
  });
}

for (const name of ["append", "prepend"]) {
  test(`${name} brings along the child that is there already, changed`, async (t) => {
    const { document, $ } = await openPage(t, '<body><div id="t"><i id="a">old</i><i id="b"></i></div>');
    const old = $("#a");
    actions[name]($("#t"), '<i id="a">new</i><i>x</i>');
    const fresh = '<i id="a">new</i><i>x</i>';
    const kept = '<i id="b"></i>';
    assert.equal($("#t").innerHTML, name === "append" ? kept + fresh : fresh + kept);
    assert.equal($("#a"), old);
    assert.equal(document.querySelectorAll("#a").length, 1);
  });
}

test("append leaves alone what has the same id elsewhere, and what has none", async (t) => {
  const { document, $ } = await openPage(t, '<body><i id="a"></i><div id="t"><i></i><p><i id="b"></i></p></div>');
  actions.append($("#t"), '<i id="a"></i><i id="b"></i><i id=""></i>');
  assert.equal(document.querySelectorAll("i").length, 6);
});

test("append tells a form by its id, not by its field of that name", async (t) => {
  const { $ } = await openPage(t, '<div id="t"><form id="a"><input name="id"></form></div>');
  actions.append($("#t"), '<form id="a"><input name="id" value="2"></form>');
  assert.equal($("#t").innerHTML, '<form id="a"><input name="id" value="2"></form>');
});

test("appends a row to a table body (D13)", async (t) => {
  const { $ } = await openPage(t, "<table><tbody><tr><td>1</td></tr></tbody></table>");
  actions.append($("tbody"), "<tr><td>2</td></tr>");
  assert.equal($("tbody").innerHTML, "<tr><td>1</td></tr><tr><td>2</td></tr>");
});

test("replaces a row", async (t) => {
  const { $ } = await openPage(t, '<table><tbody><tr id="r"><td>1</td></tr></tbody></table>');
  const successor = actions.outer($("#r"), '<tr id="r"><td>2</td></tr>');
  assert.equal(successor, $("#r"));
  assert.equal($("tbody").innerHTML, '<tr id="r"><td>2</td></tr>');
});

test("replaces an element by several, and by nothing", async (t) => {
  const { document, $ } = await openPage(t, '<body><p id="t"></p>');
  const successor = actions.outer($("#t"), 'text<i></i><b id="u"></b>');
  assert.equal(successor, $("i"));
  assert.equal(actions.outer($("i"), ""), null);
  assert.equal(document.body.innerHTML, 'text<b id="u"></b>');
});

test("draws into an image", async (t) => {
  const { $ } = await openPage(t, "<svg><g></g></svg>");
  actions.append($("g"), '<circle r="1"/>');
  actions.outer($("circle"), '<rect width="1"/>');
  assert.equal($("rect").namespaceURI, "http://www.w3.org/2000/svg");
});

async function widgets(t) {
  const { $, document } = await openPage(t, '<body><div id="t"><p><i></i></p></div>');
  const cleaned = [];
  for (const selector of ["#t", "p", "i"]) $(selector).__cleanup = () => cleaned.push(selector);
  return { $, document, cleaned };
}

for (const name of ["inner", "outer", "remove"]) {
  test(`${name} cleans up the target and everything inside (D23)`, async (t) => {
    const { $, cleaned } = await widgets(t);
    const target = $("#t");
    actions[name](target, "<b></b>");
    assert.deepEqual(cleaned, ["#t", "p", "i"]);
    assert.ok(!("__cleanup" in target));
  });
}

for (const name of ["append", "prepend", "before", "after"]) {
  test(`${name} cleans up nothing`, async (t) => {
    const { $, cleaned } = await widgets(t);
    actions[name]($("#t"), "<b></b>");
    assert.deepEqual(cleaned, []);
  });
}

test("a clean-up sees its element while it is still in the page", async (t) => {
  const { $ } = await openPage(t, '<p id="t">old</p>');
  let seen;
  $("#t").__cleanup = function () {
    seen = [this.isConnected, this.textContent];
  };
  actions.inner($("#t"), "new");
  assert.deepEqual(seen, [true, "old"]);
});

test("a clean-up that throws does not stop the others", async (t) => {
  const { error } = captureConsole(t);
  const { $, cleaned, document } = await widgets(t);
  $("p").__cleanup = () => {
    throw new Error("oops");
  };
  actions.remove($("#t"));
  assert.deepEqual(cleaned, ["#t", "i"]);
  assert.equal(document.body.innerHTML, "");
  assert.equal(error.length, 1);
});

test("a property __cleanup that is no function is left alone", async (t) => {
  const { $ } = await openPage(t, '<form id="t"><input name="__cleanup"></form>');
  actions.inner($("#t"), "x");
  assert.equal($("#t").textContent, "x");
});
