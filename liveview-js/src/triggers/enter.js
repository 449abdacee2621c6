import { attribute, own, run } from "../dom.js";
import { isSubmitButton } from "../payload.js";
import { isKey } from "./keys.js";

// A descriptor without an event stands for the one an element is about: a form's is submit, a button's click.
const SUBMIT_ACTION = /(^|\s)(submit\S*->|[^\s>]+(\s|$))/;
const CLICK_ACTION = /(^|\s)(click\S*->)?page#run(?![^\s:])/;

const NOT_TEXT = /^(button|checkbox|color|file|hidden|image|radio|range|reset|submit)$/;

/**
 * Lets Enter press the button of a form that has no button to submit it. The browser would load the page anew with
 * the form's values in its address, or do nothing at all if there are several fields.
 *
 * @param {Element} root
 * @param {AbortSignal} signal
 */
export function pressOnEnter(root, signal) {
  /** @param {any} event @param {HTMLFormElement | null} form */
  function press(event, form) {
    const buttons = form && !event.defaultPrevented ? buttonsOf(form) : [];
    if (!buttons.length) return;
    event.preventDefault();
    // One that is at work already stands for itself, not for the next one.
    if (!event.repeat) buttons.find((button) => !button.matches(":disabled:not(.liveview-busy)"))?.click();
  }

  root.addEventListener("submit", (event) => press(event, /** @type {any} */ (event.target)), { signal });
  // Before the browser checks the form, which a button that does not submit has no need of.
  root.addEventListener(
    "keydown",
    (/** @type {any} */ event) => {
      const { target, key } = event;
      const isText = target.localName === "input" && !NOT_TEXT.test(target.type);
      if (isText && key === "Enter" && isKey(event)) press(event, target.form);
    },
    { signal },
  );
}

/**
 * The buttons that call a function; none if the form is to be submitted in another way.
 *
 * @param {HTMLFormElement} form
 * @returns {any[]}
 */
function buttonsOf(form) {
  const elements = /** @type {any[]} */ ([...own(form, "elements")]);
  const isSubmitted =
    run(form, "hasAttribute", "action") ||
    SUBMIT_ACTION.test(attribute(form, "data-action") ?? "") ||
    elements.some(isSubmitButton) ||
    run(form, "querySelector", "input[type=image]");
  if (isSubmitted) return [];
  return elements.filter(
    (element) =>
      element.type === "button" &&
      element.hasAttribute("data-liveview-function") &&
      CLICK_ACTION.test(element.getAttribute("data-action") ?? ""),
  );
}
