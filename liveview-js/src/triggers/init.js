/** @type {WeakSet<Element>} */
const done = new WeakSet();

/**
 * `data-liveview-init`: calls a function once for every element, however often it is moved.
 *
 * @param {import("./watch.js").Send} send
 * @returns {import("./watch.js").Trigger}
 */
export function createInit(send) {
  return {
    setUp(element) {
      const name = element.getAttribute("data-liveview-init");
      if (!name || done.has(element)) return;
      done.add(element);
      send(element, name);
    },
  };
}
