import assert from "node:assert/strict";
import { test } from "node:test";
import { match } from "../src/morph/match.js";
import { openPage } from "./support/page.js";

/** Which of the old ones, by its place, becomes each of the new ones; -1: none. */
async function matched(t, before, after) {
  const { document } = await openPage(t, `<body>${before}`);
  const template = document.createElement("template");
  template.innerHTML = after;
  const olds = [...document.body.childNodes];
  const none = { partners: new Map(), claimed: new Set(), holders: new Set() };
  return match(document.body, olds, [...template.content.childNodes], none).map((old) => olds.indexOf(old));
}

for (const [what, before, after, expected] of [
  ["the same", "<i></i><b></b>", "<i></i><b></b>", [0, 1]],
  ["one that changes", "<i>1</i><i>2</i>", "<i>1</i><i>3</i>", [0, 1]],
  ["one that is put in front", "<i>1</i><i>2</i>", "<i>0</i><i>1</i><i>2</i>", [-1, 0, 1]],
  ["one that comes in between", "<i>1</i><i>2</i>", "<i>1</i><i>x</i><i>2</i>", [0, -1, 1]],
  ["the first that goes", "<i>1</i><i>2</i><i>3</i>", "<i>2</i><i>3</i>", [1, 2]],
  ["other kinds around", "<i></i>text<b></b>", "<b></b>other<i></i>", [2, 1, 0]],
  ["keys", '<i data-liveview-key="a"></i><i data-liveview-key="b"></i>', '<i data-liveview-key="b"></i><i data-liveview-key="c"></i>', [1, -1]],
  ["an id that is new", "<i></i>", '<i id="a"></i>', [-1]],
]) {
  test(`matches ${what}`, async (t) => {
    assert.deepEqual(await matched(t, before, after), expected);
  });
}
