import { cleanUp } from "./clean_up.js";
import { parseFragment } from "./fragment.js";

/**
 * The ways to put html into the page, by the name they have on the wire. Each returns the element that stands in
 * the target's place afterwards, if that is another one.
 *
 * @type {Record<string, (target: Element, html: string) => Element | null | void>}
 */
export const actions = {
  inner(target, html) {
    const fragment = parseFragment(html, target);
    cleanUp(target);
    target.replaceChildren(fragment);
  },

  append(target, html) {
    target.append(withoutTwins(target, html));
  },

  prepend(target, html) {
    target.prepend(withoutTwins(target, html));
  },

  before(target, html) {
    target.before(parseFragment(html, target.parentElement));
  },

  after(target, html) {
    target.after(parseFragment(html, target.parentElement));
  },

  outer(target, html) {
    const fragment = parseFragment(html, target.parentElement);
    const successor = fragment.firstElementChild;
    cleanUp(target);
    target.replaceWith(fragment);
    return successor;
  },

  remove(target) {
    cleanUp(target);
    target.remove();
  },
};

/**
 * Parses html for the inside of a target, and takes out the children whose ids it brings anew: a page that was
 * rendered after an update had been sent holds what the update adds. The idea is that of Hotwired Turbo's append action.
 *
 * @param {Element} target
 * @param {string} html
 */
function withoutTwins(target, html) {
  const fragment = parseFragment(html, target);
  // Not the property, whose place a field of the name "id" takes in a form.
  const ids = new Set(Array.from(fragment.children, (child) => child.getAttribute("id")));
  for (const child of [...target.children]) {
    const id = child.getAttribute("id");
    if (id && ids.has(id)) actions.remove(child, "");
  }
  return fragment;
}
