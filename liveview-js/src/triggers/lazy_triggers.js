import { run } from "../dom.js";

const NAMES = "keyboard-map intersect-appear intersect-disappear debounce throttle modal focus";
const SELECTOR = `${NAMES.replace(/\S+ ?/g, (name) => `[data-liveview-${name.trim()}],`)}button[type=button]`;

/**
 * Triggers whose code is loaded when the first element asks for it, and asked for again with the next connection
 * where it could not be had.
 *
 * @param {() => Promise<import("../chunk.js").Chunks["triggers"] | undefined>} load
 * @param {Element} root
 * @param {import("./watch.js").Send} send
 * @param {AbortSignal} signal
 */
export function createLazyTriggers(load, root, send, signal) {
  /** @type {import("./watch.js").Trigger[]} */
  let triggers = [];
  /** @type {import("./timing.js").Timing | undefined} */
  let timing;
  let isLoading = false;
  /** @type {Set<Element>} */
  const waiting = new Set();

  /** @param {Element} element */
  const setUp = (element) => triggers.forEach((trigger) => trigger.setUp?.(element));

  /** @param {Element[]} elements @param {boolean} isFirst */
  const inserted = (elements, isFirst) => triggers.forEach((trigger) => trigger.inserted?.(elements, isFirst));

  async function begin() {
    if (isLoading) return;
    isLoading = true;
    const chunk = await load();
    if (signal.aborted) return;
    if (chunk) {
      chunk.pressOnEnter(root, signal);
      timing = chunk.createTiming(root, signal);
      triggers = [chunk.createIntersect(send, signal), chunk.createKeyboard(send), timing, chunk.modal, chunk.focus];
      waiting.forEach(setUp);
      // The user may have gone on meanwhile, as before the page's script has come.
      inserted([...waiting], true);
      waiting.clear();
    } else {
      isLoading = false;
      document.addEventListener("liveview:connected", begin, { once: true, signal });
    }
  }

  return {
    /**
     * Makes a call, when it is time to.
     *
     * @param {Element} element
     * @param {string} type of the event
     * @param {() => void} act
     */
    run(element, type, act) {
      if (timing) timing.run(element, type, act);
      else act();
    },

    inserted,

    /** @param {Element} element */
    setUp(element) {
      if (triggers.length) return setUp(element);
      if (!run(element, "matches", SELECTOR)) return;
      waiting.add(element);
      begin();
    },

    /** @param {Element} element */
    letGo(element) {
      waiting.delete(element);
      triggers.forEach((trigger) => trigger.letGo?.(element));
    },
  };
}
