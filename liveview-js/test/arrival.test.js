import assert from "node:assert/strict";
import { test } from "node:test";
import { isChanged } from "../src/morph/fields.js";
import { focusNow, focusPlace, isTouched, letGo, pointedTo, scrollToPlace } from "../src/page/arrival.js";
import { openPage } from "./support/page.js";

async function open(t, html, url = "https://example.test/shop/page") {
  const scrolls = [];
  const page = await openPage(t, html, { url, globals: { scrollTo: (options) => scrolls.push(options) } });
  page.window.Element.prototype.scrollIntoView = function (options) {
    scrolls.push([this.id, options]);
  };
  return { ...page, scrolls };
}

for (const [what, html, focus] of [
  ["where it was, by its id", '<main></main><p><a id="b" href="/">', "b"],
  ["where it was, by its number", "<main></main><p><a href=1></a><a href=2 data-x></a>", ["a", 1]],
  ["a field that asks for it, rather than the content", "<main><input autofocus data-x></main>"],
  ["the content", "<h1></h1><main data-x></main>".replace("<h1></h1>", "")],
  ["the heading where there is no other", "<p></p><h1 data-x></h1>"],
  ["the content where what had it is gone", "<main data-x></main>", "none"],
]) {
  test(`the focus goes to ${what}`, async (t) => {
    const { document, $ } = await open(t, `<body>${html}`);
    focusPlace(focus);
    assert.equal(document.activeElement, $("[data-x],#b"));
  });
}

test("the focus goes to what the address points to", async (t) => {
  const { document, $ } = await open(t, '<main></main><h2 id="a b">', "https://example.test/#a%20b");
  focusPlace();
  assert.equal(document.activeElement, $("h2"));
});

test("what could not have the focus is as before once it has lost it", async (t) => {
  const { $ } = await open(t, "<main></main><input>");
  focusPlace();
  assert.equal($("main").getAttribute("tabindex"), "-1");
  $("input").focus();
  assert.equal($("main").outerHTML, "<main></main>");
});

test("remembers where the focus is", async (t) => {
  const { $ } = await open(t, '<a href="1"></a><a href="2"></a><form id="f" tabindex="0"><input name="id">');
  assert.equal(focusNow(), undefined);
  $("[href='2']").focus();
  assert.deepEqual(focusNow(), ["a", 1]);
  $("form").focus();
  assert.equal(focusNow(), "f");
});

for (const [what, place, hash, expected] of [
  ["to the top", undefined, "", { left: 0, top: 0, behavior: "instant" }],
  ["to where the page was left", { x: 3, y: 70 }, "#p", { left: 3, top: 70, behavior: "instant" }],
  ["to what the address points to", undefined, "#p", ["p", { behavior: "instant" }]],
  ["to what it points to where nothing is remembered", {}, "#p", ["p", { behavior: "instant" }]],
  ["to the top where it points to nothing", undefined, "#none", { left: 0, top: 0, behavior: "instant" }],
]) {
  test(`scrolls ${what}`, async (t) => {
    const { scrolls } = await open(t, '<p id="p">', `https://example.test/${hash}`);
    scrollToPlace(place);
    assert.deepEqual(scrolls, [expected]);
  });
}

test("an address may be written in any way, also a wrong one", async (t) => {
  const { $ } = await open(t, '<p id="%E0%A4"></p><a name="ä"></a>');
  assert.equal(pointedTo("#%E0%A4"), $("p"));
  assert.equal(pointedTo("#%C3%A4"), $("a"));
  assert.equal(pointedTo(""), null);
});

test("what the user has to do with goes with the page, but for what is permanent", async (t) => {
  const { document, $ } = await open(
    t,
    `<dialog open></dialog><input autofocus><div contenteditable></div><i popover></i><div id="p" data-liveview-permanent><p contenteditable></p></div>`,
  );
  const noted = [];
  $("dialog").close = () => $("dialog").removeAttribute("open");
  $("div").__edited = $("p").__edited = true;
  $("input").focus();
  // As browsers do for what is none.
  $("dialog").hidePopover = () => assert.fail("is no popover");
  let isHidden = false;
  Object.assign($("i"), { popover: "auto", hidePopover: () => (isHidden = true) });
  letGo((elements) => noted.push(...elements));
  assert.equal($("dialog").open, false);
  assert.equal(isHidden, true);
  assert.deepEqual([$("div").__edited, $("p").__edited], [false, true]);
  assert.equal(document.activeElement, document.body);
  assert.deepEqual(noted, [$("dialog"), $("div"), $("i")]);
});

for (const [what, touch] of [
  ["a field", ({ $ }) => ($("input").value = "typed")],
  ["a choice", ({ $ }) => ($("select").value = "2")],
  ["a text that may be edited", ({ $ }) => ($("div").__edited = true)],
]) {
  test(`a page is touched once the user has changed ${what}`, async (t) => {
    const page = await open(t, '<input value="1"><select><option>1<option>2</select><div contenteditable></div><p></p>');
    page.$("p").__edited = true;
    assert.equal(isTouched(isChanged), false);
    touch(page);
    assert.equal(isTouched(isChanged), true);
  });
}
