import { Controller } from "@hotwired/stimulus";
import { dataOf, formOf, isSubmitButton } from "../payload.js";

/**
 * The controller of `data-controller="page"`, whose actions turn DOM events into calls.
 *
 * @param {(name: string, data: Record<string, string>, form: [string, string][]) => void} call
 */
export function createPageController(call) {
  return class extends Controller {
    /** @param {any} event */
    run(event) {
      const { type, target, currentTarget, submitter } = event;
      // Enter may end a composition, and autofill fires key events without a key: neither is a key pressed.
      if (/^key/.test(type) && (event.isComposing || !event.key)) return;
      // Prevented, the click would not tick the box.
      if (type !== "click" || !/^(checkbox|radio)$/.test(target.type)) event.preventDefault();

      // An action "@window" or "@document" does not tell its element.
      const element = currentTarget instanceof Element ? currentTarget : this.element;
      const name = element.getAttribute("data-liveview-function");
      if (!name) console.error(`LiveView: <${element.localName}> has no data-liveview-function`);
      else if (type !== "click" || isValid(element)) call(name, dataOf(element), formOf(element, submitter));
    }

    /** @param {Event} event */
    stop(event) {
      event.stopPropagation();
    }
  };
}

/**
 * A click that was prevented does not make the browser check the form, as the click on a submit button should.
 *
 * @param {any} element
 */
function isValid(element) {
  const { form, formNoValidate } = element;
  return !isSubmitButton(element) || form.noValidate || formNoValidate || form.reportValidity();
}
