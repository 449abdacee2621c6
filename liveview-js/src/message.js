/**
 * One object of a frame. Fields as in docs/protocol.md; those that a version does not know are ignored.
 *
 * @typedef {object} Message
 * @property {string} type
 * @property {number} [heartbeat]
 * @property {boolean} [resumed]
 * @property {number} [id]
 * @property {import("./renderer.js").Update[]} [updates]
 * @property {{code: string, ref?: string}} [error]
 * @property {number} [call]
 * @property {number} [n]
 * @property {string} [code]
 * @property {string} [ref]
 * @property {number} [after]
 * @property {string} [room]
 * @property {string} [receipt]
 * @property {string} [epoch]
 * @property {number} [first]
 * @property {number} [seq]
 * @property {boolean} [resync]
 * @property {string} [assets] names the scripts and styles of the server
 * @property {string} [node] the run of the server that welcomes
 */

/**
 * @param {string | ArrayBuffer} frame
 * @returns {Message[]}
 */
export function decode(frame) {
  const value = JSON.parse(typeof frame === "string" ? frame : new TextDecoder().decode(frame));
  return [value].flat().filter((message) => message?.type);
}

/**
 * @param {object} message
 * @returns {string}
 */
export function encode(message) {
  return JSON.stringify(message);
}
