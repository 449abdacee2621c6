import assert from "node:assert/strict";
import { test } from "node:test";
import { settled, start } from "./support/controller.js";
import { FakeIntersectionObserver } from "./support/fake_observer.js";

const { see } = FakeIntersectionObserver;

async function open(t, html, options) {
  FakeIntersectionObserver.all = [];
  return start(t, html, { ...options, globals: { IntersectionObserver: FakeIntersectionObserver } });
}

const observers = () => FakeIntersectionObserver.all.filter(({ targets }) => targets.size);

const BOTH = 'data-liveview-intersect-appear="in" data-liveview-intersect-disappear="out"';

test("appear runs once for an element, with data and form", async (t) => {
  const { calls, $ } = await open(t, '<div data-liveview-intersect-appear="load_more" data-data-page="2"></div>');
  see($("div"), true);
  see($("div"), false, true);
  assert.deepEqual(calls, [["load_more", { page: "2" }, []]]);
});

test("appear runs each time when it is to repeat", async (t) => {
  const { names, $ } = await open(t, `<div ${BOTH} data-liveview-intersect-repeat="true"></div>`);
  see($("div"), true, true, false, true);
  assert.deepEqual(names(), ["in", "out", "in"]);
});

test("disappear never runs at load, only after the element was in view (D33)", async (t) => {
  const { names, $ } = await open(t, `<div ${BOTH}></div>`);
  see($("div"), false);
  assert.deepEqual(names(), []);
  see($("div"), true);
  see($("div"), false);
  assert.deepEqual(names(), ["in", "out"]);
});

test("nothing is kept in attributes (D33)", async (t) => {
  const { $ } = await open(t, '<div data-liveview-intersect-appear="f"></div>');
  see($("div"), true);
  assert.equal($("div").outerHTML, '<div data-liveview-intersect-appear="f"></div>');
});

test("one observer watches all of one threshold, in pixels", async (t) => {
  const div = (threshold) => `<div ${BOTH} data-liveview-intersect-threshold="${threshold}"></div>`;
  await open(t, `<div ${BOTH}></div>${["200", "200", "0", "-5", "abc", "50px", "Infinity"].map(div).join("")}`);
  assert.deepEqual(
    observers().map(({ rootMargin, scrollMargin, targets }) => [rootMargin, scrollMargin, targets.size]),
    [
      ["0px", "0px", 5],
      ["200px", "200px", 2],
      ["50px", "50px", 1],
    ],
  );
});

test("inserted elements are watched, and let go when they go (D36)", async (t) => {
  const { insert, $, names } = await open(t, "");
  await insert(`<section><div ${BOTH}></div></section>`);
  const div = $("div");
  see(div, true);
  $("section").remove();
  await settled();
  assert.equal(observers().length, 0);
  assert.deepEqual(names(), ["in"]);
});

test("an element that is moved is not seen anew", async (t) => {
  const { $, document, names } = await open(t, `<div ${BOTH}></div><p></p>`);
  see($("div"), true);
  document.body.append($("div"));
  await settled();
  see($("div"), true);
  assert.deepEqual(names(), ["in"]);
  assert.equal(observers()[0].targets.size, 1);
});

test("nested controllers watch an element once", async (t) => {
  await open(t, `<div data-controller="page"><p ${BOTH}></p></div>`);
  assert.deepEqual(
    observers().map(({ targets }) => targets.size),
    [1],
  );
});

test("attributes that change are followed", async (t) => {
  const { $ } = await open(t, `<div ${BOTH}></div>`);
  $("div").setAttribute("data-liveview-intersect-threshold", "9");
  await settled();
  assert.deepEqual(
    observers().map(({ rootMargin }) => rootMargin),
    ["9px"],
  );
  $("div").removeAttribute("data-liveview-intersect-appear");
  $("div").removeAttribute("data-liveview-intersect-disappear");
  await settled();
  assert.equal(observers().length, 0);
});

test("what was seen of an element that has gone calls nothing", async (t) => {
  const { $, names } = await open(t, `<div ${BOTH}></div>`);
  const [{ callback }] = observers();
  const div = $("div");
  div.remove();
  await settled();
  callback([{ target: div, isIntersecting: true }]);
  assert.deepEqual(names(), []);
});

test("a controller that has gone watches nothing", async (t) => {
  const { document } = await open(t, `<div ${BOTH}></div>`);
  document.body.removeAttribute("data-controller");
  await settled();
  assert.equal(observers().length, 0);
});

test("nobody waits for what appears", async (t) => {
  const { origins, $ } = await open(t, '<div data-liveview-intersect-appear="load_more"></div>');
  see($("div"), true);
  assert.deepEqual(origins, [{ element: $("div"), untouched: undefined }]);
});
