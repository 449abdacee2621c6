import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { JSDOM, VirtualConsole } from "jsdom";
import { FakeSocket } from "./fake_socket.js";

export const read = (file) => readFileSync(new URL(`../../dist/${file}`, import.meta.url), "utf8");

/**
 * Opens a page with a bundle at work in it. Whatever the page writes to the console as a warning or an error fails the test.
 *
 * @param {import("node:test").TestContext} t
 * @param {string} file in dist
 * @param {string} html
 * @param {(window: any) => void} [before] what is to be done before the bundle is run
 */
export async function openBundle(t, file, html, before) {
  FakeSocket.all = [];
  const errors = [];
  const virtualConsole = new VirtualConsole();
  for (const kind of ["jsdomError", "error", "warn"]) virtualConsole.on(kind, (error) => errors.push(error));
  const { window } = new JSDOM(html, {
    url: "https://example.test/shop/page",
    runScripts: "outside-only",
    virtualConsole,
  });
  if (window.document.readyState !== "complete") {
    await new Promise((resolve) => window.addEventListener("load", resolve));
  }
  // Not in jsdom's windows without scripts, but in every browser.
  Object.assign(window, { WebSocket: FakeSocket, TextDecoder });
  before?.(window);
  window.eval(read(file));
  t.after(async () => {
    // What it tried to load is not there, and it is to learn that first.
    await new Promise((resolve) => setTimeout(resolve, 20));
    window.LiveView.application.stop();
    window.close();
    assert.deepEqual(errors, []);
  });
  await Promise.resolve();
  return { window, document: window.document, $: (selector) => window.document.querySelector(selector) };
}
