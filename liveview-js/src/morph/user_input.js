import { all, attribute, isElement, own, run, within } from "../dom.js";
import { isChanged, isCheckable } from "./fields.js";
import { keyOf } from "./pairs.js";

const FIELDS = "input,textarea,select";
const EDITABLE = "[contenteditable]";

/**
 * Keeps what the user has done to the fields of a page while its html is renewed.
 *
 * Fields are told apart by their ids, or else by name within the nearest element that has an id, and by keys in between.
 *
 * @param {any} parent
 * @param {any[]} olds
 * @param {any} nextParent
 * @param {any[]} nexts
 * @param {import("./claims.js").Keeps} [keeps]
 */
export function keepUserInput(parent, olds, nextParent, nexts, keeps = { has: isChanged, took() {} }) {
  /** @type {Map<any, any>} new fields by old ones */
  const pairs = new Map();
  /** @type {Set<any>} what the user has to do with, and what is around it */
  const touchy = new Set();
  /** @type {(() => void)[]} */
  const restore = [];
  const dear = within(parent, olds, FIELDS).filter((field) => field === document.activeElement || isChanged(field));

  if (dear.length) {
    const counterparts = byKey(nextParent, nexts);
    byKey(parent, olds).forEach((field, key) => {
      if (dear.includes(field) && counterparts.has(key)) pairs.set(field, counterparts.get(key));
    });
  }
  for (let one of [...dear, ...within(parent, olds, "template")]) {
    for (; one && one !== parent && !touchy.has(one); one = own(one, "parentNode")) touchy.add(one);
  }
  // Whose options alone are renewed.
  if (own(parent, "localName") === "select" && isChanged(parent)) restore.push(selection(parent, parent));

  return {
    pairs,

    /** Whether there is more to an element than its html tells. @param {any} element */
    isTouchy: (element) => touchy.has(element),

    /**
     * @param {any} old
     * @param {any} next
     * @returns {(() => void) | void} to be called when the one has become the other
     */
    meet(old, next) {
      if (!run(old, "matches", FIELDS) || old.type === "file") return;
      const isSelect = own(old, "localName") === "select";
      if (keeps.has(old, next)) {
        const { checked } = old;
        // Another button of its group may be chosen by the html.
        if (isCheckable(old)) restore.push(() => (old.checked = checked));
        if (isSelect) restore.push(selection(old, old));
        return;
      }
      const { value, checked } = next;
      const choose = isSelect && selection(old, next);
      return () => {
        if (choose) choose();
        else if (isCheckable(old)) old.checked = checked;
        else if (old.value !== value) old.value = value;
        keeps.took(old);
      };
    },

    restore: () => restore.forEach((act) => act()),
  };
}

/**
 * Remembers what is chosen in one select, to be chosen in another or the same.
 *
 * @param {any} select
 * @param {any} source
 */
function selection(select, source) {
  const values = Array.from(/** @type {any[]} */ (source.selectedOptions), ({ value }) => value);
  return () => {
    const options = /** @type {any[]} */ ([...select.options]);
    if (values.length && !options.some(({ value }) => values.includes(value))) return;
    for (const option of options) {
      const isChosen = values.includes(option.value);
      if (option.selected !== isChosen) option.selected = isChosen;
    }
  };
}

/** @param {any} node what the user may write in, and does, or has done */
export function isWrittenIn(node) {
  return run(node, "matches", EDITABLE) && (node.__edited || node === document.activeElement);
}

/** @param {any} element @returns {any[]} it, or what is inside */
export const fieldsOf = (element) => all(element, FIELDS);

/** @param {any} form or anything else, which has none @returns {any[]} the fields that belong to it, wherever they are */
export const elementsOf = (form) => [...(own(form, "elements") ?? [])].flatMap(fieldsOf);

/**
 * @param {any} parent
 * @param {any[]} nodes
 * @returns {Map<string, any>} their fields
 */
function byKey(parent, nodes) {
  const fields = new Map();
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const field of within(parent, nodes, FIELDS)) {
    const { localName, type, name } = field;
    const key = JSON.stringify([...namesOf(parent, field), localName, type, name, isCheckable(field) ? field.value : ""]);
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    fields.set(`${count} ${key}`, field);
  }
  return fields;
}

/**
 * Names of what an element is and is in, up to the nearest id.
 *
 * @param {any} parent what is around this does not count
 * @param {any} element
 */
function namesOf(parent, element) {
  const names = [];
  for (let one = element; one && one !== parent && isElement(one); one = own(one, "parentNode")) {
    const id = attribute(one, "id");
    const key = id || keyOf(one);
    if (key) names.push(one === element, key);
    if (id) break;
  }
  return names;
}
