/**
 * How far the page has what is broadcast: of all rooms in one order, which is a new one whenever its epoch is.
 * docs/protocol.md has the rules.
 *
 * @param {{position?: string, token?: string}} page as its html says
 */
export function createPosition({ position, token }) {
  /** @type {string | undefined} */
  let epoch;
  let seq = 0;
  /** Up to here nothing is missing in any room. */
  let base = 0;
  /** @type {string | undefined} the run of the server that welcomed the page last */
  let node;
  let unanswered = 0;
  let isBroken = false;
  let isFrozen = false;
  /** @type {Map<string | undefined, number>} by room */
  const last = new Map();
  /** @type {Map<string, string | undefined>} by room */
  const receipts = new Map();

  /** @param {{epoch?: string, seq?: number}} next ignored unless it is a position */
  function adopt(next) {
    if (isFrozen || !next.epoch || !Number.isSafeInteger(next.seq)) return;
    epoch = next.epoch;
    base = seq = /** @type {number} */ (next.seq);
    last.clear();
  }

  adopt(parse(position));

  return {
    adopt,

    /**
     * The fields of a hello, which counts as unanswered from now on.
     *
     * @param {boolean} isFirst of its socket
     */
    hello(isFirst) {
      unanswered = isFirst ? 1 : unanswered + 1;
      const rooms = receipts.size ? Object.fromEntries(receipts) : undefined;
      return { epoch, seq: epoch && seq, token, node, rooms };
    },

    /**
     * @param {import("./message.js").Message} message
     * @returns {boolean} whether the page has to fetch itself: the server says so, or something could not be placed
     */
    welcome(message) {
      const wasBroken = isBroken;
      isBroken = false;
      node = message.node;
      unanswered = Math.max(0, unanswered - 1);
      if (unanswered) return false;
      adopt(message);
      return wasBroken || message.resync === true;
    },

    /**
     * What to do with the update of a room; ask: say hello again, since something is missing.
     *
     * @param {import("./message.js").Message} update
     * @param {boolean} isRecovery whether it comes ahead of a welcome in the same frame
     * @returns {"apply" | "drop" | "ask"}
     */
    judge({ room, epoch: theirs, first = 0, seq: next = 0 }, isRecovery) {
      // What is dropped here is recovered by the answer to the last hello: earlier ones asked from elsewhere.
      if (isFrozen || unanswered > (isRecovery ? 1 : 0)) return "drop";
      if (!epoch) return "apply";
      if (theirs !== epoch) {
        isBroken = isRecovery;
        return "ask";
      }
      const seen = Math.max(last.get(room) ?? 0, base);
      if (next <= seen) return "drop";
      if (!isRecovery && first > seen + 1) {
        // Other rooms may have gone past what is missing in this one: all is asked for from where all was there.
        seq = base;
        return "ask";
      }
      seq = Math.max(seq, next);
      last.set(room, next);
      return "apply";
    },

    /** @param {import("./message.js").Message} message that everything up to its position was sent before */
    reach({ epoch: theirs, seq: next = 0 }) {
      if (isFrozen || unanswered || theirs !== epoch) return;
      base = Math.max(base, next);
      seq = Math.max(seq, next);
    },

    /** @param {import("./message.js").Message} message */
    joined({ room = "", receipt, epoch: theirs, seq: from = 0 }) {
      receipts.set(room, receipt);
      if (theirs === epoch) last.set(room, from);
    },

    /** @param {import("./message.js").Message} message */
    left({ room = "" }) {
      receipts.delete(room);
    },

    /** Nothing moves while the page is fetched, whose html may be older than what arrives meanwhile. */
    freeze() {
      isFrozen = true;
    },

    /** @param {{position?: string, token?: string} | null} page that was taken over, if it was */
    thaw(page) {
      isFrozen = false;
      if (!page) return;
      token = page.token;
      adopt(parse(page.position));
    },
  };
}

/** @param {string} [text] */
function parse(text = "") {
  const [, epoch, seq] = /^([\w-]+):(\d+)$/.exec(text) ?? [];
  return { epoch, seq: Number(seq) };
}
