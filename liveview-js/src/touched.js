import { formAround } from "./dom.js";
import { elementsOf } from "./morph/user_input.js";
import { isSubmitButton } from "./payload.js";

/**
 * Remembers where the user has been: which fields were typed in, changed or left, and which forms were submitted. A reset
 * makes a form forget. A field that a morph keeps is the same field.
 *
 * @returns {(element: any) => string[] | undefined} the names of the fields around an element that makes a call where nobody has
 *   been yet, each once; nobody can change a hidden, disabled or read-only one or a button, so these are none of them
 */
export function createTouched() {
  /** @type {WeakSet<any>} */
  const touched = new WeakSet();
  for (const type of ["input", "change", "blur", "submit", "reset"]) {
    // Before anybody makes a call of the event.
    addEventListener(
      type,
      ({ target }) => {
        if (type === "reset") [target, ...elementsOf(target)].forEach(touched.delete, touched);
        else touched.add(target);
      },
      true,
    );
  }

  return (element) => {
    const form = formAround(element);
    // Pressed by a click that is prevented, it submits nothing.
    if (isSubmitButton(element)) touched.add(form);
    if (!form || touched.has(form)) return;
    // What the browser would check is what the user can change.
    const fields = elementsOf(form).filter((field) => field.willValidate && !isSubmitButton(field));
    const known = fields.map((field) => touched.has(field) && field.name);
    const names = fields.map(({ name }) => name).filter((name) => name && !known.includes(name));
    // A server reads no call with more than 1,024.
    return names[0] && [...new Set(names)].slice(0, 999);
  };
}
