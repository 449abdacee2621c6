import { encode } from "./message.js";

/** @typedef {import("./call_queue.js").Call} Call */

// Of how many calls: more than a server repeats.
const REMEMBERED = 999;

/**
 * Calls that were sent: which of them wait for a reply, and which of their updates have been applied.
 */
export function createSentCalls() {
  let lastId = 0;
  /** @type {Map<number, Call>} in the order of the ids */
  const unanswered = new Map();
  /** @type {Map<number, number>} the last update of each call */
  const applied = new Map();

  /** Every reply up to this id has arrived, or is no longer awaited. */
  function done() {
    const [first = lastId + 1] = unanswered.keys();
    return first - 1;
  }

  /** @param {number} id */
  const frame = (id) => ({ type: "call", id, ...unanswered.get(id), done: done() });

  /** @param {number} [id] */
  function settle(id = 0) {
    const call = unanswered.get(id);
    unanswered.delete(id);
    return call;
  }

  return {
    done,

    /**
     * The frames of the unanswered calls, in their order.
     */
    frames: () => [...unanswered.keys()].map(frame),

    /**
     * @param {Call} call
     * @returns {object} its frame
     */
    add(call) {
      unanswered.set(++lastId, call);
      return frame(lastId);
    },

    /** The call of an id, if it waits for a reply. @param {number} [id] */
    get: (id = 0) => unanswered.get(id),

    /** The call that a reply ends; none if the reply is a repeat. */
    settle,

    /** Settles all: nobody knows their outcome. */
    abandon() {
      const calls = [...unanswered.values()];
      unanswered.clear();
      return calls;
    },

    /**
     * Settles the largest. The server closes on a frame past its limit, so sending the same calls again would end
     * the same way for ever.
     */
    abandonLargest() {
      /** @param {number} id */
      const size = (id) => encode(frame(id)).length;
      return settle([...unanswered.keys()].sort((a, b) => size(b) - size(a))[0]);
    },

    /**
     * Whether the n-th update of a call, which come in their order, is new; if so it counts as applied.
     *
     * @param {number} [id]
     * @param {number} [n]
     */
    accepts(id = 0, n = 0) {
      if (!n) return true;
      if (n <= (applied.get(id) || 0)) return false;
      applied.delete(id);
      applied.set(id, n);
      const [oldest] = applied.keys();
      if (applied.size > REMEMBERED) applied.delete(oldest);
      return true;
    },
  };
}
