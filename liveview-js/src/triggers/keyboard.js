import { describe } from "../describe.js";
import { attribute, own, run } from "../dom.js";
import { canonical, isKey, isPlain, pressed } from "./keys.js";

const ATTRIBUTE = "data-liveview-keyboard-map";

/**
 * `data-liveview-keyboard-map`: calls a function when one of its keys is pressed on the element or inside it.
 *
 * @param {import("./watch.js").Send} send
 * @returns {import("./watch.js").Trigger}
 */
export function createKeyboard(send) {
  /** @type {WeakMap<EventTarget, Map<string, string>>} */
  const maps = new WeakMap();

  /** @param {any} event */
  function press(event) {
    const element = event.currentTarget;
    const name = isKey(event) && !isTyping(event) && maps.get(element)?.get(pressed(event));
    if (!name) return;
    // Also of a key that is held down: the browser would act upon the second ctrl+s.
    event.preventDefault();
    if (!event.repeat) send(element, name, { isUser: true });
  }

  return {
    setUp(element) {
      const text = attribute(element, ATTRIBUTE);
      const map = text === null ? null : parse(text);
      if (text !== null && !map) {
        console.error(`LiveView: ${describe(element)}: ${ATTRIBUTE}: expected JSON like {"ctrl+s": "save"}`);
      }
      if (!map) return this.letGo?.(element);
      maps.set(element, map);
      makeFocusable(element);
      run(element, "addEventListener", "keydown", press);
    },

    letGo(element) {
      maps.delete(element);
      run(element, "removeEventListener", "keydown", press);
    },
  };
}

/**
 * @param {string} text
 * @returns {Map<string, string> | null} functions by canonical key; null if it is not what was expected
 */
function parse(text) {
  try {
    const entries = Object.entries(JSON.parse(text));
    const isMap = /^\s*\{/.test(text) && entries.every(([, name]) => typeof name === "string");
    return isMap ? new Map(entries.map(([key, name]) => [canonical(key), name])) : null;
  } catch {
    return null;
  }
}

/**
 * Whether a key belongs to the field it was pressed in. A map on the very field may have what is not a character.
 *
 * @param {KeyboardEvent} event
 */
function isTyping(event) {
  const field = /** @type {any} */ (event.composedPath()[0]);
  const isField = /^(input|textarea|select)$/.test(field.localName) || field.isContentEditable;
  const isCharacter = [...event.key].length === 1;
  return isField && isPlain(event) && event.key !== "Escape" && (isCharacter || field !== event.currentTarget);
}

/**
 * An element that cannot have the focus would hear only of the keys inside it. The body hears of all.
 *
 * @param {any} element
 */
function makeFocusable(element) {
  if (run(element, "matches", "body,html,[tabindex]") || own(element, "isContentEditable") || own(element, "tabIndex") >= 0) return;
  run(element, "setAttribute", "tabindex", -1);
}
