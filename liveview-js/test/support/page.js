import { JSDOM, VirtualConsole } from "jsdom";

// What the sources take from the global scope, and node has not or has its own of.
const GLOBALS = [
  ..."window document location history addEventListener removeEventListener dispatchEvent scrollTo".split(" "),
  ..."Event CustomEvent KeyboardEvent MouseEvent FocusEvent MutationObserver AbortController".split(" "),
  ..."Node Element Document DOMParser HTMLFormElement FormData File CSS getComputedStyle".split(" "),
];

/**
 * Opens a page and puts its window in the place of the global scope, until the test ends.
 *
 * @param {import("node:test").TestContext} t
 * @param {string} html
 * @param {import("jsdom").ConstructorOptions & {globals?: Record<string, unknown>}} [options]
 */
export async function openPage(t, html = "", { globals = {}, ...options } = {}) {
  const navigations = [];
  const virtualConsole = new VirtualConsole();
  virtualConsole.on("jsdomError", (error) => {
    if (error.type === "not-implemented") navigations.push(error.message);
    else throw error;
  });
  const dom = new JSDOM(`<!DOCTYPE html>${html}`, {
    url: "https://example.test/shop/page",
    // Without it a page counts as hidden.
    pretendToBeVisual: true,
    virtualConsole,
    ...options,
  });
  const { window } = dom;
  if (window.document.readyState !== "complete") {
    await new Promise((resolve) => window.addEventListener("load", resolve));
  }
  // jsdom has none; enough for a selector's string.
  window.CSS ??= { escape: (text) => text.replace(/["\\]/g, "\\$&") };
  const bound = (value) => (typeof value === "function" && !value.prototype ? value.bind(window) : value);
  const values = { ...Object.fromEntries(GLOBALS.map((name) => [name, bound(window[name])])), ...globals };
  const before = Object.keys(values).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]);
  for (const [name, value] of Object.entries(values)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  for (const name of ["scrollX", "scrollY"]) {
    Object.defineProperty(globalThis, name, { get: () => window[name], configurable: true });
  }
  const closers = [];
  t.after(async () => {
    closers.forEach((close) => close());
    window.close();
    // Observers still hear of the end of their page.
    await new Promise((resolve) => setImmediate(resolve));
    for (const [name, descriptor] of before) {
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else delete globalThis[name];
    }
  });
  return {
    window,
    document: window.document,
    navigations,
    $: (selector) => window.document.querySelector(selector),
    beforeClose: (close) => closers.push(close),
  };
}

/**
 * Collects what is written to the console until the test ends.
 *
 * @param {import("node:test").TestContext} t
 */
export function captureConsole(t) {
  const lines = { warn: [], error: [] };
  for (const level of Object.keys(lines)) {
    t.mock.method(console, level, (...parts) => {
      const line = parts.join(" ");
      // node's own warnings come this way, too.
      if (!line.startsWith("(node:")) lines[level].push(line);
    });
  }
  return lines;
}

/**
 * Collects the library's events on a document.
 *
 * @param {Document} document
 */
export function captureEvents(document) {
  const NAMES = "connected disconnected error before-render rendered resync resynced updated before-visit visited".split(" ");
  const events = [];
  for (const name of NAMES) {
    document.addEventListener(`liveview:${name}`, ({ detail }) => events.push([name, detail]));
  }
  return events;
}
