import { attribute, own, run } from "../dom.js";

/**
 * What the html has said last about whether these are open.
 *
 * @type {WeakMap<any, boolean>}
 */
const opened = new WeakMap();

/**
 * Takes note of what is open according to the html that brings the elements.
 *
 * @param {any[]} elements details and dialogs
 */
export function noteOpen(elements) {
  for (const element of elements) opened.set(element, run(element, "hasAttribute", "open"));
}

/**
 * Gives an element the attributes of another one, but for those that are not the server's: whether the user has opened
 * or closed it, and what page code has reserved by `data-liveview-ignore="style class"`.
 *
 * @param {any} old
 * @param {any} next
 */
export function takeAttributes(old, next) {
  const reserved = (attribute(old, "data-liveview-ignore") ?? "").split(/\s+/);
  const isOpenable = /^(details|dialog)$/.test(own(old, "localName"));

  /** @param {string} name */
  function isKept(name) {
    if (name === "open" && isOpenable) return opened.get(old) !== run(old, "hasAttribute", name);
    const isFocusable = name === "tabindex" && !run(next, "hasAttribute", name);
    return reserved.includes(name) || (isFocusable && run(old, "hasAttribute", "data-liveview-keyboard-map"));
  }

  for (const one of [...own(next, "attributes")]) {
    const { name, value } = one;
    // A name like "@click" comes with html, but is none for setAttribute.
    if (attribute(old, name) !== value && !isKept(name)) run(old, "setAttributeNode", one.cloneNode());
  }
  for (const { name } of [...own(old, "attributes")]) {
    if (!run(next, "hasAttribute", name) && !isKept(name)) run(old, "removeAttribute", name);
  }
  if (isOpenable) opened.set(old, run(next, "hasAttribute", "open"));
}
