import { Controller } from "@hotwired/stimulus";
import { describe } from "../describe.js";
import { attribute, own, run } from "../dom.js";
import { dataOf, formOf, isSubmitButton } from "../payload.js";
import { createInit, forgetInit } from "../triggers/init.js";
import { isKey } from "../triggers/keys.js";
import { createLazyTriggers } from "../triggers/lazy_triggers.js";
import { createTouched } from "../touched.js";
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
  const untouched = createTouched();
  /** @type {import("../triggers/watch.js").Send} */
  const send = (element, name, origin) =>
    call(name, dataOf(element), formOf(element, origin?.submitter), { ...origin, element, untouched: untouched(element) });

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
      this.lazy = createLazyTriggers(loadTriggers, element, send, signal);
      watch(element, [createInit(send), this.lazy, links], signal);
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
        this.lazy?.run(element, type, () => {
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
 * A click that was prevented does not make the browser check the form, as the click on a submit button should.
 *
 * @param {any} element
 */
function isValid(element) {
  const { form, formNoValidate } = element;
  return !isSubmitButton(element) || own(form, "noValidate") || formNoValidate || run(form, "reportValidity");
}
