/**
 * @typedef {import("../connection.js").Tap} Tap
 *
 * @typedef {(tap: Tap) => void} Install puts a tap into a connection
 *
 * @typedef {object} Line
 * @property {Tap} [log]
 * @property {Tap} [delay]
 */

/** @type {Tap} */
const straight = (frame, pass) => pass(frame);

/** @type {WeakMap<Install, Line>} by connection */
const lines = new WeakMap();

/**
 * Puts the log or the delay of a connection in its place: the log stands on the page's side of the delay, and so says what
 * the page sees.
 *
 * @param {Install} install of the connection
 * @param {Line} part undefined, as `{log: undefined}`, takes it out
 */
export function change(install, part) {
  const line = { ...lines.get(install), ...part };
  lines.set(install, line);
  const { log = straight, delay = straight } = line;
  install((frame, pass, isOut) => {
    const [first, second] = isOut ? [log, delay] : [delay, log];
    first(frame, (same) => second(same, pass, isOut), isOut);
  });
}
