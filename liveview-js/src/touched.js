import { formAround } from "./dom.js";
import { elementsOf } from "./morph/user_input.js";
import { isSubmitButton } from "./payload.js";

/**
 * Remembers where the user has been: which fields were typed in, changed or left, and which forms were submitted. A reset
 * makes a form forget. A field that a morph keeps is the same field.
 *
 * @returns {(element: any) => string[] | undefined} the names of the fields around an element that makes a call where nobody has
 *   been yet; nobody can be in a hidden one, so it is none of them
 */
export function createTouched() {
  /** @type {WeakSet<any>} */
  const touched = new WeakSet();
  for (const type of ["input", "change", "blur", "submit", "reset"]) {
    // Before anybody makes a call of the event.
    addEventListener(
      type,
      ({ target }) => {
        if (type === "reset") [target, ...elementsOf(target)].forEach((one) => touched.delete(one));
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
    const fields = elementsOf(form);
    const known = fields.map((field) => (field.type === "hidden" || touched.has(field) ? field.name : ""));
    const names = fields.map(({ name }) => name).filter((name) => name && !known.includes(name));
    return names[0] && names;
  };
}
