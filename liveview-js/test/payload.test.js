import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { dataOf, formOf, isSubmitButton } from "../src/payload.js";
import { captureConsole, openPage } from "./support/page.js";

describe("data", () => {
  async function data(t, attributes) {
    const { $ } = await openPage(t, `<p ${attributes}></p>`);
    return { ...dataOf($("p")) };
  }

  test("takes data-data-* without its prefix, in camel case", async (t) => {
    const attributes = 'data-data-modal-id="1" data-data-field="a" data-data-x1-2-y="z"';
    assert.deepEqual(await data(t, attributes), { modalId: "1", field: "a", "x1-2Y": "z" });
  });

  test("takes the other data attributes too", async (t) => {
    const attributes = 'data-article-id="1" data-dataset-id="2" data-data="3" data-empty title="x"';
    assert.deepEqual(await data(t, attributes), { articleId: "1", datasetId: "2", data: "3", empty: "" });
  });

  test("leaves out what speaks to Stimulus or to the library", async (t) => {
    const attributes = `data-action="a" data-controller="page" data-liveview-function="f" data-liveview="x"
      data-liveview-debounce="1" data-page-target="x" data-my-dialog-target="y"`;
    assert.deepEqual(await data(t, attributes), {});
  });

  test("data-data-* is taken whatever its name", async (t) => {
    const attributes = 'data-data-action="a" data-data-controller="c" data-data-drop-target="t"';
    assert.deepEqual(await data(t, attributes), { action: "a", controller: "c", dropTarget: "t" });
  });

  test("data-data-* wins over data-*, whatever their order", async (t) => {
    assert.deepEqual(await data(t, 'data-id="1" data-data-id="2"'), { id: "2" });
    assert.deepEqual(await data(t, 'data-data-id="2" data-id="1"'), { id: "2" });
  });

  test("no name reaches a prototype", async (t) => {
    const { $ } = await openPage(t, '<p data-data-__proto__="a" data-constructor="b"></p>');
    const found = dataOf($("p"));
    assert.equal(Object.getPrototypeOf(found), null);
    assert.equal(JSON.stringify(found), '{"constructor":"b","__proto__":"a"}');
    assert.equal({}.a, undefined);
  });

  test("is taken from SVG elements as well", async (t) => {
    const { $ } = await openPage(t, '<svg><g data-data-id="1"></g></svg>');
    assert.deepEqual({ ...dataOf($("g")) }, { id: "1" });
  });
});

describe("form", () => {
  async function form(t, html, selector = "#it", submitter) {
    const { $ } = await openPage(t, `<body>${html}`);
    return formOf($(selector), submitter && $(submitter));
  }

  test("is that of a form itself", async (t) => {
    const html = '<form id="it"><input name="firstName" value="A"><textarea name="items[0].Name">x</textarea></form>';
    assert.deepEqual(await form(t, html), [
      ["firstName", "A"],
      ["items[0].Name", "x"],
    ]);
  });

  test("is that around the element", async (t) => {
    assert.deepEqual(await form(t, '<form><input name="a" value="1"><p><i id="it"></i></p></form>'), [["a", "1"]]);
  });

  test("is that which a field outside belongs to", async (t) => {
    const html = '<form id="f"><input name="a" value="1"></form><input id="it" form="f" name="b" value="2">';
    assert.deepEqual(await form(t, html), [
      ["a", "1"],
      ["b", "2"],
    ]);
  });

  test("a field named form does not hide it", async (t) => {
    assert.deepEqual(await form(t, '<form id="it"><input name="form" value="1"></form>'), [["form", "1"]]);
  });

  test("follows the platform's rules", async (t) => {
    const html = `<form id="it">
      <input type="checkbox" name="tag" value="a" checked><input type="checkbox" name="tag" value="b" checked>
      <input type="checkbox" name="tag" value="c"><input type="checkbox" name="on" checked>
      <input type="radio" name="size" value="s"><input type="radio" name="size" value="m" checked>
      <input type="radio" name="none" value="x">
      <select name="multi" multiple><option selected>1<option>2<option selected>3</select>
      <input name="off" value="x" disabled><input value="unnamed"><input type="password" name="p" value="pw">
      <button name="go" value="1">go</button>
      </form>`;
    assert.deepEqual(await form(t, html), [
      ["tag", "a"],
      ["tag", "b"],
      ["on", "on"],
      ["size", "m"],
      ["multi", "1"],
      ["multi", "3"],
      ["p", "pw"],
    ]);
  });

  const BUTTONS = `<form><input name="a" value="1"><button name="go" value="1" id="one">1</button>
    <button name="go" value="2" id="two">2</button><button type="button" name="go" value="3" id="three">3</button>
    <p id="p"></p></form>`;

  test("names the button that submitted it", async (t) => {
    assert.deepEqual((await form(t, BUTTONS, "form", "#two")).at(-1), ["go", "2"]);
  });

  test("names the submit button that was pressed", async (t) => {
    assert.deepEqual((await form(t, BUTTONS, "#two")).at(-1), ["go", "2"]);
  });

  for (const selector of ["#three", "#p", "input", "form"]) {
    test(`names no button for ${selector}`, async (t) => {
      assert.deepEqual(await form(t, BUTTONS, selector), [["a", "1"]]);
    });
  }

  for (const [html, expected] of [
    ['<input id="it" name="a" value="1">', [["a", "1"]]],
    ['<textarea id="it" name="a">1</textarea>', [["a", "1"]]],
    ['<input id="it" type="checkbox" name="a" value="1" checked>', [["a", "1"]]],
    ['<input id="it" type="checkbox" name="a" value="1">', []],
    ['<input id="it" type="radio" name="a" value="1">', []],
    ['<select id="it" name="a"><option value="1"><option value="2" selected></select>', [["a", "2"]]],
    ['<select id="it" name="a" multiple><option selected>1<option selected>2</select>', [["a", "1"], ["a", "2"]]],
    ['<select id="it" name="a"></select>', []],
    ['<button id="it" name="a" value="1">x</button>', [["a", "1"]]],
    ['<input id="it" value="1">', []],
    ['<input id="it" name="a" value="1" disabled>', []],
    ['<input id="it" type="file" name="a">', []],
    ['<a id="it" name="a">x</a>', []],
    ['<p id="it">x</p>', []],
  ]) {
    test(`is, without a form, what the element itself holds: ${html}`, async (t) => {
      assert.deepEqual(await form(t, html), expected);
    });
  }

  test("leaves files out, with one warning that names their fields", async (t) => {
    const { warn } = captureConsole(t);
    const { $, window } = await openPage(t, '<form><input name="a" value="1"></form>');
    // Stands in for a user who chooses files, which jsdom cannot.
    globalThis.FormData = class extends window.FormData {
      constructor(...parameters) {
        super(...parameters);
        for (const field of ["doc", "doc", "scan"]) this.append(field, new window.File(["secret"], "secret.txt"));
      }
    };
    assert.deepEqual(formOf($("form")), [["a", "1"]]);
    assert.deepEqual(warn, ["LiveView: files not sent: doc,scan"]);
  });

  test("a file field that is empty is no reason to warn", async (t) => {
    const { warn } = captureConsole(t);
    assert.deepEqual(await form(t, '<form id="it"><input type="file" name="doc"></form>'), []);
    assert.deepEqual(warn, []);
  });
});

test("knows a submit button", async (t) => {
  const { document } = await openPage(
    t,
    `<form><button>yes</button><input type="submit" value="yes"><input type="image" alt="yes"><button type="button">
    </button><button type="reset"></button><input></form><button></button><input type="submit"><p></p>`,
  );
  const elements = [...document.body.querySelectorAll("*")].filter(isSubmitButton);
  assert.deepEqual(
    elements.map(({ localName, type }) => `${localName} ${type}`),
    ["button submit", "input submit", "input image"],
  );
});
