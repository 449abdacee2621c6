/**
 * Names an element in a message for the developer, without what it holds.
 *
 * @param {Element} element
 * @returns {string}
 */
export function describe({ localName, id }) {
  return id ? `<${localName} id="${id}">` : `<${localName}>`;
}
