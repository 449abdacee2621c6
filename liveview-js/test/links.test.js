import assert from "node:assert/strict";
import { test } from "node:test";
import { followLinks } from "../src/page/links.js";
import { openPage } from "./support/page.js";

async function start(t, html) {
  const { window, document, $ } = await openPage(t, html);
  const visits = [];
  followLinks((...visit) => visits.push(visit));
  const click = (selector, init) => {
    const event = new window.MouseEvent("click", { bubbles: true, cancelable: true, ...init });
    $(selector).dispatchEvent(event);
    return event.defaultPrevented;
  };
  return { visits, click, document };
}

test("a click on a link, or on what is in it, is a visit", async (t) => {
  const { visits, click } = await start(t, '<a href="/x" data-liveview-navigate><b>X</b></a>');
  assert.equal(click("b"), true);
  assert.deepEqual(visits, [["https://example.test/x", ""]]);
});

test("a link may ask to take the place of the entry", async (t) => {
  const { visits, click } = await start(t, '<a href="y" data-liveview-navigate="replace">');
  click("a");
  assert.deepEqual(visits, [["https://example.test/shop/y", "replace"]]);
});

for (const [what, attributes, init] of [
  ["without the attribute", 'href="/x"'],
  ["for another window", 'href="/x" target="_blank" data-liveview-navigate'],
  ["to be saved", 'href="/x" download data-liveview-navigate'],
  ...["ctrlKey", "metaKey", "shiftKey", "altKey"].map((name) => [
    `clicked with ${name}`,
    'href="/x" data-liveview-navigate',
    { [name]: true },
  ]),
]) {
  test(`a link ${what} is left to the browser`, async (t) => {
    const { visits, click } = await start(t, `<a ${attributes}>`);
    assert.equal(click("a", init), false);
    assert.deepEqual(visits, []);
  });
}

test("a click that somebody else has taken is theirs", async (t) => {
  const { visits, click, document } = await start(t, '<a href="/x" data-liveview-navigate>');
  document.querySelector("a").addEventListener("click", (event) => event.preventDefault());
  click("a");
  assert.deepEqual(visits, []);
});
