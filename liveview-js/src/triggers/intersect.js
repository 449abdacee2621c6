import { run } from "../dom.js";

/** @type {WeakSet<Element>} whose appearance has been told */
const appeared = new WeakSet();

/**
 * `data-liveview-intersect-*`: calls a function when an element comes into view, once unless it is to repeat, and
 * when it leaves the view it was in.
 *
 * @param {import("./watch.js").Send} send
 * @param {AbortSignal} signal
 * @returns {import("./watch.js").Trigger}
 */
export function createIntersect(send, signal) {
  /** @type {Map<number, IntersectionObserver>} by their margin */
  const observers = new Map();
  /** @type {WeakMap<Element, IntersectionObserver>} */
  const observed = new WeakMap();
  /** @type {WeakSet<Element>} */
  const inView = new WeakSet();

  /** @param {IntersectionObserverEntry[]} entries */
  function notice(entries) {
    for (const { target, isIntersecting } of entries) {
      // An observer's first entry tells how things are, not that they changed.
      if (!observed.has(target) || inView.has(target) === isIntersecting) continue;
      if (isIntersecting) {
        inView.add(target);
        if (!appeared.has(target) || attribute(target, "repeat") === "true") tell(target, "appear");
        appeared.add(target);
      } else {
        inView.delete(target);
        tell(target, "disappear");
      }
    }
  }

  /** @param {Element} element @param {string} change */
  function tell(element, change) {
    const name = attribute(element, change);
    if (name) send(element, name);
  }

  /** @param {number} margin in pixels */
  function observerFor(margin) {
    const around = `${margin}px`;
    // The one counts at the window, the other at a box that scrolls inside it.
    const options = /** @type {IntersectionObserverInit} */ ({ rootMargin: around, scrollMargin: around });
    const observer = observers.get(margin) ?? new IntersectionObserver(notice, options);
    observers.set(margin, observer);
    return observer;
  }

  signal.addEventListener("abort", () => observers.forEach((observer) => observer.disconnect()));

  return {
    setUp(element) {
      const isWanted = attribute(element, "appear") || attribute(element, "disappear");
      const observer = isWanted && observerFor(Math.max(0, parseInt(attribute(element, "threshold")) || 0));
      const before = observed.get(element);
      if (before !== observer) before?.unobserve(element);
      if (!observer) return void observed.delete(element);
      observed.set(element, observer);
      observer.observe(element);
    },

    letGo(element) {
      observed.get(element)?.unobserve(element);
      observed.delete(element);
      inView.delete(element);
    },
  };
}

/** @param {Element} element @param {string} name */
function attribute(element, name) {
  return run(element, "getAttribute", `data-liveview-intersect-${name}`) ?? "";
}
