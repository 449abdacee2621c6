import { createBackoff } from "./backoff.js";
import { createCallQueue } from "./call_queue.js";
import { createHeartbeat } from "./heartbeat.js";
import { createInbound } from "./inbound.js";
import { encode } from "./message.js";
import { createPosition } from "./position.js";
import { createRefreshes } from "./refreshes.js";
import { createResync } from "./resync.js";
import { createSentCalls } from "./sent_calls.js";

/**
 * @typedef {"connecting" | "connected" | "disconnected"} Status
 *
 * @typedef {object} Failure
 * @property {string} code
 * @property {string} [ref] the reference under which the server's log has the cause
 * @property {string} [function] none if it belongs to no call
 *
 * @typedef {(frame: any, pass: (frame: any) => void, isOut?: boolean) => void} Tap what a frame goes through on its way to the
 *   page or, if it is going out, to the socket: it may look, and has to pass it on, now or later, in order
 *
 * @typedef {object} Origin what a call comes from
 * @property {Element} [element] none if code has made it
 * @property {HTMLElement | null} [submitter] the button that was pressed
 * @property {boolean} [isFinal] whether the user is done with the fields that it carries, as after a submit or a click
 * @property {boolean} [isSubmit] of a form
 * @property {string[]} [untouched] the names of its form's fields where the user has not been yet
 * @property {boolean} [isUser] whether the user waits for it
 * @property {(failure?: Failure) => void} [ended] to be told when its answer has been applied, or that there is none
 *
 * @typedef {ReturnType<typeof createConnection>} Connection
 *
 * @typedef {object} ConnectionDelegate
 * @property {Tap} through what every frame goes through
 * @property {() => string | null} language
 * @property {(status: Status) => void} statusChanged
 * @property {(welcome: import("./message.js").Message) => void} connected
 * @property {() => void} settled what a welcome has said is done, but for a fetch of the page, which another welcome follows
 * @property {(code: number) => void} disconnected
 * @property {(call: import("./call_queue.js").Call, origin: Origin) => void} calling
 * @property {(updates: import("./renderer.js").Update[], call?: import("./call_queue.js").Call) => void} receivedUpdates
 *   that a call has sent, if one has
 * @property {(call: import("./call_queue.js").Call, failure?: Failure) => void} ended
 * @property {(failure: Failure) => void} failed
 * @property {() => boolean} resyncing whether the page may be fetched anew
 * @property {Parameters<typeof createResync>[0]["load"]} load
 * @property {() => void} resynced
 */

const OPEN = 1;
const NORMAL = 1000;
const ABNORMAL = 1006;
const TOO_BIG = 1009;
const SIGNED_OUT = 4401;
const WELCOME_LIMIT = 10000;

/**
 * The socket of the page: opens it, keeps it alive, comes back when it is lost, and sees to it that a call is
 * answered, once, with its updates or with an error, and that nothing of what is broadcast is missed.
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
  /** @type {ReturnType<typeof setTimeout> | undefined} of the welcome that is awaited, or of the next attempt */
  let timer;
  /** The address of the socket, whose room may not be the page's any more. */
  let address = "";
  let wanted = false;
  let lossReported = false;
  let isOut = false;
  const backoff = createBackoff(settings);
  const sent = createSentCalls();
  const position = createPosition(settings);
  const queue = createCallQueue(settings, (call) => fail(call, "expired"));
  const heartbeat = createHeartbeat(ping, () => lose(ABNORMAL));
  const refreshes = createRefreshes((call) => {
    if (isUp()) send(sent.add(call));
    return isUp();
  });
  const resync = createResync({
    resyncing: delegate.resyncing,
    begin: position.freeze,
    load: delegate.load,
    resynced: goOn,
  });
  const inbound = createInbound({ delegate, position, sent, refreshes, resync, enter, hello, send, fail, lose });

  function open() {
    expectWelcome();
    change("connecting");
    try {
      address = settings.url();
      const opened = new WebSocket(address, "liveview.v2");
      socket = opened;
      opened.binaryType = "arraybuffer";
      opened.onopen = () => hello(true);
      opened.onmessage = ({ data }) => delegate.through(data, (frame) => opened === socket && receive(frame));
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
    // Whoever the page is shown to now is to see what is theirs.
    isOut ||= code === SIGNED_OUT;
    if (code === SIGNED_OUT) resync.start();
  }

  /** @param {string | ArrayBuffer} frame */
  function receive(frame) {
    heartbeat.heard();
    inbound(frame);
  }

  /**
   * The server is there, and knows the page.
   *
   * @param {import("./message.js").Message} welcome
   * @returns {boolean} whether a call was under way of which nobody knows what became
   */
  function enter(welcome) {
    const { heartbeat: interval, resumed } = welcome;
    if (!position.isAsking()) clearTimeout(timer);
    if (status === "connected") return false;
    backoff.reset();
    isOut = false;
    heartbeat.watch(interval);
    const unknown = (resumed ? [] : sent.abandon()).filter((call) => !refreshes.lost(call));
    sent.frames().forEach(send);
    queue.drain((call) => send(sent.add(call)));

    lossReported = false;
    change("connected");
    delegate.connected(welcome);
    unknown.forEach((call) => fail(call, "unknown"));
    refreshes.resume();
    return unknown.length > 0;
  }

  /** @param {import("./resync.js").Outcome} outcome of the fetch */
  function goOn(outcome) {
    position.thaw(typeof outcome === "string" ? null : outcome);
    // What was asked for before the page became somebody else's is not to be done in their name.
    if (isOut) queue.drain((call) => fail(call, "signed_out"));
    isOut = false;
    if (outcome === "stale") delegate.failed({ code: "stale" });
    else if (outcome !== "reload") delegate.resynced();
    if (socket && address !== settings.url()) lose(NORMAL, 0);
    else hello();
  }

  /** @param {boolean} [isFirst] of its socket; later ones ask for what the page has missed */
  function hello(isFirst = false) {
    if (socket?.readyState !== OPEN) return;
    if (!isFirst) expectWelcome();
    send({ type: "hello", page, lang: delegate.language(), done: sent.done(), ...position.hello(isFirst) });
  }

  function expectWelcome() {
    clearTimeout(timer);
    timer = setTimeout(lose, WELCOME_LIMIT, ABNORMAL);
  }

  function ping() {
    send({ type: "ping" });
  }

  /** @param {object} message */
  function send(message) {
    const to = socket;
    if (to?.readyState === OPEN) delegate.through(encode(message), (frame) => to.send(frame), true);
  }

  /**
   * @param {import("./call_queue.js").Call} call
   * @param {string} code
   * @param {string} [ref]
   */
  function fail(call, code, ref) {
    const failure = { code, ref, function: call.function };
    delegate.failed(failure);
    refreshes.ended(call);
    delegate.ended(call, failure);
  }

  /** A socket that has begun to close swallows what it is given. */
  const isUp = () => status === "connected" && socket?.readyState === OPEN;

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
    fetch: resync.run,

    connect() {
      wanted = true;
      wake();
    },

    disconnect() {
      wanted = false;
      sleep();
    },

    /**
     * The page is another one from now on: nothing comes of what this one has asked for.
     *
     * @returns {boolean} whether a connection was wanted
     */
    leave() {
      const end = (/** @type {import("./call_queue.js").Call} */ call) => delegate.ended(call, { code: "abandoned" });
      resync.leave();
      sleep();
      sent.abandon().forEach(end);
      queue.drain(end);
      return wanted;
    },

    /**
     * @param {string} name
     * @param {Record<string, string>} data
     * @param {[string, string][]} form
     * @param {Origin} [origin]
     */
    call(name, data, form, origin = {}) {
      const call = { function: name, data, form, lang: delegate.language(), untouched: origin.untouched };
      delegate.calling(call, origin);
      if (isUp()) send(sent.add(call));
      else queue.add(call);
    },

    /** @type {import("./effects.js").Refresh} */
    refresh({ function: name, data = {} }) {
      refreshes.ask({ function: name, data, form: [], lang: delegate.language() });
    },
  };
}
