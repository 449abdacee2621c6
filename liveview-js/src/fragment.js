const SVG = "http://www.w3.org/2000/svg";

// Inside these the content of an SVG image is HTML again.
const HTML_WITHIN_SVG = ["foreignObject", "desc", "title"];

/** @type {{createHTML(html: string): any} | undefined} */
let policy;

/**
 * Parses html for a place in the document. A `<template>` takes rows, cells and options without their table or
 * select, and marks scripts so that they never run.
 *
 * @param {string} html
 * @param {Element | null} parent
 * @returns {DocumentFragment}
 */
export function parseFragment(html, parent) {
  const isSvg = parent?.namespaceURI === SVG && !HTML_WITHIN_SVG.includes(parent.localName);
  const template = document.createElement("template");
  template.innerHTML = trusted(isSvg ? `<svg>${html}</svg>` : html);
  if (isSvg) template.content.replaceChildren(.../** @type {Element} */ (template.content.firstChild).childNodes);
  return template.content;
}

/**
 * The one policy for trusted types: a page's own policy may allow the name once only.
 *
 * @param {string} html
 */
export function trusted(html) {
  policy ??= /** @type {any} */ (window).trustedTypes?.createPolicy?.("liveview", {
    createHTML: (/** @type {string} */ text) => text,
  });
  return policy ? policy.createHTML(html) : html;
}
