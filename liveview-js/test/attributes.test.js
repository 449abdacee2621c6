import assert from "node:assert/strict";
import { test } from "node:test";
import { noteOpen, takeAttributes } from "../src/morph/attributes.js";
import { openPage } from "./support/page.js";

async function open(t, html) {
  const page = await openPage(t, `<body>${html}`);
  const old = page.document.body.firstElementChild;
  noteOpen([...page.document.querySelectorAll("details,dialog")]);
  const take = (text) => {
    const template = page.document.createElement("template");
    template.innerHTML = text;
    takeAttributes(old, template.content.firstElementChild);
    return old;
  };
  return { ...page, old, take };
}

test("changes, adds and removes attributes, and touches no other", async (t) => {
  const { old, take } = await open(t, '<p class="a" title="x" lang="en"></p>');
  const records = [];
  const observer = new MutationObserver(() => {});
  observer.observe(old, { attributes: true });
  take('<p class="b" lang="en" @click="x" data-a></p>');
  records.push(...observer.takeRecords().map(({ attributeName }) => attributeName));
  assert.equal(old.outerHTML, '<p class="b" lang="en" @click="x" data-a=""></p>');
  assert.deepEqual(records, ["class", "@click", "data-a", "title"]);
});

test("takes attributes of another namespace as what they are", async (t) => {
  const { take } = await open(t, '<svg><use xlink:href="#a"/></svg>');
  const svg = take('<svg xlink:href="#b"/>');
  assert.equal(svg.getAttributeNS("http://www.w3.org/1999/xlink", "href"), "#b");
});

test("leaves alone what page code has reserved", async (t) => {
  const { old, take } = await open(t, '<p data-liveview-ignore="style class" style="top:0" class="on" title="x"></p>');
  take('<p data-liveview-ignore="style class" title="y"></p>');
  assert.deepEqual([old.className, old.title, old.hasAttribute("style")], ["on", "y", true]);
});

for (const name of ["details", "dialog"]) {
  test(`opens and closes ${name} that the user has left alone`, async (t) => {
    const { old, take } = await open(t, `<${name}></${name}>`);
    take(`<${name} open></${name}>`);
    assert.equal(old.hasAttribute("open"), true);
    take(`<${name}></${name}>`);
    assert.equal(old.hasAttribute("open"), false);
  });

  test(`leaves ${name} as the user has it`, async (t) => {
    const { old, take } = await open(t, `<${name}></${name}>`);
    old.setAttribute("open", "");
    take(`<${name} class="x"></${name}>`);
    assert.equal(old.hasAttribute("open"), true);
    take(`<${name} open></${name}>`);
    old.removeAttribute("open");
    take(`<${name} open title="x"></${name}>`);
    assert.equal(old.hasAttribute("open"), false);
  });
}

test("leaves alone what it does not know whether it was opened by the user", async (t) => {
  const { old, take } = await open(t, "<p></p>");
  old.replaceWith(Object.assign(document.createElement("details"), { open: true }));
  assert.ok(take);
  const details = document.querySelector("details");
  takeAttributes(details, document.createElement("details"));
  assert.equal(details.open, true);
});

test("keeps the tabindex that a keyboard map was given", async (t) => {
  const { old, take } = await open(t, '<div data-liveview-keyboard-map="{}" tabindex="-1"></div>');
  take('<div data-liveview-keyboard-map="{}"></div>');
  assert.equal(old.tabIndex, -1);
  take('<div data-liveview-keyboard-map="{}" tabindex="0"></div>');
  assert.equal(old.tabIndex, 0);
});
