// A restart of the server, or a change of networks, is mostly over by then.
const PATIENCE = 2000;

const FAREWELL = 4000;

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
 * else in one of ours.
 *
 * @param {{notice: boolean, noticeLost: string, noticeBack: string}} settings
 */
export function createNotice({ notice, noticeLost, noticeBack }) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {boolean | undefined} undefined: nobody wants a connection */
  let isUp;
  let isShown = false;
  const ours = document.createElement("div");
  ours.id = "liveview-notice";
  ours.setAttribute("role", "status");
  ours.setAttribute("aria-live", "polite");
  Object.assign(ours.style, STYLE);
  // Whoever replaces what is inside the body does not mean the notice.
  const keeper = new MutationObserver(attach);

  function attach() {
    if (!ours.isConnected) document.body?.append(ours);
  }

  /** @param {string} text none: ours goes */
  function write(text) {
    ours.textContent = text;
    keeper.disconnect();
    if (!text) return ours.remove();
    attach();
    keeper.observe(document, { childList: true, subtree: true });
  }

  /** @param {boolean} isLost @param {string} [text] */
  function tell(isLost, text = "") {
    clearTimeout(timer);
    isShown = isLost;
    const theirs = document.getElementById("no-connection");
    theirs?.classList.toggle("no-connection--show", isLost);
    theirs?.classList.toggle("no-connection--hide", !isLost);
    theirs?.setAttribute("aria-hidden", `${!isLost}`);
    write(theirs || !notice ? "" : text);
  }

  /** At once, as when the browser says that it is offline. */
  function show() {
    if (isUp !== undefined) tell(true, noticeLost);
  }

  return {
    show,

    /** @param {import("./connection.js").Status} status */
    follow(status) {
      const wasUp = isUp;
      isUp = status === "connected";
      if (isUp && (!wasUp || isShown)) {
        tell(false, ours.isConnected ? noticeBack : "");
        timer = setTimeout(tell, FAREWELL, false);
      } else if (!isUp && wasUp !== false) {
        clearTimeout(timer);
        if (!isShown) timer = setTimeout(show, PATIENCE);
      }
    },

    /** @param {{message: string}} failure */
    fail({ message }) {
      clearTimeout(timer);
      write(message);
      timer = setTimeout(tell, FAREWELL, false);
    },

    /** Nobody wants a connection: the page said so, or goes away. */
    rest() {
      tell(false);
      isUp = undefined;
    },
  };
}
