/** @type {WeakMap<Event, Set<any>>} bindings that an event has come to */
const reached = new WeakMap();

/**
 * The element whose action is run. A listener on the window or the document does not tell, so Stimulus' own bindings
 * are looked through, in the order in which it goes through them.
 *
 * @param {any} event
 * @param {any} controller
 * @returns {Element}
 */
export function actionElement(event, { context, element }) {
  const { currentTarget, type } = event;
  if (currentTarget instanceof Element) return currentTarget;
  const before = reached.get(event) ?? new Set();
  const binding = context.bindingObserver.bindings.find(
    (/** @type {any} */ one) =>
      one.eventTarget === currentTarget &&
      one.eventName === type &&
      one.methodName === "run" &&
      !before.has(one) &&
      one.willBeInvokedByEvent(event),
  );
  reached.set(event, before.add(binding));
  return binding?.action.element ?? element;
}
