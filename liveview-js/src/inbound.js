import { decode } from "./message.js";

const NORMAL = 1000;
const UNKNOWN = "unknown";

/**
 * What the frames of the server bring about.
 *
 * @param {object} parts
 * @param {import("./connection.js").ConnectionDelegate} parts.delegate
 * @param {ReturnType<typeof import("./position.js").createPosition>} parts.position
 * @param {ReturnType<typeof import("./sent_calls.js").createSentCalls>} parts.sent
 * @param {ReturnType<typeof import("./refreshes.js").createRefreshes>} parts.refreshes
 * @param {ReturnType<typeof import("./resync.js").createResync>} parts.resync
 * @param {(welcome: import("./message.js").Message) => boolean} parts.enter
 * @param {() => void} parts.hello
 * @param {(message: object) => void} parts.send
 * @param {(call: import("./call_queue.js").Call, code: string, ref?: string) => void} parts.fail
 * @param {(code: number, pause?: number) => void} parts.lose
 * @returns {(frame: string | ArrayBuffer) => Promise<void>} done when all of it has been taken in, before the next frame comes
 */
export function createInbound({ delegate, position, sent, refreshes, resync, enter, hello, send, fail, lose }) {
  /** @type {Record<string, (message: import("./message.js").Message, isRecovery: boolean) => void>} */
  const handlers = {
    welcome(message) {
      const remedy = position.welcome(message);
      const isUnknown = enter(message);
      if (isUnknown || remedy === "fetch") resync.start();
      if (remedy === "reconnect") return lose(NORMAL, 0);
      if (remedy === "stale") {
        delegate.failed({ code: "stale" });
        hello();
      }
      if (!resync.isUnderWay()) delegate.settled();
    },

    reply({ id, updates = [], error }) {
      const call = sent.settle(id);
      if (!call) return;
      resync.after(() => {
        if (error) return failed(call, error);
        delegate.receivedUpdates(updates, call);
        refreshes.ended(call);
        delegate.ended(call);
      });
    },

    update(message, isRecovery) {
      const { call, n, seq, updates = [] } = message;
      if (typeof seq !== "number") {
        if (sent.accepts(call, n)) resync.after(() => delegate.receivedUpdates(updates, sent.get(call)));
        return;
      }
      const verdict = position.judge(message, isRecovery);
      if (verdict === "apply") delegate.receivedUpdates(updates);
      if (verdict === "ask" && !isRecovery) hello();
    },

    joined: position.joined,
    left: position.left,

    resync(message) {
      position.adopt(message);
      resync.start();
    },

    error({ code = "", ref }) {
      delegate.failed({ code, ref });
    },

    retry({ after }) {
      lose(NORMAL, after ?? undefined);
    },

    ping(message) {
      send({ type: "pong" });
      position.reach(message);
    },
  };

  /**
   * @param {import("./call_queue.js").Call} call
   * @param {{code: string, ref?: string}} error
   */
  function failed(call, { code, ref }) {
    if (code !== UNKNOWN) return fail(call, code, ref);
    // Nobody knows what became of it: the page is to show what is true, and a refresh is made again.
    if (refreshes.lost(call)) return refreshes.resume();
    fail(call, code, ref);
    resync.start();
  }

  /** @param {string | ArrayBuffer} frame */
  return async function receive(frame) {
    /** @type {import("./message.js").Message[]} */
    let messages = [];
    try {
      messages = decode(frame);
    } catch {
      console.error("LiveView: bad frame");
    }
    const welcome = messages.findIndex(({ type }) => type === "welcome");
    for (const [index, message] of messages.entries()) {
      // As between two frames: what watches the document, as Stimulus does, has seen what the one before has put there.
      if (index && welcome < 0) await null;
      if (Object.hasOwn(handlers, message.type)) handlers[message.type](message, index < welcome);
    }
  };
}
