import { all, run } from "../dom.js";

/**
 * Calls a function with the data and the form of an element.
 *
 * @typedef {(element: Element, name: string, origin?: import("../connection.js").Origin) => void} Send
 *
 * @typedef {object} Trigger
 * @property {(element: Element) => void} [setUp] brings it in line with the element's attributes, new or changed
 * @property {(element: Element) => void} [letGo] of an element that has gone
 * @property {(elements: Element[], isFirst: boolean) => void} [inserted] all that came at once; first: those that
 *   were there before the controller
 */

const CHANGING = ["init", "intersect-appear", "intersect-disappear", "intersect-threshold", "keyboard-map", "debounce", "throttle"];
const attributeFilter = CHANGING.map((name) => `data-liveview-${name}`);
const SELECTOR = [...CHANGING, "focus", "modal", "navigate"].map((name) => `[data-liveview-${name}]`).join() + ",button[type=button]";

/**
 * Watches elements come and go below a controller, but for those that belong to another one below it. In a page that has
 * fetched itself all are as good as new.
 *
 * @param {Element} root
 * @param {Trigger[]} triggers
 * @param {AbortSignal} signal
 */
export function watch(root, triggers, signal) {
  /** @type {WeakSet<Element>} */
  const known = new WeakSet();
  const observer = new MutationObserver(follow);

  /** @param {Element} element */
  const isOurs = (element) => run(element, "closest", '[data-controller~="page"]') === root;

  /** @param {Element} element */
  const letGo = (element) => known.delete(element) && triggers.forEach((trigger) => trigger.letGo?.(element));

  /** @param {Element} element */
  const setUp = (element) => triggers.forEach((trigger) => trigger.setUp?.(element));

  /** @param {Node[]} nodes @param {boolean} [isFirst] */
  function insert(nodes, isFirst = false) {
    const fresh = [...new Set(nodes.flatMap(marked))].filter((element) => isOurs(element) && !known.has(element));
    fresh.forEach((element) => known.add(element));
    fresh.forEach(setUp);
    triggers.forEach((trigger) => trigger.inserted?.(fresh, isFirst));
  }

  /** @param {MutationRecord[]} records */
  function release(records) {
    const gone = records.flatMap(({ removedNodes }) => [...removedNodes].flatMap(marked));
    // What was moved, rather than removed, is ours as before.
    gone.filter((element) => !isOurs(element)).forEach(letGo);
  }

  /** @param {MutationRecord[]} records */
  function follow(records) {
    release(records);
    for (const { type, target } of records) {
      const element = /** @type {Element} */ (target);
      if (type !== "attributes" || !isOurs(element)) continue;
      known.add(element);
      setUp(element);
    }
    insert(records.flatMap(({ addedNodes }) => [...addedNodes]));
  }

  signal.addEventListener("abort", () => {
    release(observer.takeRecords());
    observer.disconnect();
    marked(root).forEach(letGo);
  });
  document.addEventListener("liveview:resynced", () => marked(root).filter(isOurs).forEach(setUp), { signal });
  observer.observe(root, { subtree: true, childList: true, attributeFilter });
  insert([root], true);
}

/**
 * @param {Node} node
 * @returns {Element[]} itself and those inside that a trigger may concern
 */
const marked = (node) => all(node, SELECTOR);
