import { attribute, run } from "../dom.js";

/** @typedef {ReturnType<typeof createTiming>} Timing */

/**
 * `data-liveview-debounce` and `data-liveview-throttle`, both in milliseconds: when the calls of an element are
 * made. With both, the first counts. What waits is not kept back when the user leaves the field, or sends the form.
 *
 * @param {Element} root
 * @param {AbortSignal} signal
 */
export function createTiming(root, signal) {
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

  /**
   * Makes the debounced calls of some elements now.
   *
   * @param {(element: Element) => boolean} isMeant
   */
  function flush(isMeant) {
    for (const [element, { act, isDebounced }] of [...waiting]) {
      if (!isDebounced || !isMeant(element)) continue;
      drop(element);
      act?.();
    }
  }

  /** Lets the waiting calls of a form's fields go ahead of the form's own. @param {any} form */
  const flushForm = (form) =>
    flush((/** @type {any} */ field) => form && field !== form && (field.form ?? run(field, "closest", "form")) === form);

  // A focused element that is removed loses the focus first, and its calls are to go with it.
  const flushLeft = (/** @type {Event} */ event) => queueMicrotask(() => flush((element) => isLeft(element, event)));
  root.addEventListener("focusout", flushLeft, { signal });
  root.addEventListener("submit", ({ target }) => flushForm(target), { signal, capture: true });

  return {
    /**
     * @param {Element} element
     * @param {string} type of the event; after some there is nothing to wait for, as when a form is submitted
     * @param {() => void} act
     */
    run(element, type, act) {
      if (type === "click") flushForm(/** @type {any} */ (element).form);
      const isLast = /^(submit|blur|focusout)$/.test(type);
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

    letGo: drop,
  };
}

/** @param {Element} element @param {string} name */
function milliseconds(element, name) {
  return Math.max(0, parseInt(attribute(element, `data-liveview-${name}`) ?? "") || 0);
}

/**
 * @param {Element} element
 * @param {any} event
 * @returns {boolean} whether the focus went from inside the element to outside
 */
function isLeft(element, { target, relatedTarget }) {
  return run(element, "contains", target) && !run(element, "contains", relatedTarget);
}
