import { morph } from "./morph.js";
import { isTouched } from "./user_input.js";

export { isTouched };

/**
 * Brings the page in line with its own html, fetched anew.
 *
 * @param {string} html
 * @param {(html: string) => any} trusted
 * @param {HTMLScriptElement | undefined} script ours, in the page
 * @param {(page: Document) => HTMLScriptElement | undefined} findScript
 * @returns {import("./resync.js").Page}
 */
export function takeOver(html, trusted, script, findScript) {
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
  morph(document.body, next.body);
  for (const [name, value] of Object.entries({ position, token })) {
    if (value === undefined) script?.removeAttribute(`data-${name}`);
    else script?.setAttribute(`data-${name}`, value);
  }
  if (window.scrollX !== left || window.scrollY !== top) scrollTo({ left, top, behavior: "instant" });
  return { position, token };
}
