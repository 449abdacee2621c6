import assert from "node:assert/strict";
import { test } from "node:test";
import { watch } from "../src/triggers/watch.js";
import { settled } from "./support/controller.js";
import { openPage } from "./support/page.js";

async function watched(t, html) {
  const page = await openPage(t, `<body data-controller="page">${html}`);
  const log = [];
  const end = new AbortController();
  const trigger = {
    setUp: ({ id }) => log.push(`+${id}`),
    letGo: ({ id }) => log.push(`-${id}`),
    inserted: (elements, isFirst) =>
      elements.length && log.push(`${isFirst ? "first" : "new"} ${elements.map(({ id }) => id)}`),
  };
  watch(page.document.body, [trigger, {}], end.signal);
  page.beforeClose(() => end.abort());
  return { ...page, end: () => end.abort(), heard: () => settled().then(() => log.splice(0)) };
}

const mark = (id, inside = "") => `<div id="${id}" data-liveview-init="f">${inside}</div>`;

test("sets up what is there, and what comes", async (t) => {
  const { heard, document } = await watched(t, mark("a", mark("b")) + "<p></p>");
  assert.deepEqual(await heard(), ["+a", "+b", "first a,b"]);
  document.body.insertAdjacentHTML("beforeend", `text<section>${mark("c")}</section>${mark("d")}`);
  assert.deepEqual(await heard(), ["+c", "+d", "new c,d"]);
});

test("lets go of what goes, however deep it was", async (t) => {
  const { heard, $ } = await watched(t, `<section>${mark("a")}</section>${mark("b")}<section>${mark("c")}</section>`);
  await heard();
  $("section").remove();
  $("#b").remove();
  $("#c").remove();
  assert.deepEqual(await heard(), ["-a", "-b", "-c"]);
});

test("what came in parts came once", async (t) => {
  const { heard, document } = await watched(t, "");
  await heard();
  const section = document.createElement("section");
  document.body.append(section);
  section.innerHTML = mark("a", mark("b"));
  assert.deepEqual(await heard(), ["+a", "+b", "new a,b"]);
});

test("what is moved stays", async (t) => {
  const { heard, $ } = await watched(t, `${mark("a")}<p></p>`);
  await heard();
  $("p").append($("#a"));
  assert.deepEqual(await heard(), []);
});

test("an element belongs to the nearest controller", async (t) => {
  const { heard, $ } = await watched(t, `${mark("a")}<section data-controller="x page">${mark("b")}</section>`);
  assert.deepEqual(await heard(), ["+a", "first a"]);
  $("section").append($("#a"));
  assert.deepEqual(await heard(), ["-a"]);
});

test("follows attributes that change, of ours only", async (t) => {
  const { heard, $ } = await watched(t, `<i id="a"></i><p data-controller="page"><i id="b"></i></p>`);
  await heard();
  for (const id of ["a", "b"]) $(`#${id}`).setAttribute("data-liveview-keyboard-map", "{}");
  $("#a").setAttribute("title", "x");
  assert.deepEqual(await heard(), ["+a"]);
});

test("ends with everything let go", async (t) => {
  const { heard, end, document, $ } = await watched(t, mark("a") + mark("b"));
  await heard();
  $("#a").remove();
  document.body.insertAdjacentHTML("beforeend", mark("c"));
  end();
  document.body.insertAdjacentHTML("beforeend", mark("d"));
  assert.deepEqual(await heard(), ["-a", "-b"]);
});
