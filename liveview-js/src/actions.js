import { cleanUp, letGo } from "./clean_up.js";
import { attribute, isElement, own, run } from "./dom.js";
import { parseFragment } from "./fragment.js";
import { childrenOf, morph } from "./morph/morph.js";

/**
 * The ways to put html into the page, by the name they have on the wire. Each returns the element that stands in
 * the target's place afterwards, if that is another one.
 *
 * @type {Record<string, (target: any, html: string, keeps?: import("./morph/claims.js").Keeps) => Element | null | void>}
 */
export const actions = {
  inner(target, html, keeps) {
    const fragment = parseFragment(html, target);
    letGo(target);
    morph(target, childrenOf(target), fragment, childrenOf(fragment), { keeps });
  },

  append(target, html, keeps) {
    add(target, html, false, keeps);
  },

  prepend(target, html, keeps) {
    add(target, html, true, keeps);
  },

  before(target, html) {
    run(target, "before", parseFragment(html, own(target, "parentElement")));
  },

  after(target, html) {
    run(target, "after", parseFragment(html, own(target, "parentElement")));
  },

  outer(target, html, keeps) {
    const parent = own(target, "parentNode");
    const fragment = parseFragment(html, own(target, "parentElement"));
    const end = own(target, "nextSibling");
    return morph(parent, [target], fragment, childrenOf(fragment), { end, keeps }).find(isElement) ?? null;
  },

  remove(target) {
    cleanUp(target);
    run(target, "remove");
  },
};

/**
 * Adds html to the inside of a target. What is in it already, by its id, is brought along, as a page that was rendered after an
 * update had been sent holds what the update adds. The idea is that of Hotwired Turbo's append action.
 *
 * @param {any} target
 * @param {string} html
 * @param {boolean} isFirst
 * @param {import("./morph/claims.js").Keeps} [keeps]
 */
function add(target, html, isFirst, keeps) {
  const fragment = parseFragment(html, target);
  const nexts = childrenOf(fragment);
  const ids = new Set(nexts.filter(isElement).map((next) => attribute(next, "id") || undefined));
  const children = childrenOf(target);
  const twins = children.filter((child) => isElement(child) && ids.has(attribute(child, "id") ?? ""));
  const end = isFirst ? children.find((child) => !twins.includes(child)) : null;
  morph(target, twins, fragment, nexts, { end, keeps, isMoved: true });
}
