/**
 * An element, by its id, or by its name and its number among those with the same.
 *
 * @typedef {string | [string, number]} Focus
 *
 * @typedef {object} Place how a page was left
 * @property {number} [x] how far it was scrolled, in pixels
 * @property {number} [y]
 * @property {Focus} [focus]
 */

/** @returns {Focus | undefined} where the focus is */
export function focusNow() {
  const { activeElement: active, body } = document;
  if (!active || active === body) return undefined;
  return active.getAttribute("id") || [active.localName, [...document.getElementsByTagName(active.localName)].indexOf(active)];
}

/**
 * @param {Focus} [focus]
 * @returns {any}
 */
function find(focus) {
  if (!focus) return null;
  return typeof focus === "string" ? document.getElementById(focus) : document.getElementsByTagName(focus[0])[focus[1]];
}

/** @param {string} hash @returns {any} the element that an address points to */
export function pointedTo(hash) {
  const id = hash.slice(1);
  if (!id) return null;
  let plain = id;
  try {
    plain = decodeURIComponent(id);
  } catch {
    // Taken as it is.
  }
  return document.getElementById(id) ?? document.getElementById(plain) ?? document.getElementsByName(plain)[0];
}

/**
 * Scrolls to where the page was left, to what its address points to, or to the top.
 *
 * @param {Place} [place]
 */
export function scrollToPlace({ x, y } = {}) {
  const target = y === undefined && pointedTo(location.hash);
  if (target) target.scrollIntoView({ behavior: "instant" });
  else scrollTo({ left: x ?? 0, top: y ?? 0, behavior: "instant" });
}

/**
 * Puts the focus where somebody who begins to read a page expects it.
 *
 * @param {Focus} [focus] where it was when the page was left
 */
export function focusPlace(focus) {
  const target =
    find(focus) ??
    document.querySelector("[autofocus]") ??
    pointedTo(location.hash) ??
    document.querySelector("main,[role=main],h1");
  if (!target) return;
  target.focus({ preventScroll: true });
  if (document.activeElement === target) return;
  target.setAttribute("tabindex", "-1");
  target.focus({ preventScroll: true });
  target.addEventListener("blur", () => target.removeAttribute("tabindex"), { once: true });
}

/**
 * What the user has to do with in a page goes with the page, but for what is permanent.
 *
 * @param {(elements: any[]) => void} noteOpen
 */
export function letGo(noteOpen) {
  /** @type {any} */ (document.activeElement)?.blur();
  for (const one of /** @type {NodeListOf<any>} */ (document.querySelectorAll("dialog,[popover],details,[contenteditable],[type=file]"))) {
    if (one.closest("[data-liveview-permanent]")) continue;
    if (one.open && one.close) one.close();
    if (one.popover) one.hidePopover();
    if (one.type === "file") one.value = "";
    one.__edited = false;
    noteOpen([one]);
  }
}

/**
 * @param {(field: any) => boolean} isChanged
 * @returns {boolean} whether the user would lose something with the page
 */
export function isTouched(isChanged) {
  /** @param {string} selector @returns {any[]} */
  const all = (selector) => [...document.querySelectorAll(selector)];
  const isWrittenIn = (/** @type {any} */ one) => one.__edited || one === document.activeElement;
  return all("input,textarea,select").some(isChanged) || all("[contenteditable]").some(isWrittenIn);
}
