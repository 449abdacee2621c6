// So that the pages of a server do not all come at once; and for as long as what fetches the page cannot be had.
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 60000;

// Nobody is to wait longer for the answer to a click.
const LONGEST_HOLD = 5000;

/**
 * What the html of a page that was taken over says.
 *
 * @typedef {{position?: string, token?: string}} Page
 *
 * @typedef {Page | "again" | "reload" | "stale"} Outcome
 *
 * @typedef {object} Guard for what fetches the page
 * @property {() => void} hold to be called when a fetch begins
 * @property {() => void} release to be called when one has failed
 * @property {() => boolean} isGone whether the page has become another one meanwhile
 *
 * @typedef {(guard: Guard) => Promise<Outcome>} Fetch
 */

/**
 * Sees to it that the page fetches itself when it cannot be brought up to date otherwise, and that what comes
 * meanwhile is not overwritten.
 *
 * @param {object} does
 * @param {() => boolean} does.resyncing false: the page is to stay as it is
 * @param {() => void} does.begin
 * @param {() => Promise<{fetchAgain: Fetch} | undefined>} does.load gets what fetches the page
 * @param {(outcome: Outcome) => void} does.resynced
 */
export function createResync({ resyncing, begin, load, resynced }) {
  let isUnderWay = false;
  /** Something was done that the html under way may not know of. */
  let isDue = false;
  let isGone = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let holding;
  /** @type {(() => void)[] | undefined} what waits; none: nothing has to */
  let held;

  function start() {
    if (!isUnderWay && resyncing()) run(fetchSoon);
  }

  /** @type {Fetch} */
  async function fetchSoon(guard) {
    for (let pause = FIRST_PAUSE; pause < LONGEST_PAUSE; pause *= 2) {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * pause));
      const pages = await load();
      if (pages) return pages.fetchAgain(guard);
    }
    return "stale";
  }

  /**
   * @param {Fetch} fetch
   * @returns {Promise<boolean>} false, at once, if the page is being fetched already
   */
  async function run(fetch) {
    if (isUnderWay) return false;
    isUnderWay = true;
    // A reply that comes now may be all that shows what a click did: the html need not know of it.
    hold();
    begin();
    const outcome = await fetch({ hold, release, isGone: () => isGone });
    if (isGone) return true;
    const isAgain = isDue && typeof outcome !== "string";
    isUnderWay = false;
    release();
    resynced(outcome);
    if (isAgain) start();
    return true;
  }

  function hold() {
    held ??= [];
    isDue = false;
    clearTimeout(holding);
    holding = setTimeout(release, LONGEST_HOLD);
  }

  function release() {
    const acts = held;
    held = undefined;
    clearTimeout(holding);
    acts?.forEach(after);
  }

  /** @param {() => void} act done now, or after what it would be overwritten by */
  function after(act) {
    if (held) return void held.push(act);
    isDue = true;
    act();
  }

  return {
    start,
    run,
    after,
    isUnderWay: () => isUnderWay,

    /** The page is another one from now on. */
    leave() {
      isGone = true;
      held = undefined;
    },
  };
}
