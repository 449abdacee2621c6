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
 * @typedef {object} Entries
 * @property {string} page the id of the page that is shown
 * @property {Entry | undefined} current that the browser is at; none if it is not ours
 * @property {string} address whose content is shown
 * @property {(entry?: Partial<Entry>, url?: string) => void} write makes an entry ours, or a new one with an address
 * @property {(url: string) => void} push leaves an entry for a new one of the same page
 */

/**
 * The entries of the browser's history whose content can be fetched when the user comes back to them.
 *
 * @returns {Entries}
 */
export function createEntries() {
  /** @type {Entries} */
  const entries = {
    page: randomId(),
    current: history.state?.liveview,
    address: location.href,

    write(entry, url) {
      entries.current = { id: Math.random(), ...entry, page: entries.page };
      // What else an entry holds is the application's.
      history[url ? "pushState" : "replaceState"]({ ...(url ? {} : history.state), liveview: entries.current }, "", url);
      entries.address = location.href;
    },

    push(url) {
      entries.write({ ...entries.current, x: scrollX, y: scrollY });
      entries.write({}, url);
    },
  };
  return entries;
}
