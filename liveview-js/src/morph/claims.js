import { formAround } from "../dom.js";
import { defaultOf, isChanged, stateOf } from "./fields.js";
import { elementsOf, fieldsOf } from "./user_input.js";

/**
 * Decides about what a field holds.
 *
 * @typedef {object} Keeps
 * @property {(field: any, next: any) => boolean} has whether it is the user's, against what a new one has
 * @property {(field: any) => void} took the new one's has been taken over
 *
 * @typedef {object} Carried what a call carried of a field
 * @property {string} state
 * @property {object} call
 * @property {boolean} isFinal
 */

/**
 * To whom the contents of the fields belong. What the user has changed is the user's until a call that carried it has been
 * answered, and after that if the user has changed it since. Of what was submitted the server decides from its answer on. Of
 * what was told by the way, as while typing, it decides in the answer, and later where its html says something else than before.
 */
export function createClaims() {
  /** @type {Map<object, Map<any, Carried>>} what unanswered calls carry, by field */
  const unanswered = new Map();
  /** @type {WeakMap<any, Carried>} what the server has been told last */
  const told = new WeakMap();

  return {
    /**
     * A call is made.
     *
     * @param {object} call
     * @param {any} element that makes it
     * @param {boolean} isFinal whether the user is done with the fields, as who submits them is
     */
    carry(call, element, isFinal) {
      const form = formAround(element);
      const fields = form ? elementsOf(form) : fieldsOf(element);
      unanswered.set(call, new Map(fields.map((field) => [field, { state: stateOf(field), call, isFinal }])));
    },

    /**
     * A call is answered, or begins to be. What comes with the answer is to be rendered after this.
     *
     * @param {object} call
     */
    answer(call) {
      unanswered.get(call)?.forEach((carried, field) => told.set(field, carried));
    },

    /**
     * A call has ended, answered or not.
     *
     * @param {object} call
     */
    end(call) {
      unanswered.delete(call);
    },

    /**
     * @param {object} [answered] the call whose answer is rendered
     * @param {boolean} [isFetched] whether the html is that of the whole page, which knows nothing of calls
     * @returns {Keeps}
     */
    during(answered, isFetched) {
      return {
        has(field, next) {
          const last = told.get(field);
          const isSame = last?.state === stateOf(field);
          const isTheirs = isChanged(field) || (last && !isSame);
          if (last && last.call === answered) return !isSame;
          for (const [call, fields] of unanswered) if (isTheirs && call !== answered && fields.has(field)) return true;
          if (!isChanged(field)) return false;
          return !isSame || !((last?.isFinal && !isFetched) || defaultOf(next) !== defaultOf(field));
        },
        took(field) {
          const last = told.get(field);
          if (last) last.state = stateOf(field);
        },
      };
    },
  };
}
