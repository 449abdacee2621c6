import { decode } from "../message.js";
import { change } from "./line.js";
import { outline } from "./outline.js";
import { watchPage } from "./watch_page.js";

/** @typedef {import("../message.js").Message} Message */

/** @type {WeakMap<import("./line.js").Install, () => void>} what ends the log of a connection */
const running = new WeakMap();

/** @param {number} since as of `performance.now()` */
const elapsed = (since) => `${(performance.now() - since).toFixed(1)} ms`;

/** @param {string} what @param {unknown[]} more */
function say(what, ...more) {
  console.debug(`LiveView ${new Date().toISOString().slice(11, 23)} ${what}`, ...more);
}

/**
 * Tells the console what happens, at its level "debug": frames, how long calls take, what is rendered, the status. Of what
 * a person has typed, and of html, it shows the length.
 *
 * @param {import("./line.js").Install} install of the connection
 * @param {boolean} [isOn]
 */
export function debug(install, isOn = true) {
  running.get(install)?.();
  running.delete(install);
  if (!isOn) return change(install, { log: undefined });
  running.set(install, watchPage(say));
  change(install, { log: createLog() });
}

/** @returns {import("./line.js").Tap} */
function createLog() {
  /** @type {Map<number | undefined, {name: string, since: number}>} by id */
  const calls = new Map();

  /** @param {any} message */
  function sent({ type, id, function: name }) {
    // One that is sent again after a reconnect took as long as the person has waited.
    if (type === "call" && !calls.has(id)) calls.set(id, { name, since: performance.now() });
  }

  /** @param {Message} message */
  function received({ type, id, error }) {
    const call = calls.get(id);
    if (type !== "reply" || !call) return;
    calls.delete(id);
    say(`call ${id}, ${call.name}: ${error ? `error ${error.code}` : "done"} after ${elapsed(call.since)}`);
  }

  return (frame, pass, isOut) => {
    const messages = read(frame);
    const bytes = typeof frame === "string" ? new TextEncoder().encode(frame).length : frame.byteLength;
    const types = messages.map(({ type }) => type).join(", ") || "not readable";
    say(`${isOut ? "out" : "in"}: ${types}, ${bytes} bytes`, ...messages.map((one) => outline(one)));
    messages.forEach(isOut ? sent : received);
    pass(frame);
  };
}

/** @param {string | ArrayBuffer} frame @returns {Message[]} */
function read(frame) {
  try {
    return decode(frame);
  } catch {
    return [];
  }
}
