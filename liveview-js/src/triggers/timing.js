import { attribute } from "../dom.js";

/** @typedef {ReturnType<typeof createTiming>} Timing */

/**
 * `data-liveview-debounce` and `data-liveview-throttle`, both in milliseconds: when the calls of an element are
 * made. With both, the first counts.
 */
export function createTiming() {
  /** @type {Map<Element, {timer: ReturnType<typeof setTimeout>, act?: () => void, isDebounced: boolean}>} */
  const waiting = new Map();

  /** @param {Element} element */
  function drop(element) {
    clearTimeout(waiting.get(element)?.timer);
    waiting.delete(element);
  }

  /**
   * @param {Element} element
   * @param {number} delay
   * @param {() => void} [act] none: nothing to be done as yet
   */
  function wait(element, delay, act) {
    const isDebounced = Boolean(act);
    const timer = setTimeout(() => {
      const last = waiting.get(element)?.act;
      drop(element);
      if (last && !isDebounced) wait(element, delay);
      last?.();
    }, delay);
    waiting.set(element, { timer, act, isDebounced });
  }

  return {
    /**
     * @param {Element} element
     * @param {boolean} isLast whether there is nothing to wait for, as when a form is submitted
     * @param {() => void} act
     */
    run(element, isLast, act) {
      const debounce = isLast ? 0 : milliseconds(element, "debounce");
      const throttle = milliseconds(element, "throttle");
      const current = waiting.get(element);
      if (throttle && !debounce && current) {
        current.act = act;
        return;
      }
      drop(element);
      if (debounce) return wait(element, debounce, act);
      if (throttle) wait(element, throttle);
      act();
    },

    /**
     * Makes the debounced calls of some elements now.
     *
     * @param {(element: Element) => boolean} isMeant
     */
    flush(isMeant) {
      for (const [element, { act, isDebounced }] of [...waiting]) {
        if (!isDebounced || !isMeant(element)) continue;
        drop(element);
        act?.();
      }
    },

    letGo: drop,
  };
}

/** @param {Element} element @param {string} name */
function milliseconds(element, name) {
  return Math.max(0, parseInt(attribute(element, `data-liveview-${name}`) ?? "") || 0);
}
