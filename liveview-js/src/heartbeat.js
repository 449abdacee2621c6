// A peer that stays silent this many intervals is gone.
const PATIENCE = 2.25;

/**
 * Watches for silence. A browser neither shows protocol pings nor reports a peer that vanished without a word.
 *
 * @param {() => void} onSilence after one interval
 * @param {() => void} onDeath after 2.25 of them
 */
export function createHeartbeat(onSilence, onDeath) {
  let interval = 0;
  let heardAt = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  function heard() {
    clearTimeout(timer);
    if (!interval) return;
    heardAt = Date.now();
    // The second timer starts when the first fires: a hidden page's timers fire late and together, and would
    // leave the peer no time to answer.
    timer = setTimeout(() => {
      timer = setTimeout(onDeath, interval * (PATIENCE - 1));
      onSilence();
    }, interval);
  }

  return {
    heard,

    /** @param {number} [milliseconds] of silence; without it nothing is watched */
    watch(milliseconds = 0) {
      interval = milliseconds;
      heard();
    },

    /** Whether the silence lasts too long already: timers stand still while a machine sleeps, the clock does not. */
    isOverdue: () => interval > 0 && Date.now() - heardAt > interval * PATIENCE,
  };
}
