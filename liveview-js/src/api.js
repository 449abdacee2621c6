import { entriesOf } from "./payload.js";

/**
 * What page code calls a function with.
 *
 * @typedef {Record<string, any>} Data values become text; null and undefined are left out
 * @typedef {HTMLFormElement | Iterable<[string, any]> | Record<string, any>} Form with an array for a name that has several values
 */

/**
 * `LiveView.call`.
 *
 * @param {(name: string, data: Record<string, string>, form: [string, string][], origin: import("./connection.js").Origin) => void} call
 */
export function createCall(call) {
  /**
   * @param {string} name
   * @param {Data} [data]
   * @param {{form?: Form, element?: Element}} [from] the fields, and the element that shows that the call runs
   * @returns {Promise<void>} fulfilled when the page shows the answer. Who does not look at it need not handle that it is
   *   rejected: the error is told in other ways already
   */
  return (name, data = {}, { form = [], element } = {}) => {
    const promise = new Promise((resolve, reject) => {
      /** @param {import("./connection.js").Failure} [failure] */
      function ended(failure) {
        if (!failure) return resolve(undefined);
        reject(Object.assign(Error(`${name}: error ${failure.code}`), { name: "LiveViewError" }, failure));
      }
      const values = Object.fromEntries(entriesOf(data));
      call(name, values, entriesOf(form), { element, isUser: Boolean(element), ended });
    });
    promise.catch(() => {});
    return promise;
  };
}

/**
 * `LiveView.on`: hears of the events of the library and of those that the server sends.
 *
 * @param {string} name
 * @param {(detail: any, event: CustomEvent) => void} listener
 * @returns {() => void} ends it
 */
export function on(name, listener) {
  const hear = (/** @type {any} */ event) => listener(event.detail, event);
  document.addEventListener(name, hear);
  return () => document.removeEventListener(name, hear);
}
