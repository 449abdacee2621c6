import assert from "node:assert/strict";
import { test } from "node:test";
import { start } from "./support/controller.js";

/** jsdom has no modal dialogs. */
function opening(opened) {
  return ({ window }) => {
    window.HTMLElement.prototype.showModal = function () {
      opened.push(this.id);
      this.setAttribute("open", "");
    };
  };
}

test("a dialog that asks for it is opened when it comes, and one of the page from the start", async (t) => {
  const opened = [];
  const { insert } = await start(t, '<dialog id="a" data-liveview-modal></dialog><dialog id="b"></dialog>', {
    before: opening(opened),
  });
  assert.deepEqual(opened, ["a"]);
  await insert('<div><dialog id="c" data-liveview-modal></dialog></div><p id="d" data-liveview-modal></p>');
  assert.deepEqual(opened, ["a", "c"]);
});

test("one that is open already is left alone, and one that was closed stays so", async (t) => {
  const opened = [];
  const { $, document, window, insert } = await start(t, "", { before: opening(opened) });
  await insert('<dialog id="a" data-liveview-modal open></dialog><dialog id="b" data-liveview-modal></dialog>');
  assert.deepEqual(opened, ["b"]);
  $("#b").removeAttribute("open");
  document.dispatchEvent(new window.Event("liveview:resynced"));
  assert.deepEqual(opened, ["b"]);
});
