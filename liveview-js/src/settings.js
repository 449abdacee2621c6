import { randomId } from "./random_id.js";

/**
 * @typedef {object} Settings
 * @property {() => string} url address of the socket, with the room that the page has now
 * @property {string} [position] `EPOCH:SEQ`: what the page's html contains already
 * @property {string} [token] what the server made the page with, shown to it again
 * @property {number} queueLimit calls that may wait for a connection
 * @property {number} queueAge milliseconds that a call may wait
 * @property {number} retryMin shortest pause before coming back, in milliseconds
 * @property {number} retryMax longest pause before coming back, in milliseconds
 * @property {number} sleepAfter milliseconds after which a page that is hidden gives up its connection; 0: never
 * @property {boolean} progress whether there is a bar while a call takes long
 * @property {boolean} notice whether errors are told, and a lost connection where the page has no notice of its own
 * @property {string} noticeLost its text while there is no connection
 * @property {string} noticeBack its text when there is one again
 * @property {string} noticeFailed its text for an error without one of its own
 * @property {string} noticeUnknown for the error unknown
 * @property {string} noticeExpired for the error expired
 * @property {string} noticeSignedOut for the error signed_out
 * @property {string} noticeTooMany for the error too_many
 * @property {string} noticeStale for the error stale
 * @property {string} noticeUpdated when the server has other assets than the page
 */

// Between name and ".js" and after it: what a resource chain (a content hash) and a servlet container (a session
// id) add to an address.
const ADDRESS = /^([^?#]*?)(\/liveview)?\/liveview(\.min)?(-\w+)?\.js([;?#].*)?$/;

const ROOM = /^[\w.~:-]{1,128}$/;

// Beyond it a browser's timer fires at once.
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * The script element this code came from, or its like in a page that was fetched. `currentScript` is empty in a
 * module, and an element named "currentScript" in the page's html takes its place. What a bundler has made has an address
 * that says nothing; its element is marked.
 *
 * @returns {HTMLScriptElement | undefined}
 */
export function findScript(page = document) {
  const current = page.currentScript;
  if (current?.tagName === "SCRIPT") return /** @type {HTMLScriptElement} */ (current);
  return [...page.scripts].find(({ src, dataset }) => "liveview" in dataset || ADDRESS.test(src));
}

/**
 * @param {HTMLScriptElement | undefined} script
 * @param {any} config `window.webSocketConfig`
 * @returns {Settings}
 */
export function readSettings(script, config) {
  // An element with the id "webSocketConfig" is a property of the window too, and must not name the host.
  const overrides = {}.toString.call(config) === "[object Object]" ? config : {};

  /** @param {string} key @param {string | number} fallback */
  const text = (key, fallback) =>
    `${[overrides[key], script?.dataset[key]].find((value) => `${value ?? ""}`) ?? fallback}`;

  /** @param {string} key @param {number} fallback @param {number} least */
  const number = (key, fallback, least = 1) => {
    const value = text(key, fallback);
    if (+value >= least && +value <= LONGEST_TIMER) return +value;
    console.warn(`LiveView: ${key}: expected a number from ${least}, got "${value}"; using ${fallback}`);
    return fallback;
  };

  const protocol = text("protocol", location.protocol === "https:" ? "wss" : "ws");
  // One for the life of the page: its calls are remembered by it.
  const ownRoom = randomId();
  const host = text("host", location.host);
  const path = text("path", `${contextPath(script)}/ws/liveview`).replace(/^\/*/, "/").replace(/\/+$/, "");
  return {
    url: () => `${protocol}://${host}${path}/${room(ownRoom)}`,
    position: script?.dataset.position,
    token: script?.dataset.token,
    queueLimit: number("queueLimit", 32, 0),
    queueAge: number("queueAge", 30000),
    retryMin: number("retryMin", 250),
    retryMax: number("retryMax", 20000),
    sleepAfter: number("sleepAfter", 300000, 0),
    progress: text("progress", "true") !== "false",
    notice: text("notice", "true") !== "false",
    noticeLost: text("noticeLost", "Connection lost. Trying again…"),
    noticeBack: text("noticeBack", "Connected again."),
    noticeFailed: text("noticeFailed", "That did not work."),
    noticeUnknown: text("noticeUnknown", "The connection was lost before the answer came. Please check whether it was done."),
    noticeExpired: text("noticeExpired", "That was not sent: there was no connection."),
    noticeSignedOut: text("noticeSignedOut", "That was not done: you are not signed in any more."),
    noticeTooMany: text("noticeTooMany", "That was too much at once. Please try again."),
    noticeStale: text("noticeStale", "This page could not be brought up to date. Please reload it."),
    noticeUpdated: text("noticeUpdated", "This page has been updated. Please reload it when it suits you."),
  };
}

/** @param {HTMLScriptElement | undefined} script */
function contextPath(script) {
  const [, root, folder] = ADDRESS.exec(script?.src ?? "") ?? [];
  const { origin } = location;
  return folder && `${root}/`.startsWith(`${origin}/`) ? root.slice(origin.length) : "";
}

/** @param {string} own of a page that names none */
function room(own) {
  const name = document.documentElement.dataset.room?.trim() || own;
  if (!ROOM.test(name)) console.error("LiveView: data-room: expected 1 to 128 of A-Z a-z 0-9 _ . ~ : -");
  return encodeURIComponent(name).replace(/%3A/g, ":");
}
