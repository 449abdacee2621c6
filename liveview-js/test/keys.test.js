import assert from "node:assert/strict";
import { test } from "node:test";
import { canonical, isKey, isPlain, pressed } from "../src/triggers/keys.js";

const event = (key, { altGr = false, ...fields } = {}) => ({
  key,
  getModifierState: (name) => name === "AltGraph" && altGr,
  ...fields,
});
const ctrl = { ctrlKey: true };
const alt = { altKey: true };
const meta = { metaKey: true };
const shift = { shiftKey: true };

for (const [key, fields, name] of [
  ["Escape", {}, "esc"],
  [" ", {}, "space"],
  ["ArrowUp", {}, "up"],
  ["ArrowDown", {}, "down"],
  ["ArrowLeft", {}, "left"],
  ["ArrowRight", {}, "right"],
  ["Enter", {}, "enter"],
  ["Tab", {}, "tab"],
  ["Home", {}, "home"],
  ["End", {}, "end"],
  ["PageUp", {}, "page_up"],
  ["PageDown", {}, "page_down"],
  ["F5", {}, "f5"],
  ["s", ctrl, "ctrl+s"],
  ["P", { ...ctrl, ...shift }, "ctrl+shift+p"],
  ["P", {}, "p"],
  ["Enter", shift, "shift+enter"],
  ["?", shift, "shift+?"],
  ["+", ctrl, "ctrl++"],
  ["x", { ...ctrl, ...alt, ...meta, ...shift }, "ctrl+alt+meta+shift+x"],
  ["@", { ...ctrl, ...alt, altGr: true }, "@"],
]) {
  test(`${JSON.stringify([key, fields])} is ${name}`, () => assert.equal(pressed(event(key, fields)), name));
}

for (const [written, name] of [
  ["ctrl+s", "ctrl+s"],
  ["Ctrl + S", "ctrl+s"],
  ["SHIFT+meta+Alt+CTRL+x", "ctrl+alt+meta+shift+x"],
  ["Escape", "esc"],
  ["ArrowUp", "up"],
  ["ctrl++", "ctrl++"],
  ["+", "+"],
  ["shift", "shift"],
]) {
  test(`${written} is written for ${name}`, () => assert.equal(canonical(written), name));
}

test("a composition and an autofill are no keys (D32)", () => {
  assert.equal(isKey(event("a")), true);
  assert.equal(isKey(event("Enter", { isComposing: true })), false);
  assert.equal(isKey(event("Enter", { keyCode: 229 })), false);
  assert.equal(isKey(event(undefined)), false);
});

test("an event that a script made without modifiers has none", () => {
  assert.equal(pressed({ key: "a" }), "a");
});

test("plain is what types, AltGr included", () => {
  for (const fields of [{}, shift, { ...ctrl, ...alt, altGr: true }]) assert.equal(isPlain(event("a", fields)), true);
  for (const fields of [ctrl, alt, meta]) assert.equal(isPlain(event("a", fields)), false);
});
