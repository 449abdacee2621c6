import { attribute, own, run } from "../dom.js";

const OWN = /(^|\s)(change|input)->page#run(?![^\s:])/;
// What a field is about is that its value is another one.
const DEFAULT = /(^|\s)page#run(?![^\s:])/;
const FIELDS = "input,textarea,select";

/**
 * Tells handlers what forms hold that the user has changed, after a server that knew of it has gone: those that
 * `data-liveview-recover` names, or else those that would have been told while it was being changed.
 *
 * @param {(field: any) => boolean} isChanged
 * @param {(element: any, name: string) => void} send
 */
export function recover(isChanged, send) {
  for (const form of document.querySelectorAll("form[id]")) {
    /** @type {any[]} */
    const fields = [...own(form, "elements")].filter((one) => run(one, "matches", FIELDS) && isChanged(one));
    const named = attribute(form, "data-liveview-recover");
    if (!fields.length || named === "ignore") continue;
    const element = named ? form : [form, ...fields].find((one) => isTold(one, one === form));
    const name = named || (element && attribute(element, "data-liveview-function"));
    if (name) send(element, name);
  }
}

/** @param {any} element @param {boolean} isForm */
function isTold(element, isForm) {
  const action = attribute(element, "data-action") ?? "";
  return OWN.test(action) || (!isForm && DEFAULT.test(action));
}
