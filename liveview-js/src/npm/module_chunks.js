// As long as that of the script has.
const LIMIT = 30000;

// Written out, so that bundlers find them. In the package they are files beside the module.
const CHUNKS = {
  page: () => import("../page/page_chunk.js"),
  triggers: () => import("../triggers/triggers_chunk.js"),
  debug: () => import("../debug/debug_chunk.js"),
};

/**
 * Takes the place of `chunk.js` in the npm package.
 *
 * @param {keyof typeof CHUNKS} name
 * @returns {Promise<any>} nothing if it cannot be had now
 */
export function loadChunk(name) {
  return new Promise((resolve) => {
    const fail = () => resolve(undefined);
    const timer = setTimeout(fail, LIMIT);
    CHUNKS[name]().then(resolve, fail).finally(() => clearTimeout(timer));
  });
}
