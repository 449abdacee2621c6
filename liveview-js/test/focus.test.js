import assert from "node:assert/strict";
import { test } from "node:test";
import { settled, start } from "./support/controller.js";

const input = (id, attributes = "") => `<input id="${id}" data-liveview-focus="true" ${attributes}>`;

/** jsdom has no layout: what is not hidden or marked as empty has a size. */
function withLayout({ window }) {
  window.Element.prototype.getBoundingClientRect = function () {
    const size = this.closest(".empty,[hidden],[type=hidden]") ? 0 : 10;
    return { width: size, height: 10 };
  };
}

const open = (t, html) => start(t, html, { before: withLayout });

test("the first element that asks for it has the focus at the start", async (t) => {
  const { document } = await open(t, `<input>${input("a")}${input("b")}`);
  assert.equal(document.activeElement.id, "a");
});

test("of inserted elements it is the first of the new ones", async (t) => {
  const { document, insert } = await open(t, input("a"));
  await insert(`<form>${input("b")}${input("c")}</form>`);
  assert.equal(document.activeElement.id, "b");
});

for (const [what, html] of [
  ["disabled", input("a", "disabled")],
  ["in a disabled fieldset", `<fieldset disabled>${input("a")}</fieldset>`],
  ["hidden", input("a", "hidden")],
  ["of the type hidden", input("a", 'type="hidden"')],
  ["invisible", `<p style="visibility: hidden">${input("a")}</p>`],
  ["without a size", `<p class="empty">${input("a")}</p>`],
  ["one that cannot have it", '<p data-liveview-focus="true"></p>'],
  ["one that says something else", '<input data-liveview-focus="false"><input data-liveview-focus="TRUE">'],
]) {
  test(`an element that is ${what} is passed over`, async (t) => {
    const { document, insert } = await open(t, "");
    await insert(html + input("b"));
    assert.equal(document.activeElement.id, "b");
  });
}

test("nothing is measured that does not ask for the focus, as the rows of a long table", async (t) => {
  const { window, document, insert } = await open(t, input("a"));
  const measured = [];
  const { getBoundingClientRect } = window.Element.prototype;
  window.Element.prototype.getBoundingClientRect = function () {
    measured.push(this.id);
    return getBoundingClientRect.call(this);
  };
  await insert(`<button type="button" id="x">Open</button><button type="button" id="y">Open</button>${input("b")}`);
  assert.deepEqual(measured, ["b"]);
  assert.equal(document.activeElement.id, "b");
});

test("an element that is moved does not take the focus again", async (t) => {
  const { document, $ } = await open(t, `${input("a")}<input id="other">`);
  $("#other").focus();
  $("body").append($("#a"));
  await settled();
  assert.equal(document.activeElement.id, "other");
});

test("who typed before the script ran keeps the focus", async (t) => {
  const { document } = await start(t, `<input id="search">${input("a")}`, {
    before(page) {
      withLayout(page);
      page.$("#search").focus();
      page.$("#search").value = "typed";
    },
  });
  assert.equal(document.activeElement.id, "search");
});
