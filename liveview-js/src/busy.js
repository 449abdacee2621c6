import { attribute, formAround, own, run } from "./dom.js";

/** @typedef {import("./call_queue.js").Call} Call @typedef {import("./connection.js").Origin} Origin */

// Nobody needs to be told of what takes no time.
const PATIENCE = 150;

const CLASS = "liveview-busy";
const TEXT = "data-liveview-disable-with";

/**
 * Shows which calls are under way: at the element that made one and at its form, at the button that was pressed, and,
 * when it takes long and the user has made it, for the whole page.
 *
 * @param {(isSlow: boolean) => void} showProgress
 */
export function createBusy(showProgress) {
  /** @type {Map<Call, Origin & {focused?: any, isSlow?: boolean, timer?: any}>} */
  const running = new Map();
  /** @type {(() => void)[]} takes off what has been put on, unless page code has changed it meanwhile */
  const undo = [];
  let depth = 0;

  /** @param {any} element @param {string} name @param {string} value */
  function put(element, name, value) {
    if (run(element, "hasAttribute", name)) return;
    run(element, "setAttribute", name, value);
    undo.push(() => run(element, "removeAttribute", name));
  }

  /** @param {any} element */
  function mark(element) {
    if (!element) return;
    put(element, "aria-busy", "true");
    const classes = own(element, "classList");
    if (classes.contains(CLASS)) return;
    classes.add(CLASS);
    undo.push(() => {
      classes.remove(CLASS);
      if (!classes.value) run(element, "removeAttribute", "class");
    });
  }

  /** @param {any} button */
  function disable(button) {
    if (!button) return;
    put(button, "disabled", "");
    const text = attribute(button, TEXT);
    if (!text) return;
    const { value, childNodes } = button;
    const content = [...childNodes];
    if (button.localName === "input") button.value = text;
    else button.textContent = text;
    undo.push(() => {
      if (button.value === text) button.value = value;
      if (button.textContent === text) button.replaceChildren(...content);
    });
  }

  /**
   * Does something to the page that is not to see what is put on here.
   *
   * @template Result
   * @param {() => Result} act
   */
  function without(act) {
    undo.splice(0).forEach((take) => take());
    // A button that is disabled loses the focus. It has it again when it is about to change.
    for (const { focused } of running.values()) {
      if (focused && document.activeElement === document.body) focused.focus({ preventScroll: true });
    }
    depth++;
    try {
      return act();
    } finally {
      if (!--depth) {
        for (const origin of running.values()) {
          mark(origin.element);
          mark(formAround(origin.element));
          disable(buttonOf(origin));
        }
      }
    }
  }

  const follow = () => showProgress([...running].some(([, { isSlow }]) => isSlow));

  return {
    without,

    /** @param {Call} call @param {Origin} from */
    begin(call, from) {
      const { activeElement } = document;
      const origin = { ...from, focused: activeElement === buttonOf(from) && activeElement, isSlow: false, timer: /** @type {any} */ (undefined) };
      without(() => running.set(call, origin));
      if (!from.isUser) return;
      origin.timer = setTimeout(() => {
        origin.isSlow = true;
        follow();
      }, PATIENCE);
    },

    /**
     * @param {Call} call
     * @returns {Origin | undefined} where it came from
     */
    end(call) {
      const origin = running.get(call);
      clearTimeout(origin?.timer);
      without(() => running.delete(call));
      follow();
      return origin;
    },

    /**
     * Tells whether a call that is about to be made is one that is under way: that of a second click rather than of somebody who
     * has gone on and submits something else.
     *
     * @param {string} _name
     * @param {object} _data
     * @param {[string, string][]} form
     * @param {Origin} origin
     * @returns {boolean}
     */
    isSubmitting: (_name, _data, form, { element, isSubmit }) =>
      [...running].some(([call, other]) => isSubmit && other.isSubmit && element === other.element && `${form}` === `${call.form}`),
  };
}

/**
 * @param {Origin} origin
 * @returns {any} the button that is to be disabled
 */
function buttonOf({ element, submitter }) {
  const button = /** @type {any} */ (submitter ?? element);
  return button && /^(submit|button|reset|image)$/.test(button.type) && attribute(button, TEXT) !== null ? button : null;
}
