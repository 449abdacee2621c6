import assert from "node:assert/strict";
import { test } from "node:test";
import { findPairs, kindOf } from "../src/morph/pairs.js";
import { openPage } from "./support/page.js";

async function pair(t, before, after, known = () => []) {
  const page = await openPage(t, `<body>${before}</body><template>${after}</template>`);
  const { body } = page.document;
  const next = page.document.querySelector("template").content;
  body.querySelector("template")?.remove();
  const { partners, claimed, holders } = findPairs(
    body,
    [...body.childNodes],
    next,
    [...next.childNodes],
    new Map(known(body, next)),
  );
  const name = (element) => element.id || element.title || element.localName;
  return { pairs: Array.from(partners, ([to, from]) => `${name(from)} ${name(to)}`).sort(), claimed, holders };
}

test("pairs elements by their ids, wherever they are", async (t) => {
  const { pairs } = await pair(t, '<p id="a"></p><div><p id="b"></p></div>', '<section><p id="a"></p></section><p id="b"></p>');
  assert.deepEqual(pairs, ["a a", "b b"]);
});

test("pairs what is around them, as far as it is of one kind", async (t) => {
  const { pairs } = await pair(
    t,
    '<div title="1"><p><i id="a"></i></p></div><div title="2"><p><i id="b"></i></p></div>',
    '<div title="2"><p><i id="b"></i></p></div><div title="1"><p><i id="a"></i></p></div>',
  );
  assert.deepEqual(pairs, ["1 1", "2 2", "a a", "b b", "p p", "p p"]);
});

test("pairs nothing whose id is there twice, or that is another kind of element", async (t) => {
  const { pairs } = await pair(t, '<p id="a"></p><p id="a"></p><p id="b"></p>', '<p id="a"></p><i id="b"></i>');
  assert.deepEqual(pairs, []);
});

test("pairs what it is told to", async (t) => {
  const { pairs } = await pair(t, '<p><input name="a"></p>', "<b></b><p><input name=a></p>", (body, next) => [
    [body.querySelector("input"), next.querySelector("input")],
  ]);
  assert.deepEqual(pairs, ["input input", "p p"]);
});

test("elements with different keys, names or types are of different kinds", async (t) => {
  const { document } = await openPage(
    t,
    `<body><p data-liveview-key="1"></p><p data-liveview-key="2"></p><p></p><p id="x"></p>
    <input name="a"><input name="b"><input name="a" type="checkbox"><svg><a></a></svg><a></a>`,
  );
  const kinds = Array.from(document.body.querySelectorAll("*"), kindOf);
  assert.equal(new Set(kinds).size, kinds.length);
});

test("an element is of the same kind with attributes that name nothing, and without", async (t) => {
  const { document } = await openPage(t, '<p></p><p class="on"></p><p id="" type=""></p><input><input class="on" type="text">');
  const [bare, styled, empty, field, styledField] = Array.from(document.body.children, kindOf);
  assert.equal(styled, bare);
  assert.equal(empty, bare);
  assert.equal(styledField, field);
});

test("text and comments are of different kinds", async (t) => {
  const { document } = await openPage(t, "<body>text<!-- comment -->more</body>");
  const [text, comment, more] = Array.from(document.body.childNodes, kindOf);
  assert.notEqual(text, comment);
  assert.equal(text, more);
});

test("an element that calls once is another one with other data, and the same one without a change", async (t) => {
  const trigger = (page) => `<p data-liveview-intersect-appear="more" data-data-page="${page}">${page}</p>`;
  const { document } = await openPage(t, trigger(1) + trigger(2) + trigger(2).replace(">2<", ">x<"));
  const all = document.querySelectorAll("p");
  // What page code does to it makes it no other.
  all[2].className = "seen";
  const [first, second, third] = Array.from(all, kindOf);
  assert.notEqual(first, second);
  assert.equal(second, third);
});
