import { cleanUp } from "../clean_up.js";
import { all, attribute, isElement, own, run } from "../dom.js";
import { noteOpen, takeAttributes } from "./attributes.js";
import { match } from "./match.js";
import { staying } from "./order.js";
import { findPairs, kindOf } from "./pairs.js";
import { isWrittenIn, keepUserInput } from "./user_input.js";

// What tells of the connection, and not of the page. Ours stands outside of the body.
const NOTICE = "#no-connection";

/**
 * Turns old nodes of the page into new ones: what is there already stays, changed where it differs, and moved where it has
 * another place. Nothing is lost that belongs to the user.
 *
 * @param {any} parent
 * @param {any[]} olds children of the parent that stand side by side
 * @param {any} nextParent
 * @param {any[]} nexts children of the other parent, of which those may be taken that have no counterpart
 * @param {object} [options]
 * @param {any} [options.end] in front of which the new ones stand; none: at the end
 * @param {boolean} [options.isMoved] whether that holds for those that are there already
 * @param {(old: any) => boolean} [options.stays] whether a node is to be left alone, with or without a counterpart
 * @param {import("./claims.js").Keeps} [options.keeps] whether what a field holds is the user's
 * @returns {any[]} what stands there now
 */
export function morph(parent, olds, nextParent, nexts, { end = null, isMoved = false, stays, keeps } = {}) {
  const input = keepUserInput(parent, olds, nextParent, nexts, keeps);
  const focus = keepFocus();
  const pairs = findPairs(parent, olds, nextParent, nexts, input.pairs);
  /** @type {Set<any>} nodes that have to wait for what is inside them to be moved, or that are to be moved themselves */
  const doomed = new Set();

  /** @param {any} node */
  function remove(node) {
    cleanUp(node);
    run(node, "remove");
  }

  /** @param {any} old @param {any} next */
  function become(old, next) {
    if (!isElement(old)) {
      if (old.nodeValue !== next.nodeValue) old.nodeValue = next.nodeValue;
      return;
    }
    if (!input.isTouchy(old) && run(old, "isEqualNode", next)) return;
    if (isLeft(old, next) || stays?.(old)) return;
    const finish = input.meet(old, next);
    takeAttributes(old, next);
    replace(old, childrenOf(old), childrenOf(next), null);
    // Whose content counts for nothing when two are compared.
    if (own(old, "localName") === "template" && old.innerHTML !== next.innerHTML) old.content.replaceChildren(next.content);
    finish?.();
  }

  /** @param {any} place @param {any[]} before @param {any[]} after @param {any} limit @param {boolean} [isEachMoved] */
  function replace(place, before, after, limit, isEachMoved) {
    const isInPlace = (/** @type {any} */ old, /** @type {number} */ index) => {
      const partner = pairs.partners.get(after[index]);
      return partner ? partner === old : !pairs.claimed.has(old) && kindOf(old) === kindOf(after[index]);
    };
    // As it is most of the time, from the rows of a table to the text of a cell.
    if (!isEachMoved && before.length === after.length && before.every(isInPlace)) {
      before.forEach((old, index) => become(old, after[index]));
      return before;
    }
    const matches = match(place, before, after, pairs);
    const kept = new Set(matches);
    for (const old of before) {
      if (kept.has(old) || stays?.(old) || isNotice(old)) continue;
      if (pairs.claimed.has(old) || pairs.holders.has(old)) doomed.add(old);
      else remove(old);
    }
    const places = new Map(isEachMoved ? [] : before.map((old, index) => [old, index]));
    const still = staying(
      matches.map((old) => places.get(old) ?? -1),
      (index) => isElement(after[index]),
    );
    const anchors = Array(after.length);
    for (let index = after.length - 1, anchor = limit; index >= 0; index--) {
      anchors[index] = anchor;
      if (still.has(index)) anchor = matches[index];
    }
    return after.map((next, index) => {
      const old = matches[index];
      if (!old) return insert(place, next, anchors[index]);
      doomed.delete(old);
      if (!still.has(index)) move(place, old, anchors[index]);
      become(old, next);
      return old;
    });
  }

  /** @param {any} place @param {any} next @param {any} anchor */
  function insert(place, next, anchor) {
    const isWhole = !pairs.holders.has(next);
    const node = isWhole ? next : document.importNode(next, false);
    run(place, "insertBefore", node, anchor);
    noteOpen(all(node, "details,dialog"));
    if (!isWhole) replace(node, [], childrenOf(next), null);
    return node;
  }

  const result = replace(parent, olds, nexts, end, isMoved);
  doomed.forEach(remove);
  input.restore();
  focus();
  return result;
}

/**
 * @param {any} old
 * @param {any} next
 * @returns {boolean} whether an element is not the server's, or is to stay as it is
 */
function isLeft(old, next) {
  return (
    attribute(next, "data-liveview-ignore") === "" ||
    run(next, "hasAttribute", "data-liveview-permanent") ||
    isNotice(old) ||
    isWrittenIn(old)
  );
}

/** @param {any} node */
const isNotice = (node) => isElement(node) && run(node, "matches", NOTICE);

/** @param {any} node @returns {any[]} */
export const childrenOf = (node) => [...own(node, "childNodes")];

/**
 * What is moved, rather than taken out and put in again, keeps its state.
 *
 * @param {any} parent
 * @param {any} node
 * @param {any} anchor
 */
function move(parent, node, anchor) {
  try {
    run(parent, "moveBefore", node, anchor);
  } catch {
    // A browser without it, or a parent that is not in the page.
    run(parent, "insertBefore", node, anchor);
  }
}

function keepFocus() {
  const active = /** @type {any} */ (document.activeElement);
  const { selectionStart, selectionEnd, selectionDirection } = active ?? {};
  return () => {
    if (!active || !own(active, "isConnected") || active === document.body) return;
    if (active !== document.activeElement) run(active, "focus", { preventScroll: true });
    // Null in a field that has no caret.
    if (typeof selectionStart !== "number" || active.selectionStart === null) return;
    active.setSelectionRange(selectionStart, selectionEnd, selectionDirection);
  };
}
