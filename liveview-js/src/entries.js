import { randomId } from "./random_id.js";

/**
 * An entry of the browser's history that is ours, as it stands in `history.state.liveview`.
 *
 * @typedef {object} Entry
 * @property {number} id
 * @property {string} page the id of the page that the server made its content for
 * @property {number} [x] how far the page was scrolled when it was left, in pixels
 * @property {number} [y]
 * @property {import("./page/arrival.js").Focus} [focus] where the focus was then
 *
 * @typedef {ReturnType<typeof createEntries>} Entries
 */

/** The entries of the browser's history whose content can be fetched when the user comes back to them. */
export function createEntries() {
  const entries = {
    /** The id of the page that is shown. */
    page: randomId(),

    /**
     * Makes the entry ours that the browser is at, as the page is now, or a new one.
     *
     * @param {string} [url] of the new one
     * @param {import("./page/arrival.js").Focus} [focus]
     */
    mark(url, focus) {
      // What else an entry holds is the application's.
      const state = (!url && history.state) || {};
      const place = !url && { x: scrollX, y: scrollY, focus };
      const liveview = { id: Math.random(), ...state.liveview, ...place, page: entries.page };
      history[url ? "pushState" : "replaceState"]({ ...state, liveview }, "", url);
    },
  };
  return entries;
}
