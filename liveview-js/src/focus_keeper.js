import { attribute, own, run } from "./dom.js";

const ENOUGH = 9;

/**
 * Finds the focus another place when the element that has it is removed. On the body, where the browser leaves it, the next
 * Tab would begin at the top, and a screen reader as well.
 */
export function createFocusKeeper() {
  /** @type {any[]} what has had the focus, the last one first */
  let trail = [];

  document.addEventListener("focusin", ({ target }) => {
    trail = [target, ...trail.slice(0, ENOUGH)];
  });

  /**
   * Changes the page. The focus that it takes away goes to the element that has the same id, or else back to where it was
   * before, as to what opened a dialog, or else to what the element was in.
   *
   * @template T
   * @param {() => T} step
   * @returns {T} what the step returns
   */
  return function keepFocus(step) {
    const active = document.activeElement;
    const around = [];
    for (let one = active; one && one !== document.body; one = own(one, "parentElement")) around.push(one);
    const result = step();
    if (around[0] && !own(active, "isConnected") && document.activeElement === document.body) {
      const twin = document.getElementById(attribute(active, "id") ?? "");
      [twin, ...trail, ...around, document.querySelector("main,h1")].some(take);
    }
    return result;
  };
}

/**
 * Gives an element the focus, for this once if it cannot have it of itself.
 *
 * @param {any} element
 */
function take(element) {
  if (!element) return false;
  if (own(element, "tabIndex") < 0 && !run(element, "hasAttribute", "tabindex")) {
    run(element, "setAttribute", "tabindex", -1);
    run(element, "addEventListener", "blur", () => run(element, "removeAttribute", "tabindex"), { once: true });
  }
  run(element, "focus", { preventScroll: true });
  return element === document.activeElement;
}
