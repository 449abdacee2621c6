import { run } from "./dom.js";

/**
 * @param {EventTarget} target
 * @param {string} name
 * @param {unknown} [detail]
 * @param {boolean} [cancelable]
 * @returns {boolean} false if a listener prevented it
 */
export function dispatch(target, name, detail, cancelable) {
  return run(target, "dispatchEvent", new CustomEvent(name, { detail, cancelable, bubbles: true }));
}

/**
 * Listens to what the browser knows about the network and the user.
 *
 * @param {Record<"wake" | "sleep" | "online" | "offline", () => void>} page
 * @param {number} sleepAfter milliseconds after which a page that nobody sees is put to sleep; 0: never
 */
export function observePage({ wake, sleep, online, offline }, sleepAfter) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  function look() {
    clearTimeout(timer);
    if (!document.hidden) wake();
    else if (sleepAfter) timer = setTimeout(sleep, sleepAfter);
  }

  addEventListener("online", look);
  addEventListener("online", online);
  addEventListener("offline", offline);
  addEventListener("pageshow", wake);
  addEventListener("pagehide", sleep);
  document.addEventListener("visibilitychange", look);
  look();
  // What is typed outside of a field has no former value that it could be told by.
  addEventListener("input", ({ target }) => Object.assign(/** @type {object} */ (target), { __edited: true }), true);
}
