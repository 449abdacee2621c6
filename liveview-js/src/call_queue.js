/**
 * @typedef {object} Call
 * @property {string} function
 * @property {Record<string, string>} data
 * @property {[string, string][]} form
 * @property {string | null} lang
 * @property {string[]} [untouched] the names of the form's fields where the user has not been yet
 */

/**
 * Calls made while there is no connection. Bounded in number and age: a click of a minute ago, repeated on a page
 * that has changed since, is not what the user meant.
 *
 * @param {{queueLimit: number, queueAge: number}} settings
 * @param {(call: Call) => void} onExpired
 */
export function createCallQueue({ queueLimit, queueAge }, onExpired) {
  /** @type {Map<Call, {deadline: number, timer: ReturnType<typeof setTimeout>}>} */
  const waiting = new Map();

  /** @param {Call} call */
  function expire(call) {
    waiting.delete(call);
    onExpired(call);
  }

  return {
    size: () => waiting.size,

    /** @param {Call} call */
    add(call) {
      if (waiting.size < queueLimit) {
        waiting.set(call, { deadline: Date.now() + queueAge, timer: setTimeout(expire, queueAge, call) });
      } else {
        expire(call);
      }
    },

    /**
     * Empties the queue into a sender. Timers stand still while a machine sleeps, so calls may be past their age.
     *
     * @param {(call: Call) => void} send
     */
    drain(send) {
      for (const [call, { deadline, timer }] of waiting) {
        clearTimeout(timer);
        if (Date.now() < deadline) send(call);
        else setTimeout(expire, 0, call);
      }
      waiting.clear();
    },
  };
}
