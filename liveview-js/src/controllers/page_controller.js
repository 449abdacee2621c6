import { Controller } from "@hotwired/stimulus";
import { describe } from "../describe.js";
import { attribute, own, run } from "../dom.js";
import { dataOf, formOf, isSubmitButton } from "../payload.js";
import { focus } from "../triggers/focus.js";
import { createInit, forgetInit } from "../triggers/init.js";
import { isKey } from "../triggers/keys.js";
import { createLazyTriggers } from "../triggers/lazy_triggers.js";
import { modal } from "../triggers/modal.js";
import { createTiming } from "../triggers/timing.js";
import { watch } from "../triggers/watch.js";
import { actionElement } from "./action_element.js";

export { forgetInit };

/**
 * The controller of `data-controller="page"`, whose actions turn DOM events into calls.
 *
 * @param {(name: string, data: Record<string, string>, form: [string, string][], origin: import("../connection.js").Origin) => void} call
 * @param {() => Promise<import("../chunk.js").Chunks["triggers"] | undefined>} loadTriggers
 * @param {() => boolean} isKnown whether there has been a connection; until then the browser does what it can without
 * @param {() => unknown} loadPages gets what follows links
 */
export function createPageController(call, loadTriggers, isKnown, loadPages) {
  /** @type {import("../triggers/watch.js").Send} */
  const send = (element, name, origin) =>
    call(name, dataOf(element), formOf(element, origin?.submitter), { ...origin, element });

  /** @type {import("../triggers/watch.js").Trigger} */
  const links = {
    inserted(elements) {
      if (elements.some((element) => run(element, "hasAttribute", "data-liveview-navigate"))) loadPages();
    },
  };

  return class extends Controller {
    static send = send;

    connect() {
      const { element } = this;
      const end = new AbortController();
      const { signal } = end;
      const timing = createTiming();
      // A focused element that is removed loses the focus first, and its calls are to go with it.
      const flushLeft = (/** @type {Event} */ event) =>
        queueMicrotask(() => timing.flush((waiting) => isLeft(waiting, event)));
      element.addEventListener("focusout", flushLeft, { signal });
      element.addEventListener("submit", ({ target }) => flushForm(timing, target), { signal, capture: true });
      watch(element, [createInit(send), createLazyTriggers(loadTriggers, element, send, signal), timing, modal, focus, links], signal);
      this.timing = timing;
      this.end = end;
    }

    disconnect() {
      this.end?.abort();
    }

    /** @param {any} event */
    run(event) {
      const { type, target, submitter } = event;
      if (/^key/.test(type) && !isKey(event)) return;
      if (type === "submit" && !isKnown() && run(target, "hasAttribute", "action")) return;
      // Prevented, the click would not tick the box.
      if (type !== "click" || !/^(checkbox|radio)$/.test(target.type)) event.preventDefault();

      const element = actionElement(event, this);
      const name = attribute(element, "data-liveview-function");
      if (!name) console.error(`LiveView: ${describe(element)} has no data-liveview-function`);
      else if (type !== "click" || isValid(element)) {
        if (type === "click") flushForm(this.timing, /** @type {any} */ (element).form);
        this.timing?.run(element, /^(submit|blur|focusout)$/.test(type), () => {
          if (!element.isConnected) return;
          const isSubmit = type === "submit";
          send(element, name, { submitter, isSubmit, isFinal: isSubmit || type === "click", isUser: true });
        });
      }
    }

    /** @param {Event} event */
    stop(event) {
      event.stopPropagation();
    }
  };
}

/**
 * Lets the waiting calls of a form's fields go ahead of the form's own.
 *
 * @param {import("../triggers/timing.js").Timing | undefined} timing
 * @param {any} form
 */
function flushForm(timing, form) {
  timing?.flush((/** @type {any} */ field) => form && field !== form && (field.form ?? run(field, "closest", "form")) === form);
}

/**
 * @param {Element} element
 * @param {any} event
 * @returns {boolean} whether the focus went from inside the element to outside
 */
function isLeft(element, { target, relatedTarget }) {
  return run(element, "contains", target) && !run(element, "contains", relatedTarget);
}

/**
 * A click that was prevented does not make the browser check the form, as the click on a submit button should.
 *
 * @param {any} element
 */
function isValid(element) {
  const { form, formNoValidate } = element;
  return !isSubmitButton(element) || own(form, "noValidate") || formNoValidate || run(form, "reportValidity");
}
