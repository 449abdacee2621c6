// As long as the page itself may take.
const LIMIT = 30000;

let failures = 0;

/**
 * Loads what few pages ever need, from beside the script.
 *
 * @param {HTMLScriptElement | undefined} script
 * @returns {Promise<typeof import("./take_over.js") | undefined>} nothing if it cannot be had now
 */
export function loadChunk(script) {
  const address = new URL(LIVEVIEW_CHUNK, script?.src || document.baseURI);
  // A browser remembers that a module failed, by its address.
  if (failures) address.searchParams.set("again", `${failures}`);
  return new Promise((resolve) => {
    const fail = () => {
      failures++;
      resolve(undefined);
    };
    const timer = setTimeout(fail, LIMIT);
    import(address.href).then(resolve, fail).finally(() => clearTimeout(timer));
  });
}
