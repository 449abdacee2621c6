import { run } from "../dom.js";

const SELECTOR =
  "[data-liveview-keyboard-map],[data-liveview-intersect-appear],[data-liveview-intersect-disappear]," +
  "button[type=button]";

/**
 * Triggers whose code is loaded when the first element asks for it, and asked for again with the next connection
 * where it could not be had.
 *
 * @param {() => Promise<import("../chunk.js").Chunks["triggers"] | undefined>} load
 * @param {Element} root
 * @param {import("./watch.js").Send} send
 * @param {AbortSignal} signal
 * @returns {import("./watch.js").Trigger}
 */
export function createLazyTriggers(load, root, send, signal) {
  /** @type {import("./watch.js").Trigger[]} */
  let triggers = [];
  let isLoading = false;
  /** @type {Set<Element>} */
  const waiting = new Set();

  /** @param {Element} element */
  const setUp = (element) => triggers.forEach((trigger) => trigger.setUp?.(element));

  async function begin() {
    if (isLoading) return;
    isLoading = true;
    const chunk = await load();
    if (signal.aborted) return;
    if (chunk) {
      chunk.pressOnEnter(root, signal);
      triggers = [chunk.createIntersect(send, signal), chunk.createKeyboard(send)];
      waiting.forEach(setUp);
      waiting.clear();
    } else {
      isLoading = false;
      document.addEventListener("liveview:connected", begin, { once: true, signal });
    }
  }

  return {
    setUp(element) {
      if (triggers.length) return setUp(element);
      if (!run(element, "matches", SELECTOR)) return;
      waiting.add(element);
      begin();
    },

    letGo(element) {
      waiting.delete(element);
      triggers.forEach((trigger) => trigger.letGo?.(element));
    },
  };
}
