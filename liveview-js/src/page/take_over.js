// What a script element with one of these types, or none, holds is run.
const RUNS = /^$|script|module|importmap|speculationrules/i;

/**
 * What the page's own script lends: code that has a memory is there once.
 *
 * @typedef {object} Kit
 * @property {HTMLScriptElement | undefined} script ours, in the page
 * @property {(page: Document) => HTMLScriptElement | undefined} findScript
 * @property {(html: string) => any} trusted
 * @property {typeof import("../morph/morph.js").morph} morph
 * @property {import("../morph/claims.js").Keeps} keeps
 */

/**
 * Brings the page in line with html that was fetched. Scripts stay as they are, and none is added.
 *
 * @param {string} html
 * @param {Kit} kit
 * @returns {import("../resync.js").Page}
 */
export function takeOver(html, { script, findScript, trusted, morph, keeps }) {
  const next = new DOMParser().parseFromString(trusted(html), "text/html");
  const root = document.documentElement;
  const { scrollX: left, scrollY: top } = window;

  for (const name of ["lang", "data-room"]) {
    const value = next.documentElement.getAttribute(name);
    if (value === null) root.removeAttribute(name);
    else if (value !== root.getAttribute(name)) root.setAttribute(name, value);
  }
  document.title = next.title;
  // Others may call their data as we do. Under a name of its own a page's copy of ours has the same name again.
  const same = [...next.scripts].find(({ src }) => src && src === script?.src);
  const { position, token } = /** @type {DOMStringMap} */ ((same ?? findScript(next))?.dataset ?? {});
  for (const one of next.querySelectorAll("script,noscript")) if (isInert(one)) one.remove();
  morph(root, [document.body], next.documentElement, [next.body], { stays: isInert, keeps });
  for (const [name, value] of Object.entries({ position, token })) {
    if (value === undefined) script?.removeAttribute(`data-${name}`);
    else script?.setAttribute(`data-${name}`, value);
  }
  if (window.scrollX !== left || window.scrollY !== top) scrollTo({ left, top, behavior: "instant" });
  return { position, token };
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
