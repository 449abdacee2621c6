import assert from "node:assert/strict";
import { test } from "node:test";
import { createFocusKeeper } from "../src/focus_keeper.js";
import { openPage } from "./support/page.js";

async function keeping(t, html) {
  const page = await openPage(t, `<body>${html}`);
  const keepFocus = createFocusKeeper();
  return { ...page, keepFocus, focused: () => page.document.activeElement };
}

test("the focus of an element that is removed goes to the one that has its id", async (t) => {
  const { $, keepFocus, focused } = await keeping(t, '<button id="other"></button><div><input id="name"></div>');
  $("#other").focus();
  $("#name").focus();

  keepFocus(() => ($("div").innerHTML = '<textarea id="name"></textarea>'));

  assert.equal(focused(), $("textarea"));
});

test("else it goes back to where it was before it came into what is removed", async (t) => {
  const { $, keepFocus, focused } = await keeping(
    t,
    '<button id="open"></button><section><div role="dialog"><input><button></button></div></section>',
  );
  $("#open").focus();
  $("input").focus();
  $("section button").focus();

  keepFocus(() => $("section").replaceChildren());

  assert.equal(focused(), $("#open"));
});

test("also through several dialogs on top of each other", async (t) => {
  const { $, keepFocus, focused } = await keeping(t, '<a href="#"></a><p><button></button></p><div><input></div>');
  $("a").focus();
  $("button").focus();
  $("input").focus();

  keepFocus(() => $("div").remove());
  assert.equal(focused(), $("button"));
  keepFocus(() => $("p").remove());
  assert.equal(focused(), $("a"));
});

test("what cannot have the focus now is passed by", async (t) => {
  const { $, keepFocus, focused } = await keeping(t, '<a href="#"></a><button></button><div><input></div>');
  $("a").focus();
  $("button").focus();
  $("input").focus();

  keepFocus(() => {
    $("button").disabled = true;
    $("div").remove();
  });

  assert.equal(focused(), $("a"));
  assert.equal($("button").outerHTML, '<button disabled=""></button>');
});

test("else it goes to the nearest thing around it that is left, which can have it until it loses it", async (t) => {
  const { $, keepFocus, focused } = await keeping(t, "<section><ul><li><button></button></li></ul></section><input>");
  $("button").focus();

  keepFocus(() => $("li").remove());

  assert.equal(focused(), $("ul"));
  assert.equal($("ul").getAttribute("tabindex"), "-1");
  $("input").focus();
  assert.equal(focused(), $("input"));
  assert.equal($("ul").outerHTML, "<ul></ul>");
});

test("an element's own tabindex stays", async (t) => {
  const { $, keepFocus, focused } = await keeping(t, '<ul tabindex="-1"><li><button></button></li></ul><input>');
  $("button").focus();
  keepFocus(() => $("li").remove());
  assert.equal(focused(), $("ul"));
  $("input").focus();
  assert.equal($("ul").outerHTML, '<ul tabindex="-1"></ul>');
});

test("when nothing around it is left but the body, it goes to the main part", async (t) => {
  const { $, keepFocus, focused } = await keeping(t, "<main></main><div><button></button></div>");
  $("button").focus();
  keepFocus(() => $("div").remove());
  assert.equal(focused(), $("main"));
});

test("it stays where the step has put it, where it is, and on the body", async (t) => {
  const { document, $, keepFocus, focused } = await keeping(t, "<main><button></button><input></main>");
  keepFocus(() => $("main").append("new"));
  assert.equal(focused(), document.body);

  $("button").focus();
  keepFocus(() => {
    $("button").remove();
    $("input").focus();
  });
  assert.equal(focused(), $("input"));

  keepFocus(() => $("main").append("newer"));
  assert.equal(focused(), $("input"));

  keepFocus(() => $("input").blur());
  assert.equal(focused(), document.body);
});

test("fields called like what is asked for are no obstacle", async (t) => {
  const fields = ["parentElement", "isConnected", "focus", "tabIndex", "setAttribute", "hasAttribute", "addEventListener"];
  const html = fields.map((name) => `<input name="${name}">`).join("");
  const { $, keepFocus, focused } = await keeping(t, `<form>${html}<p><button></button></p></form>`);
  $("button").focus();
  keepFocus(() => $("p").remove());
  assert.equal(focused(), $("form"));
});

test("returns what the step returns", async (t) => {
  const { keepFocus } = await keeping(t, "");
  assert.equal(keepFocus(() => 7), 7);
});
