import { createBackoff } from "./backoff.js";
import { createCallQueue } from "./call_queue.js";
import { createHeartbeat } from "./heartbeat.js";
import { decode, encode } from "./message.js";
import { createSentCalls } from "./sent_calls.js";

/**
 * @typedef {"connecting" | "connected" | "disconnected"} Status
 *
 * @typedef {object} Failure
 * @property {string} code
 * @property {string} [ref] the reference under which the server's log has the cause
 * @property {string} [function] none if it belongs to no call
 *
 * @typedef {object} ConnectionDelegate
 * @property {() => string | null} language
 * @property {(status: Status) => void} statusChanged
 * @property {() => void} connected
 * @property {(code: number) => void} disconnected
 * @property {(updates: import("./renderer.js").Update[]) => void} receivedUpdates
 * @property {(failure: Failure) => void} failed
 */

const OPEN = 1;
const NORMAL = 1000;
const ABNORMAL = 1006;
const TOO_BIG = 1009;
const HANDSHAKE_LIMIT = 10000;

/**
 * The socket of the page: opens it, keeps it alive, comes back when it is lost, and sees to it that a call is
 * answered, once, with its updates or with an error.
 *
 * @param {import("./settings.js").Settings} settings
 * @param {string} page
 * @param {ConnectionDelegate} delegate
 */
export function createConnection(settings, page, delegate) {
  /** @type {Status} */
  let status = "disconnected";
  /** @type {WebSocket | undefined} */
  let socket;
  /** @type {ReturnType<typeof setTimeout> | undefined} of the attempt under way, or of the next one */
  let timer;
  let wanted = false;
  let lossReported = false;

  const backoff = createBackoff(settings);
  const sent = createSentCalls();
  const queue = createCallQueue(settings, (call) => fail(call, "expired"));
  const heartbeat = createHeartbeat(ping, () => lose(ABNORMAL));

  function open() {
    clearTimeout(timer);
    timer = setTimeout(lose, HANDSHAKE_LIMIT, ABNORMAL);
    change("connecting");
    try {
      const opened = new WebSocket(settings.url, "liveview.v2");
      socket = opened;
      opened.binaryType = "arraybuffer";
      opened.onopen = () => send({ type: "hello", page, lang: delegate.language(), done: sent.done() });
      opened.onmessage = ({ data }) => opened === socket && receive(data);
      opened.onclose = ({ code }) => opened === socket && lose(code);
    } catch (error) {
      console.error(`LiveView: ${/** @type {Error} */ (error).message}`);
      lose(ABNORMAL);
    }
  }

  /**
   * @param {number} code
   * @param {number | null} [pause] before coming back; null: not by itself
   */
  function lose(code, pause = backoff.next()) {
    const lost = socket;
    const tooBig = code === TOO_BIG && sent.abandonLargest();
    socket = undefined;
    heartbeat.watch();
    clearTimeout(timer);
    if (wanted && pause !== null) timer = setTimeout(open, pause);
    lost?.close(NORMAL);

    // The page is told last: its listeners may do anything, even connect.
    change("disconnected");
    if (!lossReported) delegate.disconnected(code);
    lossReported = true;
    if (tooBig) fail(tooBig, "malformed");
  }

  /** @param {string | ArrayBuffer} frame */
  function receive(frame) {
    heartbeat.heard();
    /** @type {import("./message.js").Message[]} */
    let messages = [];
    try {
      messages = decode(frame);
    } catch {
      console.error("LiveView: a frame of the server could not be read");
    }
    messages.forEach((message) => handlers[message.type]?.(message));
  }

  /** @type {Record<string, (message: import("./message.js").Message) => void>} */
  const handlers = {
    welcome({ heartbeat: interval, resumed }) {
      if (status === "connected") return;
      clearTimeout(timer);
      backoff.reset();
      heartbeat.watch(interval);
      const unknown = resumed ? [] : sent.abandon();
      sent.frames().forEach(send);
      queue.drain((call) => send(sent.add(call)));

      lossReported = false;
      change("connected");
      delegate.connected();
      unknown.forEach((call) => fail(call, "unknown"));
    },

    reply({ id, updates = [], error }) {
      const call = sent.settle(id);
      if (call && error) fail(call, error.code, error.ref);
      else if (call) delegate.receivedUpdates(updates);
    },

    update({ call, n, updates = [] }) {
      if (sent.accepts(call, n)) delegate.receivedUpdates(updates);
    },

    error({ code = "", ref }) {
      delegate.failed({ code, ref });
    },

    retry({ after }) {
      lose(NORMAL, after ?? undefined);
    },

    ping() {
      send({ type: "pong" });
    },
  };

  function ping() {
    send({ type: "ping" });
  }

  /** @param {object} message */
  function send(message) {
    if (socket?.readyState === OPEN) socket.send(encode(message));
  }

  /**
   * @param {import("./call_queue.js").Call} call
   * @param {string} code
   * @param {string} [ref]
   */
  function fail(call, code, ref) {
    delegate.failed({ code, ref, function: call.function });
  }

  /** @param {Status} next */
  function change(next) {
    status = next;
    delegate.statusChanged(status);
  }

  /** Something suggests that the network is there, or that the user is: no reason to wait any longer. */
  function wake() {
    if (!wanted) return;
    if (heartbeat.isOverdue()) lose(ABNORMAL);
    if (!socket) open();
    else if (status === "connected") ping();
  }

  /** A page with an open socket is kept out of the back/forward cache. */
  function sleep() {
    if (socket) lose(NORMAL, null);
    else clearTimeout(timer);
  }

  return {
    wake,
    sleep,
    status: () => status,
    queueLength: queue.size,

    connect() {
      wanted = true;
      wake();
    },

    disconnect() {
      wanted = false;
      sleep();
    },

    /**
     * @param {string} name
     * @param {Record<string, string>} data
     * @param {[string, string][]} form
     */
    call(name, data, form) {
      const call = { function: name, data, form, lang: delegate.language() };
      // A socket that has begun to close swallows what it is given.
      if (status === "connected" && socket?.readyState === OPEN) send(sent.add(call));
      else queue.add(call);
    },
  };
}
