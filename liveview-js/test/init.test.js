import assert from "node:assert/strict";
import { test } from "node:test";
import { forgetInit } from "../src/triggers/init.js";
import { settled, start } from "./support/controller.js";

const counter = (id) => `<div id="c${id}" data-liveview-init="init_counter" data-data-counter-id="${id}"></div>`;

test("runs for the elements that are there, in their order, with data and form", async (t) => {
  const { calls } = await start(t, `<form><input name="a" value="1">${counter(1)}</form>${counter(2)}`);
  assert.deepEqual(calls, [
    ["init_counter", { counterId: "1" }, [["a", "1"]]],
    ["init_counter", { counterId: "2" }, []],
  ]);
});

test("runs for inserted elements, once, also inside others (D8)", async (t) => {
  const { calls, insert } = await start(t, counter(1));
  await insert(`<section>${counter(2)}</section>`);
  await insert(counter(3));
  assert.deepEqual(
    calls.map(([, { counterId }]) => counterId),
    ["1", "2", "3"],
  );
});

test("an element that is moved, or comes back, does not run again", async (t) => {
  const { calls, $, document } = await start(t, `${counter(1)}<section></section>`);
  const element = $("#c1");
  $("section").append(element);
  await settled();
  element.remove();
  await settled();
  document.body.append(element);
  await settled();
  assert.equal(calls.length, 1);
});

test("nested controllers run it once, as does one that comes back", async (t) => {
  const { calls, $, document } = await start(t, `<div id="n" data-controller="page">${counter(1)}</div>`);
  const nested = $("#n");
  nested.remove();
  await settled();
  document.body.append(nested);
  await settled();
  assert.equal(calls.length, 1);
});

test("runs for the element of a controller itself, and of one that is inserted", async (t) => {
  const { names, insert } = await start(t, "", { body: 'data-controller="page" data-liveview-init="a"' });
  await insert('<div data-controller="page" data-liveview-init="b"><i data-liveview-init="c"></i></div>');
  assert.deepEqual(names(), ["a", "b", "c"]);
});

test("an element gone before anybody looked does not run", async (t) => {
  const { calls, document, $ } = await start(t, "");
  document.body.insertAdjacentHTML("beforeend", counter(1));
  $("#c1").remove();
  await settled();
  assert.deepEqual(calls, []);
});

test("an element outside every controller does not run", async (t) => {
  const { calls } = await start(t, `<p data-controller="page"></p>${counter(1)}`, { body: "" });
  assert.deepEqual(calls, []);
});

test("an attribute that is set later runs, an empty one does not", async (t) => {
  const { names, $ } = await start(t, '<div data-liveview-init=""></div>');
  $("div").setAttribute("data-liveview-init", "f");
  await settled();
  $("div").setAttribute("data-liveview-init", "g");
  await settled();
  assert.deepEqual(names(), ["f"]);
});

test("runs once more when the page has fetched itself, and once for what came with it", async (t) => {
  const { calls, document, insert, window } = await start(t, `${counter(1)}<p data-controller="page">${counter(2)}</p>`);
  calls.length = 0;
  forgetInit();
  await insert(counter(3));
  document.dispatchEvent(new window.CustomEvent("liveview:resynced"));
  await settled();
  const ids = calls.map(([, { counterId }]) => counterId);
  assert.deepEqual(ids.sort(), ["1", "2", "3"]);
});
