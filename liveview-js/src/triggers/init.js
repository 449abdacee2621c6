import { attribute } from "../dom.js";

/** @type {WeakSet<Element>} */
let done = new WeakSet();

/** The html of the page is about to be renewed, and what the calls have brought goes with the old one. */
export function forgetInit() {
  done = new WeakSet();
}

/**
 * `data-liveview-init`: calls a function once for every element, however often it is moved, and once more
 * when the page has fetched itself.
 *
 * @param {import("./watch.js").Send} send
 * @returns {import("./watch.js").Trigger}
 */
export function createInit(send) {
  return {
    setUp(element) {
      const name = attribute(element, "data-liveview-init");
      if (!name || done.has(element)) return;
      done.add(element);
      send(element, name);
    },
  };
}
