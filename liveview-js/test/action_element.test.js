import assert from "node:assert/strict";
import { test } from "node:test";
import { key, start } from "./support/controller.js";

const dialog = (id, action) => `<div id="${id}" data-action="${action}" data-liveview-function="${id}"></div>`;

test("an action on the window runs with the function of its own element (E2)", async (t) => {
  const { names, fire, window } = await start(t, dialog("close", "keydown.esc@window->page#run"));
  fire(window, "keydown", key("Escape"));
  fire("#close", "keydown", key("Escape"));
  fire(window, "keydown", key("a"));
  assert.deepEqual(names(), ["close", "close"]);
});

test("an action on the document does, too (E2)", async (t) => {
  const { names, fire, document } = await start(t, dialog("refresh", "saved@document->page#run"));
  fire(document, "saved");
  fire(document, "saved");
  assert.deepEqual(names(), ["refresh", "refresh"]);
});

test("several elements each have their turn, by their keys", async (t) => {
  const { names, fire, window } = await start(
    t,
    dialog("a", "keydown.esc@window->page#run") +
      dialog("b", "keydown.enter@window->page#run click->page#run") +
      dialog("c", "keydown.esc@window->page#run keydown.esc@window->page#stop"),
  );
  fire(window, "keydown", key("Escape"));
  assert.deepEqual(names(), ["a", "c"]);
  fire(window, "keydown", key("Enter"));
  assert.deepEqual(names(), ["a", "c", "b"]);
});

test("nested controllers keep theirs", async (t) => {
  const { names, fire, window } = await start(
    t,
    `${dialog("a", "x@window->page#run")}<section data-controller="page">${dialog("b", "x@window->page#run")}</section>`,
  );
  fire(window, "x");
  assert.deepEqual(names(), ["a", "b"]);
});
