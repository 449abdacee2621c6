/**
 * Pauses between attempts to connect: a random share of a span that doubles with each failure, so that the pages
 * of a restarted server do not all come back at the same moment.
 *
 * @param {{retryMin: number, retryMax: number}} settings
 */
export function createBackoff({ retryMin, retryMax }) {
  let failures = 0;

  return {
    /** @returns {number} milliseconds */
    next() {
      const span = Math.min(retryMax, retryMin * 2 ** ++failures);
      return retryMin + Math.random() * (span - retryMin);
    },

    reset() {
      failures = 0;
    },
  };
}
