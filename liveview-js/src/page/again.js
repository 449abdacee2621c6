const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 20000;

// Whoever has been left alone for as long starts without a pause again.
const CALM = 60000;

// Whatever fails for as long will not be better soon, and meanwhile the page shows nothing of what is broadcast.
const PATIENCE = 60000;

/** @param {number} limit in milliseconds */
const pause = (limit) => new Promise((resolve) => setTimeout(resolve, Math.random() * limit));

/**
 * Fetches the page again for as long as that may help, ever less often.
 *
 * @param {(isRetry: boolean, isGone: () => boolean) => Promise<import("../resync.js").Outcome>} attempt
 */
export function createAgain(attempt) {
  let attempts = 0;
  let lastAt = -Infinity;

  /** @type {import("../resync.js").Fetch} */
  return async function fetchAgain({ hold, release, isGone }) {
    let since = Date.now();
    let isRetry = false;
    let isFirst = true;
    while (!isGone()) {
      if (Date.now() - lastAt > CALM) attempts = 0;
      lastAt = Date.now();
      if (attempts++) await pause(Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempts - 1)));
      // At first at once: a page that was signed out may have to go elsewhere before it can connect.
      if (!isFirst && document.documentElement.getAttribute("data-liveview-status") !== "connected") {
        release();
        await new Promise((resolve) => document.addEventListener("liveview:connected", resolve, { once: true }));
        since = Date.now();
        isRetry = false;
        continue;
      }
      isFirst = false;
      if (isGone()) break;
      hold();
      const outcome = await attempt(isRetry, isGone);
      if (outcome !== "again") return outcome;
      release();
      if (Date.now() - since >= PATIENCE) break;
      isRetry = true;
    }
    return "stale";
  };
}
