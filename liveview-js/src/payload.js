import { formAround, own } from "./dom.js";

// Attributes that speak to Stimulus or to this library, not to the handler.
const RESERVED = /^(action|controller|liveview.*|.*-target)$/;

/**
 * The `data-*` attributes of the element. `data-data-x` is the form to use; it wins over `data-x`.
 *
 * @param {Element} element
 * @returns {Record<string, string>}
 */
export function dataOf(element) {
  // Without a prototype a name like __proto__ is a key among others.
  const plain = Object.create(null);
  const explicit = Object.create(null);
  for (const { name, value } of own(element, "attributes")) {
    const [, prefix, rest = ""] = /^data-(data-)?(.+)/.exec(name) ?? [];
    const key = rest.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
    if (prefix) explicit[key] = value;
    else if (key && !RESERVED.test(rest)) plain[key] = value;
  }
  return Object.assign(plain, explicit);
}

/**
 * What the browser would submit: repeated names, the button pressed, no disabled fields.
 *
 * @param {any} element
 * @param {HTMLElement | null} [submitter]
 * @returns {[string, string][]}
 */
export function formOf(element, submitter = isSubmitButton(element) ? element : null) {
  const form = formAround(element);
  return withoutFiles(form ? [...new FormData(form, submitter)] : fieldEntries(element));
}

/**
 * What page code gives as the fields of a form, or as other values by their names.
 *
 * @param {import("./api.js").Form} values
 * @returns {[string, string][]}
 */
export function entriesOf(values) {
  if (values instanceof HTMLFormElement) return formOf(values);
  /** @type {[string, any][]} */
  const entries = Symbol.iterator in values ? [.../** @type {any} */ (values)] : Object.entries(values);
  const single = entries.flatMap(([name, value]) => [value].flat().map((one) => /** @type {[string, any]} */ ([name, one])));
  const given = withoutFiles(single.filter(([, value]) => value != null));
  return given.map(([name, value]) => [name, `${value}`]);
}

/**
 * @param {[string, any][]} entries
 */
function withoutFiles(entries) {
  const files = entries.filter(([, value]) => value instanceof File);
  const chosen = new Set(files.filter(([, file]) => file.name).map(([name]) => name));
  if (chosen.size) console.warn(`LiveView: files not sent: ${[...chosen]}`);
  return entries.filter((entry) => !files.includes(entry));
}

/**
 * @param {any} element
 * @returns {boolean} whether it submits a form
 */
export function isSubmitButton(element) {
  return /^(submit|image)$/.test(element.type) && element.form instanceof HTMLFormElement;
}

/**
 * @param {any} field that belongs to no form
 * @returns {[string, any][]}
 */
function fieldEntries({ name, type, value, checked, disabled, files, selectedOptions }) {
  if (!name || disabled || typeof value !== "string" || (/^(checkbox|radio)$/.test(type) && !checked)) return [];
  const values = files ?? (selectedOptions && Array.from(selectedOptions, (option) => option.value)) ?? [value];
  return Array.from(values, (one) => [name, one]);
}
