const FIELDS = "input,textarea,select";
const EDITABLE = "[contenteditable]";
const CHECKABLE = /^(checkbox|radio)$/;

/**
 * Finds what the user has done to the fields of a page, so that it can be kept when the page's html is renewed.
 *
 * Fields are told apart by their ids, or else by name within the nearest element that has an id. Those without an id
 * get one for the time being, as elements are moved, rather than replaced, by their ids.
 *
 * @param {Element} root
 * @param {Element} next the same, renewed
 */
export function keepUserInput(root, next) {
  /** @type {Map<any, any>} its counterpart, by field */
  const pairs = new Map();
  /** @type {Set<any>} */
  const changed = new Set();
  /** @type {Element[]} */
  const numbered = [];
  /** @type {(() => unknown)[]} */
  const restore = [];
  const counterparts = byKey(next);

  for (const [key, field] of byKey(root)) {
    const counterpart = counterparts.get(key);
    const isFocused = field === document.activeElement;
    if (!counterpart || !(isFocused || isChanged(field))) continue;
    pairs.set(field, counterpart);
    if (isChanged(field)) changed.add(field);
    // Of a group of radio buttons one that the user did not touch may be chosen anew.
    if (CHECKABLE.test(field.type)) {
      const { checked } = field;
      restore.push(() => changed.has(field) && (field.checked = checked));
    }
    if (field.localName === "select") {
      const values = Array.from(/** @type {any[]} */ (field.selectedOptions), ({ value }) => value);
      restore.push(() => select(field, values));
    }
    if (field.getAttribute("id")) continue;
    numbered.push(field);
    for (const one of [field, counterpart]) one.id = `liveview-field-${numbered.length}`;
  }

  return {
    /** A field may turn into another one, which has no claim to what was typed. @param {Node} node @param {Node} into */
    turns(node, into) {
      if (changed.has(node) && pairs.get(node) !== into) changed.delete(node);
    },

    /** Whether an attribute holds what the user did. @param {any} element @param {string} name */
    owns(element, name) {
      const field = name === "selected" ? element.closest("select") : element;
      return changed.has(field) && name === stateOf(field);
    },

    restore() {
      numbered.forEach((field) => field.removeAttribute("id"));
      restore.forEach((act) => act());
    },
  };

  /** @param {any} field @param {string[]} values */
  function select(field, values) {
    const options = [...field.options];
    const isPossible = !values.length || options.some(({ value }) => values.includes(value));
    if (!changed.has(field) || !isPossible) return;
    options.forEach((option) => (option.selected = values.includes(option.value)));
  }
}

/** @param {any} node what the user may write in, and does, or has done */
export function isWrittenIn(node) {
  return node.matches?.(EDITABLE) && (node.__edited || node === document.activeElement);
}

/** Whether the user would lose something with the page. */
export function isTouched() {
  return [...document.querySelectorAll(FIELDS)].some(isChanged) || [...document.querySelectorAll(EDITABLE)].some(isWrittenIn);
}

/** @param {any} field */
function stateOf({ localName, type }) {
  return localName === "select" ? "selected" : CHECKABLE.test(type) ? "checked" : "value";
}

/** @param {any} field */
function isChanged(field) {
  const { type, files, localName, options, multiple } = field;
  if (files) return files.length > 0;
  if (CHECKABLE.test(type)) return field.checked !== field.defaultChecked;
  if (localName !== "select") return field.value !== field.defaultValue;
  const all = /** @type {any[]} */ ([...options]);
  if (multiple) return all.some(({ selected, defaultSelected }) => selected !== defaultSelected);
  const initial = all.filter((option) => option.defaultSelected).pop() ?? all.find((option) => !option.disabled);
  return Boolean(initial) && !initial.selected;
}

/**
 * @param {Element} root
 * @returns {Map<string, any>} its fields
 */
function byKey(root) {
  const fields = new Map();
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const field of /** @type {NodeListOf<any>} */ (root.querySelectorAll(FIELDS))) {
    const around = field.closest("[id]");
    const value = CHECKABLE.test(field.type) ? field.value : "";
    const key = JSON.stringify([around === field, around?.getAttribute("id"), field.localName, field.type, field.name, value]);
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    fields.set(`${count} ${key}`, field);
  }
  return fields;
}
