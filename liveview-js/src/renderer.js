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
 * @property {{function: string, data?: Record<string, string>}} [call]
 * @property {string} [redirect]
 * @property {boolean} [reload]
 */

/** @param {Update[]} updates @param {import("./effects.js").Refresh} refresh */
export function render(updates, refresh) {
  updates.forEach((update) => apply(update, refresh));
}

/** @param {Update} update @param {import("./effects.js").Refresh} refresh */
function apply(update, refresh) {
  /** @type {Element | null} */
  let target = update.target ? find(update.target, "error") : null;
  if (!dispatch(target ?? document, "liveview:before-render", { update }, true)) return;
  attempt("swap", () => {
    target = (target && swap(target, update)) ?? target;
  });
  const fields = /** @type {Record<string, unknown>} */ (update);
  for (const field in effects) {
    if (fields[field]) attempt(field, () => effects[field](fields[field], target, update, refresh));
  }
  dispatch(target?.isConnected ? target : document, "liveview:rendered", { update });
}

/**
 * @param {Element} target
 * @param {Update} update
 */
function swap(target, { html, append, remove, swap = append ? "append" : "inner" }) {
  const name = remove ? "remove" : swap;
  if (!remove && typeof html !== "string") return null;
  if (!Object.hasOwn(actions, name)) throw Error(`expected one of ${Object.keys(actions)}, got ${name}`);
  return actions[name](target, html ?? "");
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
