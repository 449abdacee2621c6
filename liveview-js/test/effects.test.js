import assert from "node:assert/strict";
import { test } from "node:test";
import { effects } from "../src/effects.js";
import { captureConsole, captureEvents, openPage } from "./support/page.js";

async function scrolling(t, html = "") {
  const scrolls = [];
  const page = await openPage(t, html, { globals: { scrollTo: (...position) => scrolls.push(position) } });
  page.window.Element.prototype.scrollIntoView = function (options) {
    scrolls.push([this.id, options]);
  };
  t.mock.timers.enable({ apis: ["setTimeout"] });
  return { ...page, scrolls, tick: (milliseconds) => t.mock.timers.tick(milliseconds) };
}

test("sets and removes attributes (D18)", async (t) => {
  const { $ } = await openPage(t, '<p id="t" hidden title="a"></p>');
  effects.attributes({ hidden: null, title: "", "aria-label": "x", missing: null }, $("p"), {});
  assert.equal($("p").outerHTML, '<p id="t" title="" aria-label="x"></p>');
});

for (const [name, value] of [
  ["onclick", "x()"], ["ONERROR", "x()"], ["onanythingnew", ""], ["srcdoc", "<p>"], ["SrcDoc", ""],
  ...["href", "HREF", "xlink:href", "src", "action", "formaction", "data", "to", "values"].flatMap((one) => [
    [one, "javascript:x()"], [one, "JaVaScRiPt:x()"], [one, " \u0001javascript:x()"], [one, "java\tscr\nipt:x()"], [one, "javascript\n:x()"],
    [one, "vbscript:x"], [one, "data:text/html,x"], [one, "data:image/svg+xml,x"], [one, "#a;javascript:x()"],
  ]),
]) {
  test(`the attribute ${name}=${JSON.stringify(value)}, which would run code, is refused`, async (t) => {
    const { $ } = await openPage(t, "<a></a>");
    assert.throws(() => effects.attributes({ [name]: value }, $("a"), {}), RegExp(name));
    assert.equal($("a").outerHTML, "<a></a>");
    effects.attributes({ [name]: null }, $("a"), {});
  });
}

for (const [name, value] of [
  ["href", "/a?next=javascript:x"], ["href", "mailto:a@b.example"], ["src", "data:image/png;base64,AA=="], ["title", "x href=javascript:x()"],
  ["title", "javascript: a language"], ["value", "data:x"], ["data-on", "onclick"], ["aria-label", "onclick=x"], ["on-sale", "1"], ["action", ""],
]) {
  test(`the attribute ${name}=${JSON.stringify(value)} is set`, async (t) => {
    const { $ } = await openPage(t, "<a></a>");
    effects.attributes({ [name]: value }, $("a"), {});
    assert.equal($("a").getAttribute(name), value);
  });
}

test("adds and removes classes (D18)", async (t) => {
  const { $ } = await openPage(t, '<p class="a b"></p>');
  effects.addClass(["c", "d"], $("p"), {});
  effects.removeClass(["a", "none"], $("p"), {});
  assert.equal($("p").className, "b c d");
});

test("does nothing to a target that is not there", async () => {
  effects.attributes({ title: "x" }, null, {});
  effects.addClass(["a"], null, {});
  effects.removeClass(["a"], null, {});
});

test("focuses the first match", async (t) => {
  const { document, $ } = await openPage(t, "<input><input>");
  effects.focus("input", null, {});
  assert.equal(document.activeElement, $("input"));
});

test("focus on a missing element is a warning", async (t) => {
  const { warn } = captureConsole(t);
  await openPage(t);
  effects.focus("#none", null, {});
  assert.equal(warn.length, 1);
});

test("an event bubbles from the target and carries its detail", async (t) => {
  const { window, $ } = await openPage(t, "<p></p>");
  const seen = [];
  window.addEventListener("saved", ({ target, detail }) => seen.push([target.localName, detail]));
  effects.event({ name: "saved", detail: { id: 1, tags: ["a"] } }, $("p"), {});
  effects.event({ name: "saved" }, $("p"), {});
  assert.deepEqual(seen, [
    ["p", { id: 1, tags: ["a"] }],
    ["p", null],
  ]);
});

test("an event without a target, or with one that has left, is the document's", async (t) => {
  const { document, $ } = await openPage(t, "<p></p>");
  const seen = [];
  document.addEventListener("saved", ({ target }) => seen.push(target));
  const target = $("p");
  target.remove();
  effects.event({ name: "saved" }, null, {});
  effects.event({ name: "saved" }, target, {});
  assert.deepEqual(seen, [document, document]);
});

test("a url becomes a new entry of the history", () => {
  const pushed = [];
  effects.url("/shop/other?a=1", null, {}, undefined, (url) => pushed.push(url));
  assert.deepEqual(pushed, ["/shop/other?a=1"]);
});

test("a url with html goes to the top after 50 ms", async (t) => {
  const { scrolls, tick } = await scrolling(t);
  effects.url("/shop/other", null, { html: "" }, undefined, () => {});
  tick(49);
  assert.deepEqual(scrolls, []);
  tick(1);
  assert.deepEqual(scrolls, [[0, 0]]);
});

for (const update of [{}, { html: "x", scroll: "#a" }, { html: "x", scrollTop: true }]) {
  test(`a url with the fields "${Object.keys(update)}" does not`, async (t) => {
    const { scrolls, tick } = await scrolling(t);
    effects.url("/shop/other", null, update, undefined, () => {});
    tick(50);
    assert.deepEqual(scrolls, []);
  });
}

test("sets the title", async (t) => {
  const { document } = await openPage(t);
  effects.title("A & B", null, {});
  assert.equal(document.title, "A & B");
});

test("scrolls smoothly to an element, looked up when the time has come", async (t) => {
  const { document, scrolls, tick } = await scrolling(t, "<p></p>");
  effects.scroll("#late", null, {});
  document.querySelector("p").id = "late";
  tick(50);
  assert.deepEqual(scrolls, [["late", { behavior: "smooth" }]]);
});

test("scrolling to a missing element is a warning (D22)", async (t) => {
  const { warn } = captureConsole(t);
  const { tick } = await scrolling(t);
  effects.scroll("#none", null, {});
  tick(50);
  assert.deepEqual(warn, ['LiveView: no element for the selector "#none"']);
});

test("scrolls smoothly to the top", async (t) => {
  const { scrolls, tick } = await scrolling(t);
  effects.scrollTop(true, null, {});
  tick(50);
  assert.deepEqual(scrolls, [[{ top: 0, behavior: "smooth" }]]);
});

test("of several scrolls the last one happens (D22)", async (t) => {
  const { scrolls, tick } = await scrolling(t, '<p id="a"></p>');
  effects.scrollTop(true, null, {});
  tick(20);
  effects.scroll("#a", null, {});
  tick(50);
  assert.deepEqual(scrolls, [["a", { behavior: "smooth" }]]);
});

test("hands on the call that the server asks for", () => {
  const calls = [];
  effects.call({ function: "f", data: { a: "1" } }, null, {}, (call) => calls.push(call));
  assert.deepEqual(calls, [{ function: "f", data: { a: "1" } }]);
});

test("redirects within the origin", async (t) => {
  const { window } = await openPage(t);
  effects.redirect("#there", null, {});
  assert.equal(window.location.hash, "#there");
});

test("leaves the page for a redirect", async (t) => {
  const { navigations } = await openPage(t);
  effects.redirect("/login", null, {});
  effects.redirect("https://example.test/login", null, {});
  assert.equal(navigations.length, 2);
});

for (const address of [
  "https://evil.test/",
  "//evil.test/",
  "/\\evil.test/",
  "http://example.test/",
  "https://example.test:8443/",
  "https://example.test@evil.test/",
  "javascript:alert(1)",
  " java\nscript:alert(1)",
  "data:text/html,x",
  "blob:https://example.test/1",
  "http://",
]) {
  test(`does not redirect to ${JSON.stringify(address)}`, async (t) => {
    const { window, navigations } = await openPage(t);
    assert.throws(() => effects.redirect(address, null, {}));
    assert.deepEqual(navigations, []);
    assert.equal(window.location.href, "https://example.test/shop/page");
  });
}

test("tells the page of an error of the application's own", async (t) => {
  const { document } = await openPage(t);
  const events = captureEvents(document);
  effects.error("Sold out", null, {});
  assert.deepEqual(events, [["error", { message: "Sold out" }]]);
});

test("loads the page anew", async (t) => {
  const { navigations } = await openPage(t);
  effects.reload(true, null, {});
  assert.equal(navigations.length, 1);
});
