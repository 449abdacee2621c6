const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 20000;

// Whoever has been left alone for as long starts with the short pause again.
const CALM = 60000;

// Whatever fails for as long will not be better soon, and meanwhile the page shows nothing of what is broadcast.
const PATIENCE = 60000;

// Nobody is to wait longer for the answer to a click.
const LONGEST_HOLD = 5000;

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
 * @param {() => void} does.begin
 * @param {(isRetry: boolean) => Promise<Outcome>} does.takeOver
 * @param {(outcome: Outcome) => void} does.resynced
 */
export function createResync({ isConnected, resyncing, begin, takeOver, resynced }) {
  let isUnderWay = false;
  let isWaiting = false;
  let isFetching = false;
  let isHolding = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let holding;
  /** Something was done that the html under way may not know of. */
  let isDue = false;
  let attempts = 0;
  let lastAt = -Infinity;
  let since = 0;
  /** @type {(() => void)[]} */
  const held = [];

  function start() {
    if (isUnderWay || !resyncing()) return;
    isUnderWay = true;
    // A reply that comes now may be all that shows what a click did: the html need not know of it.
    hold();
    begin();
    since = Date.now();
    wait();
  }

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
    isFetching = true;
    isDue = false;
    hold();
    /** @type {Outcome} */
    let outcome = "stale";
    try {
      outcome = await takeOver(isRetry);
    } catch (error) {
      console.error(`LiveView: ${/** @type {Error} */ (error).message}`);
    }
    isFetching = false;
    release();
    if (outcome === "again") {
      if (Date.now() - since < PATIENCE) return wait(true);
      outcome = "stale";
    }
    isUnderWay = false;
    resynced(outcome);
    if (isDue && typeof outcome !== "string") start();
  }

  function hold() {
    isHolding = true;
    clearTimeout(holding);
    holding = setTimeout(release, LONGEST_HOLD);
  }

  function release() {
    isHolding = false;
    clearTimeout(holding);
    held.splice(0).forEach(after);
  }

  /** @param {() => void} act done now, or after what it would be overwritten by */
  function after(act) {
    if (isHolding) {
      held.push(act);
    } else {
      isDue ||= isFetching;
      act();
    }
  }

  return {
    start,
    after,

    /** There is a connection again. */
    resume() {
      if (!isWaiting) return;
      isWaiting = false;
      since = Date.now();
      wait();
    },
  };
}
