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
 */
export function observePage({ wake, sleep, online, offline }) {
  addEventListener("online", wake);
  addEventListener("online", online);
  addEventListener("offline", offline);
  addEventListener("pageshow", wake);
  addEventListener("pagehide", sleep);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) wake();
  });
  // What is typed outside of a field has no former value that it could be told by.
  addEventListener("input", ({ target }) => Object.assign(/** @type {object} */ (target), { __edited: true }), true);
}
