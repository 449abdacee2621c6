/**
 * The first match of a selector that the server sent. A miss is reported and nothing more: one wrong selector must
 * not take the rest of a frame with it.
 *
 * @param {string} selector
 * @param {"warn" | "error"} severity of a miss
 * @returns {HTMLElement | null}
 */
export function find(selector, severity) {
  /** @type {HTMLElement | null} */
  let element = null;
  try {
    element = document.querySelector(selector);
  } catch {
    severity = "error";
  }
  if (!element) console[severity](`LiveView: no element for the selector "${selector}"`);
  return element;
}
