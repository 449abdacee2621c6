// A restart of the server, or a change of networks, is mostly over by then.
const PATIENCE = 2000;

const FAREWELL = 4000;
const READING = 10000;

// Set one by one: a strict policy for styles forbids the attribute, but not this.
const STYLE = {
  position: "fixed",
  zIndex: "9999",
  bottom: "1rem",
  left: "50%",
  transform: "translateX(-50%)",
  maxWidth: "90vw",
  padding: ".5em 1em",
  border: "1px solid #bbb",
  background: "#222",
  color: "#fff",
  font: "1rem sans-serif",
  pointerEvents: "none",
};

/**
 * Tells the user that the connection is lost, and when it is back: in the page's own element `#no-connection`, or
 * else in one of ours. In ours also that a call has failed. The connection goes first: an error is told, or told
 * again, when it is back.
 *
 * @param {import("./settings.js").Settings} settings
 */
export function createNotice(settings) {
  /** @type {ReturnType<typeof setTimeout> | undefined} until a loss is told */
  let timer;
  /** @type {ReturnType<typeof setTimeout> | undefined} until nothing is told any more */
  let ending;
  /** @type {boolean | undefined} undefined: nobody wants a connection */
  let isUp;
  let isShown = false;
  let failure = "";
  const ours = document.createElement("div");
  ours.id = "liveview-notice";
  ours.setAttribute("role", "status");
  ours.setAttribute("aria-live", "polite");
  Object.assign(ours.style, STYLE);

  /** @param {string} [text] what there is to tell of the connection */
  function write(text = "") {
    clearTimeout(ending);
    const theirs = document.getElementById("no-connection");
    theirs?.classList.toggle("no-connection--show", isShown);
    theirs?.classList.toggle("no-connection--hide", !isShown);
    theirs?.setAttribute("aria-hidden", `${!isShown}`);
    if (theirs) text = "";
    const isLasting = isShown && text;
    ours.textContent = isLasting ? text : failure || text;
    if (!ours.textContent || !settings.notice) return ours.remove();
    // Outside of the body, which belongs to the page.
    document.documentElement.append(ours);
    if (!isLasting) ending = setTimeout(end, failure ? READING : FAREWELL);
  }

  function end() {
    failure = "";
    write();
  }

  /** @param {boolean} isLost @param {string} [text] */
  function tell(isLost, text) {
    clearTimeout(timer);
    isShown = isLost;
    write(text);
  }

  /** At once, as when the browser says that it is offline. */
  function show() {
    if (isUp !== undefined) tell(true, settings.noticeLost);
  }

  return {
    show,

    /** @param {import("./connection.js").Status} status */
    follow(status) {
      const wasUp = isUp;
      isUp = status === "connected";
      if (isUp && (!wasUp || isShown)) {
        tell(false, ours.isConnected ? settings.noticeBack : "");
      } else if (!isUp && wasUp !== false) {
        clearTimeout(timer);
        if (!isShown) timer = setTimeout(show, PATIENCE);
      }
    },

    /** Something that was to be done has not been. @param {{code?: string, ref?: string, message?: string}} failure */
    fail({ code = "", ref, message }) {
      const { noticeFailed, noticeUnknown: unknown, noticeExpired: expired, noticeStale: stale } = settings;
      const { noticeSignedOut: signed_out, noticeTooMany: too_many } = settings;
      /** @type {any} */
      const known = { __proto__: null, unknown, expired, stale, signed_out, too_many };
      failure = message ?? known[code] ?? noticeFailed + (ref ? ` (${ref})` : "");
      write(isShown ? settings.noticeLost : "");
    },

    /** Nobody wants a connection: the page said so, or goes away. */
    rest() {
      tell(false);
      isUp = undefined;
    },
  };
}
