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
    target.append(parseFragment(html, target));
  },

  prepend(target, html) {
    target.prepend(parseFragment(html, target));
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
 * Gives widgets the chance to let go of what they hold outside their element.
 *
 * @param {Element} target
 */
function cleanUp(target) {
  for (const element of /** @type {any[]} */ ([target, ...target.querySelectorAll("*")])) {
    if (typeof element.__cleanup !== "function") continue;
    try {
      element.__cleanup();
    } catch (error) {
      console.error("LiveView: __cleanup failed", error);
    }
    delete element.__cleanup;
  }
}
