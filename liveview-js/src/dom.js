/**
 * What an element itself has under a name. A form answers to the names of its fields first: with a field called
 * "children" its own children are out of sight.
 *
 * @param {any} node
 * @param {string} name
 * @returns {any}
 */
export function own(node, name) {
  return node instanceof HTMLFormElement ? Reflect.get(HTMLFormElement.prototype, name, node) : node[name];
}

/**
 * Calls a method of the element itself.
 *
 * @param {any} node
 * @param {string} name
 * @param {...unknown} values
 * @returns {any}
 */
export function run(node, name, ...values) {
  return own(node, name).apply(node, values);
}

/**
 * @param {any} element
 * @param {string} name
 * @returns {string | null}
 */
export function attribute(element, name) {
  return run(element, "getAttribute", name);
}

/**
 * @param {any} element
 * @returns {HTMLFormElement | null | undefined} the form that it is, or belongs to
 */
export function formAround(element) {
  return element instanceof HTMLFormElement ? element : element && (own(element, "form") || run(element, "closest", "form"));
}

/**
 * @param {any} node
 * @returns {boolean}
 */
export function isElement(node) {
  return own(node, "nodeType") === 1;
}

/**
 * Elements that are some nodes, or inside them.
 *
 * @param {any} parent
 * @param {any[]} nodes children of the parent, or all of them
 * @param {string} selector
 * @returns {any[]}
 */
export function within(parent, nodes, selector) {
  const isAll = nodes.length === own(parent, "childNodes").length;
  return isAll ? [...run(parent, "querySelectorAll", selector)] : nodes.flatMap((node) => all(node, selector));
}

/**
 * The element itself, if it matches, and those inside that do.
 *
 * @param {any} node
 * @param {string} selector
 * @returns {any[]} none if it is no element
 */
export function all(node, selector) {
  if (!isElement(node)) return [];
  const inside = [...run(node, "querySelectorAll", selector)];
  return run(node, "matches", selector) ? [node, ...inside] : inside;
}
