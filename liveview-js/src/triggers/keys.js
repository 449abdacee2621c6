const COMPOSING = 229;

const MODIFIERS = ["ctrl", "alt", "meta", "shift"];

/** @type {Record<string, string>} */
const NAMES = {
  escape: "esc",
  " ": "space",
  arrowup: "up",
  arrowdown: "down",
  arrowleft: "left",
  arrowright: "right",
  pageup: "page_up",
  pagedown: "page_down",
};

/**
 * Whether a key was pressed. Enter may end a composition, and autofill fires key events without a key: neither is
 * a key that the user meant for the page.
 *
 * @param {KeyboardEvent} event
 */
export function isKey({ key, isComposing, keyCode }) {
  return Boolean(key) && !isComposing && keyCode !== COMPOSING;
}

/**
 * Whether the key comes without ctrl, alt or meta, as in typing. AltGr, which Windows reports as ctrl and alt, types.
 *
 * @param {KeyboardEvent} event
 */
export function isPlain(event) {
  return event.getModifierState?.("AltGraph") || !(event.ctrlKey || event.altKey || event.metaKey);
}

/**
 * The name of what was pressed, like `ctrl+shift+p`.
 *
 * @param {KeyboardEvent} event
 */
export function pressed(event) {
  const flags = /** @type {any} */ (event);
  return compose(event.key, (modifier) => flags[`${modifier}Key`] && (modifier === "shift" || !isPlain(event)));
}

/**
 * The name as `pressed` gives it, of one that a person wrote: modifiers in any order, any case.
 *
 * @param {string} written
 */
export function canonical(written) {
  const [, modifiers, key] = /** @type {string[]} */ (
    /^((?:(?:ctrl|alt|meta|shift)\s*\+\s*)*)(.*)$/.exec(written.trim().toLowerCase())
  );
  return compose(key, (modifier) => modifiers.includes(modifier));
}

/**
 * @param {string} key
 * @param {(modifier: string) => boolean} has
 */
function compose(key, has) {
  const name = key.toLowerCase();
  return [...MODIFIERS.filter(has), NAMES[name] ?? name].join("+");
}

