const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 20000;

// Whoever has been left alone for as long starts with the short pause again.
const CALM = 60000;

/**
 * What the html of a page that was taken over says.
 *
 * @typedef {{position?: string, token?: string}} Page
 *
 * @typedef {Page | "again" | "reload" | "stale"} Outcome
 */

/**
 * Sees to it that the page fetches itself when it cannot be brought up to date otherwise: not at the same moment as
 * all others, and again for as long as that may help.
 *
 * @param {object} does
 * @param {() => boolean} does.isConnected
 * @param {() => boolean} does.resyncing false: the page is to stay as it is
 * @param {(isRetry: boolean) => Promise<Outcome>} does.takeOver
 * @param {(outcome: Outcome) => void} does.resynced
 */
export function createResync({ isConnected, resyncing, takeOver, resynced }) {
  let isUnderWay = false;
  let isWaiting = false;
  let isHolding = false;
  let attempts = 0;
  let lastAt = -Infinity;
  /** @type {(() => void)[]} */
  const held = [];

  /** @param {boolean} [isRetry] */
  function wait(isRetry = false) {
    if (Date.now() - lastAt > CALM) attempts = 0;
    lastAt = Date.now();
    setTimeout(attempt, Math.random() * Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** attempts++), isRetry);
  }

  /** @param {boolean} isRetry */
  async function attempt(isRetry) {
    isWaiting = !isConnected();
    if (isWaiting) return release();
    isHolding = true;
    /** @type {Outcome} */
    let outcome = "stale";
    try {
      outcome = await takeOver(isRetry);
    } catch (error) {
      console.error(`LiveView: ${/** @type {Error} */ (error).message}`);
    }
    if (outcome === "again") {
      wait(true);
      // Nobody is to wait for the answer to a click as long as the page's address fails.
      return release();
    }
    isUnderWay = false;
    release();
    resynced(outcome);
  }

  function release() {
    isHolding = false;
    held.splice(0).forEach((act) => act());
  }

  return {
    /** @returns {boolean} whether it begins now */
    start() {
      if (isUnderWay || !resyncing()) return false;
      isUnderWay = isHolding = true;
      wait();
      return true;
    },

    /** There is a connection again. */
    resume() {
      if (isWaiting) wait();
      isWaiting = false;
    },

    /** @param {() => void} act done now, or after what it would be overwritten by */
    after(act) {
      if (isHolding) held.push(act);
      else act();
    },
  };
}
