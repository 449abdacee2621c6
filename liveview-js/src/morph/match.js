import { isElement, run } from "../dom.js";
import { keyOf, kindOf } from "./pairs.js";

/**
 * Finds for each of the new nodes of one place the old one that becomes it: its partner, the one with its key, or else
 * one of its kind, in their order. What is alike at both ends is matched first, so that what comes in between takes
 * nobody's place.
 *
 * @param {any} parent of the old ones
 * @param {any[]} olds
 * @param {any[]} nexts
 * @param {import("./pairs.js").Pairs} pairs
 * @returns {any[]} undefined for those that are new
 */
export function match(parent, olds, nexts, { partners, claimed }) {
  /** @type {any[]} */
  const matches = nexts.map((next) => {
    const old = partners.get(next);
    // What has turned inside out cannot be kept.
    return old && !run(old, "contains", parent) ? old : undefined;
  });
  const free = olds.filter((old) => !claimed.has(old));
  const open = [...nexts.keys()].filter((index) => !partners.has(nexts[index]));

  const isAlike = (/** @type {any} */ old, /** @type {number} */ index) =>
    !isKeyed(old) && run(old, "isEqualNode", nexts[index]);
  let ahead = 0;
  // As many as before are most likely the same ones.
  const most = free.length === open.length ? 0 : Math.min(free.length, open.length);
  while (ahead < most && isAlike(free[ahead], open[ahead])) ahead++;
  let behind = 0;
  while (behind < most - ahead && isAlike(free[free.length - 1 - behind], open[open.length - 1 - behind])) behind++;

  for (let place = 0; place < ahead; place++) matches[open[place]] = free[place];
  for (let place = 1; place <= behind; place++) matches[open[open.length - place]] = free[free.length - place];

  /** @type {Map<string, any[]>} the first of a kind last */
  const kinds = new Map();
  for (const old of free.slice(ahead, free.length - behind).reverse()) {
    const kind = kindOf(old);
    const all = kinds.get(kind) ?? [];
    kinds.set(kind, all);
    all.push(old);
  }
  for (const index of open.slice(ahead, open.length - behind)) matches[index] = kinds.get(kindOf(nexts[index]))?.pop();
  return matches;
}

/** @param {any} node */
const isKeyed = (node) => isElement(node) && keyOf(node) !== null;
