import assert from "node:assert/strict";
import { test } from "node:test";
import { createRenderer } from "../src/renderer.js";
import { captureConsole, captureEvents, openPage } from "./support/page.js";

const render = (updates, refresh = () => {}) =>
  createRenderer({ refresh, push: (url) => history.pushState({}, "", url), around: (step) => step(), keeps: () => undefined }).render(updates);

const page = (t, html = '<body><p id="t">old</p>') => openPage(t, html);

test("replaces, appends and removes as version 1 does", async (t) => {
  const { document } = await page(t);
  render([{ target: "#t", html: "new" }]);
  render([{ target: "#t", html: "er", append: true }]);
  assert.equal(document.body.innerHTML, '<p id="t">newer</p>');
  render([{ target: "#t", html: "ignored", remove: true }]);
  assert.equal(document.body.innerHTML, "");
});

test("empties a target with empty html", async (t) => {
  const { $ } = await page(t);
  render([{ target: "#t", html: "" }]);
  assert.equal($("#t").innerHTML, "");
});

for (const [swap, expected] of [
  ["outer", "<i></i>"],
  ["before", '<i></i><p id="t">old</p>'],
  ["after", '<p id="t">old</p><i></i>'],
  ["prepend", '<p id="t"><i></i>old</p>'],
]) {
  test(`swaps ${swap} (D18)`, async (t) => {
    const { document } = await page(t);
    render([{ target: "#t", html: "<i></i>", swap }]);
    assert.equal(document.body.innerHTML, expected);
  });
}

for (const swap of ["sideways", "constructor", "__proto__"]) {
  test(`an unknown swap like ${swap} is an error that names it, and the rest is applied`, async (t) => {
    const { error } = captureConsole(t);
    const { document, $ } = await page(t);
    render([{ target: "#t", html: "new", swap, addClass: ["a"], title: "x" }]);
    assert.deepEqual(error, [
      `LiveView: swap: expected one of inner,append,prepend,before,after,outer,remove, got ${swap}`,
    ]);
    assert.equal($("#t").outerHTML, '<p id="t" class="a">old</p>');
    assert.equal(document.title, "x");
  });
}

test("uses the first match only", async (t) => {
  const { document } = await page(t, "<body><i></i><i></i>");
  render([{ target: "i", html: "x" }]);
  assert.equal(document.body.innerHTML, "<i>x</i><i></i>");
});

test("without html nothing is rendered, and nothing undefined is written (D15)", async (t) => {
  const { $, window } = await page(t);
  render([{ target: "#t", url: "/shop/x" }, { target: "#t", html: null }, { target: "#t", append: true }]);
  assert.equal($("#t").textContent, "old");
  assert.equal(window.location.pathname, "/shop/x");
});

test("url and title need no target (D16)", async (t) => {
  const { window, document } = await page(t);
  render([{ url: "/shop/x", title: "X" }]);
  assert.equal(window.location.pathname, "/shop/x");
  assert.equal(document.title, "X");
});

test("a missing target is an error, and the fields that render nothing still act (D16)", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { error } = captureConsole(t);
  const { window, document } = await page(t);
  const seen = [];
  document.addEventListener("saved", ({ target }) => seen.push(target));
  render([{ target: "#none", html: "x", attributes: { a: "b" }, url: "/shop/x", title: "X", event: { name: "saved" } }]);
  assert.deepEqual(error, ['LiveView: no element for the selector "#none"']);
  assert.equal(window.location.pathname, "/shop/x");
  assert.equal(document.title, "X");
  assert.deepEqual(seen, [document]);
});

test("an invalid selector is an error, and the remaining updates are applied", async (t) => {
  const { error } = captureConsole(t);
  const { $ } = await page(t);
  render([{ target: "##", html: "x" }, { target: "#t", html: "new" }]);
  assert.equal(error.length, 1);
  assert.equal($("#t").textContent, "new");
});

test("an effect that fails is named, and the rest is applied", async (t) => {
  const { error } = captureConsole(t);
  const { document, $ } = await page(t);
  render([
    { target: "#t", attributes: { "a b": "x" }, addClass: ["c"], url: "https://evil.test/", title: "X" },
    { redirect: "https://evil.test/" },
    { target: "#t", html: "new" },
  ]);
  assert.deepEqual(
    error.map((line) => line.split(":", 2).join(":")),
    ["LiveView: attributes", "LiveView: url", "LiveView: redirect"],
  );
  assert.equal($("#t").outerHTML, '<p id="t" class="c">new</p>');
  assert.equal(document.title, "X");
});

test("effects of an outer swap act on what stands there now", async (t) => {
  const { document, $ } = await page(t);
  let at;
  document.addEventListener("saved", ({ target }) => (at = target.id));
  render([{ target: "#t", html: '<b id="u"></b>', swap: "outer", addClass: ["c"], event: { name: "saved" } }]);
  assert.equal($("#u").className, "c");
  assert.equal(at, "u");
});

test("a call is made after its update's html is there", async (t) => {
  const { $ } = await page(t);
  const seen = [];
  render([{ call: { function: "f" }, target: "#t", html: "new" }], (call) => seen.push([call, $("#t").textContent]));
  assert.deepEqual(seen, [[{ function: "f" }, "new"]]);
});

test("updates are applied in their order", async (t) => {
  const { $ } = await page(t);
  render([
    { target: "#t", html: '<i id="u"></i>' },
    { target: "#u", html: "1" },
    { target: "#u", html: "2", append: true },
  ]);
  assert.equal($("#u").textContent, "12");
});

test("unknown fields are ignored", async (t) => {
  const { $ } = await page(t);
  render([{ target: "#t", html: "new", later: { a: 1 }, constructor: "x" }]);
  assert.equal($("#t").textContent, "new");
});

test("false switches a field off", async (t) => {
  const { $, navigations } = await page(t);
  render([{ target: "#t", html: "new", append: false, remove: false, scrollTop: false, reload: false }]);
  assert.equal($("#t").textContent, "new");
  assert.deepEqual(navigations, []);
});

test("events surround an update, on its target", async (t) => {
  const { document } = await page(t);
  const events = captureEvents(document);
  const targets = [];
  for (const name of ["before-render", "rendered"]) {
    document.addEventListener(`liveview:${name}`, ({ target }) => targets.push([name, target.id, target.textContent]));
  }
  const update = { target: "#t", html: "new" };
  render([update]);
  assert.deepEqual(events, [
    ["before-render", { update }],
    ["rendered", { update }],
  ]);
  assert.deepEqual(targets, [
    ["before-render", "t", "old"],
    ["rendered", "t", "new"],
  ]);
});

test("events of an update without a target, or whose target has gone, are the document's", async (t) => {
  const { document } = await page(t);
  const targets = [];
  document.addEventListener("liveview:before-render", ({ target }) => targets.push(target.nodeName));
  document.addEventListener("liveview:rendered", ({ target }) => targets.push(target.nodeName));
  render([{ title: "x" }, { target: "#t", remove: true }]);
  assert.deepEqual(targets, ["#document", "#document", "P", "#document"]);
});

test("a listener can prevent an update, and change another", async (t) => {
  const { document, $ } = await page(t);
  document.addEventListener("liveview:before-render", (event) => {
    if (event.detail.update.title) event.preventDefault();
    else event.detail.update.html += "er";
  });
  const events = captureEvents(document);
  render([{ target: "#t", html: "x", title: "x" }, { target: "#t", html: "new" }]);
  assert.equal($("#t").textContent, "newer");
  assert.equal(document.title, "");
  assert.equal(events.filter(([name]) => name === "rendered").length, 1);
});

test("console lines never repeat html", async (t) => {
  const { error, warn } = captureConsole(t);
  await page(t);
  render([
    { target: "#none", html: "secret" },
    { target: "##", html: "secret" },
    { target: "#t", html: "secret", swap: "none" },
  ]);
  assert.equal(error.length, 3);
  assert.ok(![...error, ...warn].some((line) => line.includes("secret")));
});

test("what is to be done after a step waits for the browser to begin its transition", async (t) => {
  const { document, $ } = await page(t);
  const log = [];
  let begin;
  document.startViewTransition = (step) => {
    begin = step;
    return { ready: Promise.resolve() };
  };
  globalThis.matchMedia = () => ({ matches: false });
  t.after(() => delete globalThis.matchMedia);
  const { render, after } = createRenderer({ refresh: () => {}, around: (step) => step(), keeps: () => undefined });
  after(() => log.push("at once"));
  render([{ target: "#t", html: "new", transition: true }]);
  after(() => log.push($("#t").textContent));
  assert.deepEqual(log, ["at once"]);
  begin();
  assert.deepEqual(log, ["at once", "new"]);
});
