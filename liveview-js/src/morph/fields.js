/** @param {any} field @returns {boolean} */
export const isCheckable = ({ type }) => /^(checkbox|radio)$/.test(type);

/**
 * What a field holds, to be compared with what it holds later.
 *
 * @param {any} field
 * @returns {string}
 */
export function stateOf(field) {
  if (isCheckable(field)) return `${field.checked}`;
  return field.options ? indexes(field, "selected") : field.value;
}

/**
 * What a field holds as long as nobody has changed it, as its html says.
 *
 * @param {any} field
 * @returns {string}
 */
export function defaultOf(field) {
  const { type, options, multiple, defaultValue } = field;
  if (isCheckable(field)) return `${field.defaultChecked}`;
  if (options) {
    const marked = indexes(field, "defaultSelected");
    if (multiple) return marked;
    return marked.split(",").pop() || `${Array.from(options).findIndex(({ disabled }) => !disabled)}`;
  }
  if (!/^(color|range)$/.test(type)) return defaultValue;
  // These are never empty.
  const untouched = document.createElement("input");
  for (const name of ["type", "min", "max", "step", "value"]) {
    const value = field.getAttribute(name);
    if (value !== null) untouched.setAttribute(name, value);
  }
  return untouched.value;
}

/**
 * @param {any} field
 * @returns {boolean} whether it holds something else than its html says
 */
export function isChanged(field) {
  return field.files ? field.files.length > 0 : stateOf(field) !== defaultOf(field);
}

/** @param {any} field @param {string} how */
function indexes({ options }, how) {
  return [...options].flatMap((option, index) => (option[how] ? index : [])).join();
}
