import { focusNow } from "./arrival.js";

/**
 * @typedef {import("../entries.js").Entry} Entry
 *
 * @typedef {object} Shown
 * @property {Entry | undefined} entry that the browser is at; none if it is not ours
 * @property {string} address whose content is shown
 */

/**
 * Remembers how far the entries of the history were scrolled that are ours, since the browser would scroll before
 * their content is there. For all others, and for pages that are loaded, it does so by itself.
 *
 * @param {Shown} shown
 * @param {() => boolean} isBetween whether the entry that is shown is not the one that the browser is at
 */
export function createPlaces(shown, isBetween) {
  /** @type {Map<number | undefined, import("./arrival.js").Place>} by entry; an entry that is not shown cannot be written to */
  const places = new Map();
  const here = () => ({ x: scrollX, y: scrollY });

  function take() {
    if (shown.entry) history.scrollRestoration = "manual";
  }

  addEventListener("scroll", () => isBetween() || places.set(shown.entry?.id, here()), { passive: true });
  addEventListener("pageshow", take);
  addEventListener("pagehide", () => (history.scrollRestoration = "auto"));
  take();

  return {
    take,

    /** @param {Entry | undefined} left that the browser was at */
    leave(left) {
      // A link to a place in the page has scrolled it already.
      if (left && !isBetween()) places.set(left.id, { ...here(), ...places.get(left.id), focus: focusNow() });
    },

    /** @param {Entry} entry @returns {import("./arrival.js").Place} */
    of: (entry) => ({ ...entry, ...places.get(entry.id) }),
  };
}
