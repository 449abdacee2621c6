import { morph } from "./morph.js";

/**
 * Brings the page in line with its own html, fetched anew.
 *
 * @param {string} html
 * @param {(html: string) => any} trusted
 * @param {HTMLScriptElement | undefined} script ours, in the page
 * @returns {import("./resync.js").Page}
 */
export function takeOver(html, trusted, script) {
  const next = new DOMParser().parseFromString(trusted(html), "text/html");
  const root = document.documentElement;
  const { scrollX: left, scrollY: top } = window;

  for (const name of ["lang", "data-room"]) {
    const value = next.documentElement.getAttribute(name);
    if (value === null) root.removeAttribute(name);
    else if (value !== root.getAttribute(name)) root.setAttribute(name, value);
  }
  document.title = next.title;
  const { position, token } = dataOf(next);
  morph(document.body, next.body);
  for (const [name, value] of Object.entries({ position, token })) {
    if (value === undefined) script?.removeAttribute(`data-${name}`);
    else script?.setAttribute(`data-${name}`, value);
  }
  if (window.scrollX !== left || window.scrollY !== top) scrollTo({ left, top, behavior: "instant" });
  return { position, token };
}

/** @param {Document} page */
function dataOf(page) {
  const script = /** @type {HTMLElement | null} */ (page.querySelector("script[data-position],script[data-token]"));
  return /** @type {Record<string, string | undefined>} */ (script?.dataset ?? {});
}
