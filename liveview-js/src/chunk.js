// As long as the page itself may take.
const LIMIT = 30000;

/**
 * @typedef {object} Chunks
 * @property {typeof import("./page/page_chunk.js")} page what fetches html
 * @property {typeof import("./triggers/triggers_chunk.js")} triggers keys, and what comes into view
 * @property {typeof import("./debug/debug_chunk.js")} debug a log of what happens, and a slow network
 */

/** @type {Map<string, number>} by address */
const failures = new Map();

/**
 * Loads what few pages ever need, from beside the script.
 *
 * @template {keyof Chunks} Name
 * @param {Name} name
 * @param {HTMLScriptElement | undefined} script
 * @returns {Promise<Chunks[Name] | undefined>} nothing if it cannot be had now
 */
export function loadChunk(name, script) {
  const address = new URL(LIVEVIEW_CHUNKS[name], script?.src || document.baseURI);
  // A browser remembers that a module failed, by its address.
  const { href } = address;
  const before = failures.get(href);
  if (before) address.searchParams.set("again", `${before}`);
  return new Promise((resolve) => {
    const fail = () => {
      failures.set(href, (before ?? 0) + 1);
      resolve(undefined);
    };
    const timer = setTimeout(fail, LIMIT);
    import(address.href).then(resolve, fail).finally(() => clearTimeout(timer));
  });
}
