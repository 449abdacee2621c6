/**
 * Loads what few pages ever need, from beside the script.
 *
 * @param {HTMLScriptElement | undefined} script
 * @returns {Promise<typeof import("./take_over.js")>}
 */
export function loadChunk(script) {
  return import(new URL(LIVEVIEW_CHUNK, script?.src || document.baseURI).href);
}
