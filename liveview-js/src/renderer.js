import { actions } from "./actions.js";
import { effects } from "./effects.js";
import { dispatch } from "./events.js";
import { find } from "./find.js";

/**
 * @typedef {object} Update fields as in docs/protocol.md, all optional
 * @property {string} [target]
 * @property {string} [html]
 * @property {boolean} [append]
 * @property {boolean} [remove]
 * @property {string} [swap]
 * @property {Record<string, string | null>} [attributes]
 * @property {string[]} [addClass]
 * @property {string[]} [removeClass]
 * @property {string} [focus]
 * @property {{name: string, detail?: unknown}} [event]
 * @property {string} [error] the application's own
 * @property {string} [url]
 * @property {string} [title]
 * @property {string} [scroll]
 * @property {boolean} [scrollTop]
 * @property {string} [announce]
 * @property {{function: string, data?: Record<string, string>}} [call]
 * @property {string} [redirect]
 * @property {boolean} [reload]
 * @property {boolean} [transition] of the whole step
 */

/**
 * Applies what the server sends, the updates of one frame as one step.
 *
 * @param {object} does
 * @param {import("./effects.js").Refresh} does.refresh
 * @param {import("./effects.js").Push} does.push
 * @param {(step: () => void, call?: import("./call_queue.js").Call) => void} does.around what is to be done before and after a
 *   step, and in which call's answer it is
 * @param {(call?: import("./call_queue.js").Call) => import("./morph/claims.js").Keeps} does.keeps
 */
export function createRenderer({ refresh, push, around, keeps }) {
  /** @type {(() => void)[]} steps that wait for the browser to begin a transition */
  const waiting = [];

  const goOn = () => waiting.splice(0).forEach((step) => step());

  /** @param {Update} update @param {import("./call_queue.js").Call} [call] */
  function apply(update, call) {
    let target = update.target ? find(update.target, "error") : null;
    if (!dispatch(target ?? document, "liveview:before-render", { update }, true)) return;
    attempt("swap", () => {
      target = (target && swap(target, update, keeps(call))) ?? target;
    });
    const fields = /** @type {Record<string, unknown>} */ (update);
    for (const field in effects) {
      if (fields[field]) attempt(field, () => effects[field](fields[field], target, update, refresh, push));
    }
    dispatch(target?.isConnected ? target : document, "liveview:rendered", { update });
  }

  /**
   * @param {Update[]} updates
   * @param {import("./call_queue.js").Call} [call] of which they are the answer
   */
  function render(updates, call) {
    waiting.push(() => around(() => updates.forEach((update) => apply(update, call)), call));
    if (waiting.length > 1) return;
    const { startViewTransition } = /** @type {any} */ (document);
    const isAnimated = startViewTransition && updates.some(({ transition }) => transition) && !isStill();
    // Rejected where the browser leaves the transition out, as in a hidden page: the step is made all the same.
    if (isAnimated) startViewTransition.call(document, goOn).ready.catch(() => {});
    else goOn();
  }

  return {
    render,

    /** @param {() => void} act done when all that has come is in the page */
    after(act) {
      if (waiting.push(act) === 1) goOn();
    },
  };
}

const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/**
 * @param {Element} target
 * @param {Update} update
 * @param {import("./morph/claims.js").Keeps} keeps
 * @returns {any}
 */
function swap(target, { html, append, remove, swap = append ? "append" : "inner" }, keeps) {
  const name = remove ? "remove" : swap;
  if (!remove && typeof html !== "string") return null;
  if (!Object.hasOwn(actions, name)) throw Error(`expected one of ${Object.keys(actions)}, got ${name}`);
  return actions[name](target, html ?? "", keeps);
}

/**
 * What fails is reported by its name, and the rest goes on.
 *
 * @param {string} field
 * @param {() => void} effect
 */
function attempt(field, effect) {
  try {
    effect();
  } catch (error) {
    console.error(`LiveView: ${field}: ${/** @type {Error} */ (error).message}`);
  }
}
