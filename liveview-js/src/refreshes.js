/** @typedef {import("./call_queue.js").Call} Call */

/**
 * Calls that the server asks the page to make. They ask for what is so anyway: of those that come while one is
 * under way one more is enough, and one whose outcome is unknown can be made again.
 *
 * @param {(call: Call) => boolean} send false: not now
 */
export function createRefreshes(send) {
  /** @type {Map<string, {call: Call, isSent: boolean, isDue: boolean}>} by function and data */
  const refreshes = new Map();

  /** @param {Call} call */
  const keyOf = ({ function: name, data }) => JSON.stringify([name, Object.entries(data).sort()]);

  /** @param {Call} call */
  function find(call) {
    const one = refreshes.get(keyOf(call));
    return one?.call === call ? one : undefined;
  }

  /** @param {{call: Call, isSent: boolean, isDue: boolean}} one */
  function attempt(one) {
    if (!one.isSent && one.isDue && send(one.call)) Object.assign(one, { isSent: true, isDue: false });
  }

  return {
    /** @param {Call} call */
    ask(call) {
      const key = keyOf(call);
      const one = refreshes.get(key) ?? { call, isSent: false, isDue: true };
      refreshes.set(key, one);
      one.isDue = true;
      attempt(one);
    },

    /** @param {Call} call a refresh or any other */
    ended(call) {
      const one = find(call);
      if (!one) return;
      one.isSent = false;
      if (one.isDue) attempt(one);
      else refreshes.delete(keyOf(call));
    },

    /**
     * @param {Call} call
     * @returns {boolean} whether it is a refresh, which is made again then
     */
    lost(call) {
      const one = find(call);
      return Boolean(one && Object.assign(one, { isSent: false, isDue: true }));
    },

    /** There is a connection again. */
    resume() {
      refreshes.forEach(attempt);
    },
  };
}
