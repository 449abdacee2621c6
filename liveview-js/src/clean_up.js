import { all, isElement } from "./dom.js";

/**
 * Gives widgets in an element that goes the chance to let go of what they hold outside of it.
 *
 * @param {any} target
 */
export function cleanUp(target) {
  if (isElement(target)) all(target, "*").forEach(letGo);
}

/**
 * The same for one element, without those inside.
 *
 * @param {any} element
 */
export function letGo(element) {
  if (typeof element.__cleanup !== "function") return;
  try {
    element.__cleanup();
  } catch (error) {
    console.error("LiveView: __cleanup failed", error);
  }
  delete element.__cleanup;
}
