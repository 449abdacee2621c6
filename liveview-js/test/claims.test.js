import assert from "node:assert/strict";
import { test } from "node:test";
import { createClaims } from "../src/morph/claims.js";
import { morph } from "../src/morph/morph.js";
import { openPage } from "./support/page.js";

/** A form that is rendered anew, as the answer of a call or by itself. */
async function open(t, html) {
  const page = await openPage(t, `<body><form>${html}</form>`);
  const claims = createClaims();
  const form = page.$("form");
  const render = (text, call) => {
    const next = page.document.createElement("form");
    next.innerHTML = text;
    if (call) claims.answer(call);
    morph(form, [...form.childNodes], next, [...next.childNodes], { keeps: claims.during(call) });
  };
  const send = (isFinal, element = form) => {
    const call = {};
    claims.carry(call, element, isFinal);
    return call;
  };
  return { ...page, claims, form, render, send, submit: () => send(true), tell: () => send(false) };
}

const field = (value) => `<input name="a" value="${value}">`;
const box = (isChecked) => `<input type="checkbox" name="b"${isChecked ? " checked" : ""}>`;

test("what was typed and not sent stays, whatever comes", async (t) => {
  const { $, render, claims } = await open(t, field(""));
  $("input").value = "typed";
  render(field("server"));
  render(field("server"), {});
  claims.end({});
  assert.equal($("input").value, "typed");
  assert.equal($("input").getAttribute("value"), "server");
});

test("what was sent stays until the answer, and is the server's in the answer and after it", async (t) => {
  const { $, render, submit, claims } = await open(t, field(""));
  $("input").value = "typed";
  const call = submit();
  render(field("push"));
  assert.equal($("input").value, "typed");
  render(field(""), call);
  claims.end(call);
  assert.equal($("input").value, "");
  $("input").value = "typed";
  const second = submit();
  claims.answer(second);
  claims.end(second);
  render(field("later"));
  assert.equal($("input").value, "later");
});

test("an update in the midst of a call is its answer, too, and so is its reply", async (t) => {
  const { $, render, submit } = await open(t, field(""));
  $("input").value = "typed";
  const call = submit();
  render(field("wait"), call);
  assert.equal($("input").value, "wait");
  render(field(""), call);
  assert.equal($("input").value, "");
});

test("what was typed between a call and its answer stays", async (t) => {
  const { $, render, submit, claims } = await open(t, field(""));
  $("input").value = "first";
  const call = submit();
  $("input").value = "second";
  render(field(""), call);
  claims.end(call);
  render(field("push"));
  assert.equal($("input").value, "second");
});

test("an older answer does not undo a box that was ticked back meanwhile", async (t) => {
  const { $, render, tell, claims } = await open(t, box(false));
  $("input").checked = true;
  const first = tell();
  $("input").checked = false;
  const second = tell();
  render(box(true), first);
  claims.end(first);
  assert.equal($("input").checked, false);
  render(box(true));
  assert.equal($("input").checked, false);
  render(box(true), second);
  claims.end(second);
  assert.equal($("input").checked, true);
});

test("a draft that the server knows stays against html that says nothing new", async (t) => {
  const { $, render, tell, claims } = await open(t, field(""));
  $("input").value = "typed";
  const call = tell();
  claims.answer(call);
  claims.end(call);
  render(field(""));
  assert.equal($("input").value, "typed");
  render(field("corrected"));
  assert.equal($("input").value, "corrected");
});

test("the answer to a draft is the server's word about it", async (t) => {
  const { $, render, tell } = await open(t, field(""));
  $("input").value = " typed ";
  render(field(""), tell());
  assert.equal($("input").value, "");
});

test("a call that failed gives the server no claim", async (t) => {
  const { $, render, submit, claims } = await open(t, field(""));
  $("input").value = "typed";
  claims.end(submit());
  render(field("push"));
  assert.equal($("input").value, "typed");
});

test("a call carries the fields of its form, of a form elsewhere by name, or the field alone", async (t) => {
  const { $, document, render, claims, send } = await open(t, `${field("")}<input name="c">`);
  document.body.insertAdjacentHTML("beforeend", '<input name="alone">');
  for (const one of document.querySelectorAll("input")) one.value = "typed";
  const call = send(true, $("[name=alone]"));
  claims.answer(call);
  claims.end(call);
  render(`${field("x")}<input name="c" value="x">`);
  assert.deepEqual([$("[name=a]").value, $("[name=c]").value], ["typed", "typed"]);
  const whole = send(true, $("[name=c]"));
  claims.answer(whole);
  claims.end(whole);
  render(`${field("x")}<input name="c" value="y">`);
  assert.deepEqual([$("[name=a]").value, $("[name=c]").value], ["x", "y"]);
});

test("a select and a text in lines follow the same rules", async (t) => {
  const html = (option, text) =>
    `<select name="s"><option>1<option${option === 2 ? " selected" : ""}>2</select><textarea name="t">${text}</textarea>`;
  const { $, render, submit } = await open(t, html(1, ""));
  $("select").value = "2";
  $("textarea").value = "typed";
  const call = submit();
  render(html(1, "push"));
  assert.deepEqual([$("select").value, $("textarea").value], ["2", "typed"]);
  render(html(1, "done"), call);
  assert.deepEqual([$("select").value, $("textarea").value], ["1", "done"]);
});

test("what was submitted stays in a page that fetches itself, unless its html says something else than before", async (t) => {
  const { $, form, submit, claims, document } = await open(t, field(""));
  $("input").value = "typed";
  const call = submit();
  claims.answer(call);
  claims.end(call);
  const fetched = (html) => {
    const next = document.createElement("form");
    next.innerHTML = html;
    morph(form, [...form.childNodes], next, [...next.childNodes], { keeps: claims.during(undefined, true) });
  };
  fetched(field(""));
  assert.equal($("input").value, "typed");
  fetched(field("server"));
  assert.equal($("input").value, "server");
});

test("a call that was made since, with the same in it, does not keep an answer from counting", async (t) => {
  const { $, render, submit, tell, claims } = await open(t, field(""));
  $("input").value = "typed";
  const call = submit();
  const later = tell();
  render(field(""), call);
  claims.end(call);
  assert.equal($("input").value, "");
  claims.answer(later);
  claims.end(later);
  render(field(""));
  assert.equal($("input").value, "");
});
