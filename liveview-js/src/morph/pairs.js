import { attribute, own, run, within } from "../dom.js";

/**
 * @typedef {object} Pairs
 * @property {Map<any, any>} partners old elements by the new ones that they become
 * @property {Set<any>} claimed old elements that become a new one somewhere
 * @property {Set<any>} holders old and new elements that have one of a pair inside
 */

// Elements that call once for each of them: with other data they are others.
const ONCE = "[data-liveview-init],[data-liveview-intersect-appear]";

/**
 * What two elements have to have in common for the one to become the other.
 *
 * @param {any} node
 * @returns {string}
 */
export function kindOf(node) {
  const name = own(node, "nodeName");
  const isField = /^(input|select|textarea|button)$/i.test(name);
  // As most are, and as text is: what comes out below.
  if (!isField && !own(node, "attributes")?.length) return `${name},,,,false`;
  const field = isField ? `${node.type} ${node.name}` : attribute(node, "type");
  const call = run(node, "matches", ONCE) && JSON.stringify(own(node, "dataset"));
  return [name, attribute(node, "id"), keyOf(node), field, call].join();
}

/**
 * The name of an element among its siblings; the idea is that of keys in virtual DOM libraries.
 *
 * @param {any} element
 * @returns {string | null}
 */
export function keyOf(element) {
  return attribute(element, "data-liveview-key");
}

/**
 * Pairs old and new elements that belong together wherever they are: by their ids, as told beforehand, and then what is
 * around these. That elements are found by the ids inside them is an idea of Idiomorph.
 *
 * @param {any} parent of the old nodes
 * @param {any[]} olds
 * @param {any} nextParent of the new nodes
 * @param {any[]} nexts
 * @param {Map<any, any>} known new elements by old ones
 * @returns {Pairs}
 */
export function findPairs(parent, olds, nextParent, nexts, known) {
  /** @type {Pairs} */
  const pairs = { partners: new Map(), claimed: new Set(), holders: new Set() };
  const { partners, claimed, holders } = pairs;

  /** @param {any} node @param {any} root */
  function hold(node, root) {
    for (let one = own(node, "parentNode"); one && one !== root && !holders.has(one); one = own(one, "parentNode")) {
      holders.add(one);
    }
  }

  /** @param {any} old @param {any} next */
  function link(old, next) {
    hold(old, parent);
    hold(next, nextParent);
    while (old && next && old !== parent && next !== nextParent) {
      if (partners.has(next) || claimed.has(old) || kindOf(old) !== kindOf(next)) return;
      partners.set(next, old);
      claimed.add(old);
      old = own(old, "parentNode");
      next = own(next, "parentNode");
    }
  }

  const byId = ids(parent, olds);
  ids(nextParent, nexts).forEach((next, id) => {
    const old = next && byId.get(id);
    if (old) link(old, next);
  });
  known.forEach((next, old) => link(old, next));
  return pairs;
}

/**
 * @param {any} parent
 * @param {any[]} nodes
 * @returns {Map<string, any>} elements by id; null: there are several
 */
function ids(parent, nodes) {
  const found = new Map();
  for (const element of within(parent, nodes, "[id]")) {
    const id = attribute(element, "id");
    if (id) found.set(id, found.has(id) ? null : element);
  }
  return found;
}
