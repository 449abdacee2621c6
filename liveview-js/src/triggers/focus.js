import { attribute, run } from "../dom.js";

/**
 * `data-liveview-focus="true"`: focuses the first of the elements that can have the focus.
 *
 * @type {import("./watch.js").Trigger}
 */
export const focus = {
  inserted(elements, isFirst) {
    if (!isFirst || !hasTyped(document.activeElement)) elements.some(take);
  },
};

/** @param {any} element */
function take(element) {
  // First of all: the size of an element is known when the whole page is laid out.
  if (attribute(element, "data-liveview-focus") !== "true") return false;
  const { width, height } = run(element, "getBoundingClientRect");
  const isCandidate = width * height > 0 && getComputedStyle(element).visibility === "visible";
  if (isCandidate) run(element, "focus");
  // The browser refuses what is disabled or inert, or cannot have the focus at all.
  return isCandidate && document.activeElement === element;
}

/**
 * Whether somebody was faster than the script of the page.
 *
 * @param {any} element
 */
function hasTyped(element) {
  return element?.defaultValue !== undefined && element.value !== element.defaultValue;
}
