import assert from "node:assert/strict";
import { test } from "node:test";
import { createPlaces } from "../src/page/places.js";
import { openPage } from "./support/page.js";

async function start(t, shown = { entry: { id: 1 } }) {
  const page = await openPage(t, "<a href=/></a>");
  const { window } = page;
  const state = { isBetween: false };
  page.window.history.scrollRestoration = "auto";
  const places = createPlaces(shown, () => state.isBetween);
  const scroll = (y) => {
    window.scrollY = y;
    window.dispatchEvent(new window.Event("scroll"));
  };
  return { ...page, places, scroll, state, fire: (name) => window.dispatchEvent(new window.Event(name)), shown };
}

test("remembers how far each entry was scrolled, and where the focus was", async (t) => {
  const { places, scroll, shown, $ } = await start(t);
  scroll(70);
  $("a").focus();
  places.leave(shown.entry);
  shown.entry = { id: 2, y: 5 };
  assert.deepEqual(places.of(shown.entry), { id: 2, y: 5 });
  scroll(9);
  assert.deepEqual(places.of({ id: 1, y: 1 }), { id: 1, x: 0, y: 70, focus: ["a", 0] });
  assert.deepEqual(places.of({ id: 2, y: 5 }), { id: 2, x: 0, y: 9 });
});

test("takes what a link to a place in the page has scrolled for the new entry's", async (t) => {
  const { places, scroll, shown, window } = await start(t);
  scroll(70);
  window.scrollY = 900;
  places.leave(shown.entry);
  assert.equal(places.of({ id: 1 }).y, 70);
});

test("takes the place of an entry that has never been scrolled as it is", async (t) => {
  const { places, shown, window } = await start(t);
  window.scrollY = 40;
  places.leave(shown.entry);
  assert.equal(places.of({ id: 1 }).y, 40);
});

test("remembers nothing of an entry that is not shown yet", async (t) => {
  const { places, scroll, state, shown } = await start(t);
  state.isBetween = true;
  scroll(70);
  places.leave(shown.entry);
  assert.deepEqual(places.of({ id: 1 }), { id: 1 });
});

test("has the browser scroll where entries are not ours, and where the page is loaded", async (t) => {
  const { window, fire, shown, places } = await start(t, { entry: undefined });
  assert.equal(window.history.scrollRestoration, "auto");
  shown.entry = { id: 1 };
  places.take();
  assert.equal(window.history.scrollRestoration, "manual");
  fire("pagehide");
  assert.equal(window.history.scrollRestoration, "auto");
  fire("pageshow");
  assert.equal(window.history.scrollRestoration, "manual");
});
