// What a script element with one of these types, or none, holds is run.
const RUNS = /^$|script|module|importmap|speculationrules/i;

/**
 * What the page's own script lends: code that has a memory is there once.
 *
 * @typedef {object} Kit
 * @property {HTMLScriptElement | undefined} script ours, in the page
 * @property {(page: Document) => HTMLScriptElement | undefined} findScript
 * @property {typeof import("../morph/morph.js").morph} morph
 */

/**
 * @param {string} html
 * @param {(html: string) => any} trusted
 */
export const parse = (html, trusted) => new DOMParser().parseFromString(trusted(html), "text/html");

/**
 * Brings the page in line with html that was fetched. Scripts stay as they are, and none is added.
 *
 * @param {Document} next whose elements may be taken
 * @param {Kit} kit
 * @param {import("../morph/claims.js").Keeps} [keeps]
 * @returns {import("../resync.js").Page}
 */
export function takeOver(next, kit, keeps) {
  const root = document.documentElement;
  const { script } = kit;
  const { scrollX: left, scrollY: top } = window;

  for (const name of ["lang", "data-room"]) {
    const value = next.documentElement.getAttribute(name);
    if (value === null) root.removeAttribute(name);
    else if (value !== root.getAttribute(name)) root.setAttribute(name, value);
  }
  document.title = next.title;
  const { position, token } = /** @type {DOMStringMap} */ (scriptIn(next, kit)?.dataset ?? {});
  for (const one of next.querySelectorAll("script,noscript")) if (isInert(one)) one.remove();
  // A draft is no page's but its user's: it is not shown to who has signed in since, nor sent in their name.
  if (isOther(userOf(script?.dataset.token), userOf(token))) keeps = { has: () => false, took() {} };
  kit.morph(root, [document.body], next.documentElement, [next.body], { stays: isInert, keeps });
  for (const [name, value] of Object.entries({ position, token })) {
    if (value === undefined) script?.removeAttribute(`data-${name}`);
    else script?.setAttribute(`data-${name}`, value);
  }
  if (window.scrollX !== left || window.scrollY !== top) scrollTo({ left, top, behavior: "instant" });
  return { position, token };
}

/** @param {string} [token] */
const userOf = (token = "") => token.split("|")[1];

/** @param {string} [one] @param {string} [other] */
const isOther = (one, other) => one && other && one !== other;

/**
 * Others may call their data as we do. Under a name of its own a page's copy of ours has the same name again.
 *
 * @param {Document} page
 * @param {Kit} kit
 */
function scriptIn(page, { script, findScript }) {
  return [...page.scripts].find(({ src }) => src && src === script?.src) ?? findScript(page);
}

/**
 * Whether a page can become another one without being loaded: what is not in its body has to be there already.
 *
 * @param {Document} next
 * @param {Kit} kit
 */
export function isAlike(next, kit) {
  const theirs = scriptIn(next, kit);
  const { script: ours } = kit;
  if (!theirs || !ours || theirs.src !== ours.src || theirs.dataset.assets !== ours.dataset.assets) return false;
  const here = new Set(loadedBy(document));
  return loadedBy(next).every((one) => here.has(one));
}

/**
 * What is loaded or run, and what decides about addresses.
 *
 * @param {Document} page
 * @returns {string[]}
 */
function loadedBy(page) {
  return [...page.querySelectorAll("script,base,head style,head link[rel~=stylesheet]")]
    .filter((one) => !one.closest("noscript") && (one.localName !== "script" || isInert(one)))
    .map((/** @type {any} */ { localName, src, href, textContent }) => [localName, src || href || textContent].join());
}

/**
 * What is there for browsers without scripts is text to the page, but elements to a document that runs none.
 *
 * @param {any} node
 */
function isInert(node) {
  if (node.localName === "noscript") return true;
  return node.localName === "script" && (node.hasAttribute("src") || RUNS.test(node.getAttribute("type") ?? ""));
}
