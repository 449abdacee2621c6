import { announce } from "../announce.js";
import { dispatch } from "../events.js";
import { randomId } from "../random_id.js";
import { createAgain } from "./again.js";
import { focusNow, focusPlace, isTouched, letGo, scrollToPlace } from "./arrival.js";
import { followLinks } from "./links.js";
import { fetchOwnPage } from "./own_page.js";
import { createPlaces } from "./places.js";
import { recover } from "./recovery.js";
import { request, withoutHash } from "./request.js";
import { isAlike, parse, takeOver } from "./take_over.js";

/**
 * @typedef {import("../resync.js").Outcome} Outcome
 *
 * @typedef {object} Way how a page is come to
 * @property {boolean} [isReplacing] whether it takes the place of the entry that is shown
 * @property {import("../entries.js").Entry} [entry] that the browser has gone to
 */

// The user has left the page, and what was typed there is not what is asked for here.
const NOBODYS = { has: () => false, took() {} };

/**
 * The pages that are shown one after the other without being loaded. What has a memory is lent by the page's own script, in
 * an order, since names would cost bytes in what every page loads.
 *
 * @param {import("../entries.js").Entries} entries
 * @param {HTMLScriptElement | undefined} script ours, in the page
 * @param {(page: Document) => HTMLScriptElement | undefined} findScript
 * @param {(html: string) => any} trusted
 * @param {typeof import("../morph/morph.js").morph} morph
 * @param {(elements: any[]) => void} noteOpen
 * @param {(field: any) => boolean} isChanged
 * @param {() => import("../morph/claims.js").Keeps} keeps
 * @param {<T>(step: () => T) => T} change what every change of the page goes through
 * @param {{begin: (visit: any, origin: {isUser: boolean}) => void, end: (visit: any) => void}} busy
 * @param {() => void} forgetInit
 * @param {() => void} renew makes the page another one to the server
 * @param {(element: any, name: string) => void} send
 * @param {(fetch: import("../resync.js").Fetch) => Promise<boolean>} guarded has the page that is shown fetched; false, at once,
 *   if that is being done already
 * @param {() => boolean} isOutdated whether the server has other scripts and styles than the page
 */
export function createPages(
  entries,
  script,
  findScript,
  trusted,
  morph,
  noteOpen,
  isChanged,
  keeps,
  change,
  busy,
  forgetInit,
  renew,
  send,
  guarded,
  isOutdated,
) {
  const kit = { script, findScript, morph };
  /** @type {AbortController | undefined} of the visit that is under way */
  let visiting;
  /** @type {Promise<unknown> | undefined} */
  let underWay;
  let isBetween = false;
  /** @type {import("./places.js").Shown} */
  const shown = { entry: undefined, address: "" };
  const places = createPlaces(shown, () => isBetween);
  const fetchAgain = createAgain(takeOwn);

  /** @param {boolean} isRetry @param {() => boolean} isGone @returns {Promise<Outcome>} */
  async function takeOwn(isRetry, isGone) {
    const page = await fetchOwnPage(isRetry);
    if (isGone() || (page === "reload" && isTouched(isChanged))) return "stale";
    if (page === "reload") location.reload();
    return typeof page === "string" ? page : attempt(() => become(parse(page.html, trusted), true)) ?? "stale";
  }

  /** @param {Document} next @param {boolean} isStill whether it is the page that is shown */
  function become(next, isStill) {
    forgetInit();
    return change(() => takeOver(next, kit, isStill ? keeps() : NOBODYS));
  }

  /** @param {string} href @param {AbortController} end */
  async function fetchPage(href, end) {
    try {
      const { response, isHtml, read } = await request(href, "follow", end);
      const next = isHtml && parse(await read(), trusted);
      const { url } = response;
      if (next && isAlike(next, kit)) return { next, url: url + (url.includes("#") ? "" : new URL(href).hash) };
    } catch {
      // No answer, or from somewhere else.
    }
    return undefined;
  }

  /** @param {string} href @param {Way} way */
  async function go(href, { isReplacing, entry }) {
    visiting?.abort();
    const mine = (visiting = new AbortController());
    const place = entry && places.of(entry);
    isBetween = Boolean(entry);
    await underWay;
    if (visiting !== mine) return;
    /** @type {"same" | "other" | undefined} */
    let kind;

    /** @param {boolean} isSame whether it is the page that is shown @returns {Promise<Outcome>} */
    async function load(isSame) {
      const page = await fetchPage(href, mine);
      if (visiting !== mine) return "reload";
      if (!page) return leave(href, isReplacing, Boolean(entry) || isSame);
      const { next, url } = page;
      const isStill = isSame && withoutHash(url) === withoutHash(href);
      return attempt(() => show(next, url, isStill)) ?? leave(url, isReplacing, true);
    }

    /**
     * All at once: whoever observes the page sees that it is another one.
     *
     * @param {Document} next
     * @param {string} url
     * @param {boolean} isStill whether it is the page that is shown
     */
    function show(next, url, isStill) {
      if (!isStill) {
        const isHere = entry || isReplacing || href === location.href;
        if (!isHere) entries.mark("", focusNow());
        entries.page = randomId();
        if (isHere) history.replaceState(history.state, "", url);
        else entries.mark(url);
      }
      note();
      if (!isStill) letGo(noteOpen);
      const taken = become(next, isStill);
      if (!isStill) renew();
      isBetween = false;
      kind = isStill ? "same" : "other";
      if (isStill && !entry) return taken;
      scrollToPlace(place);
      entries.mark();
      note();
      if (!isStill || place?.focus || document.activeElement === document.body) focusPlace(place?.focus);
      announce(document.title);
      return taken;
    }

    const isSame = entry ? entry.page === entries.page : href === location.href;
    underWay = (async () => {
      // A page that is fetching itself already is left for another one.
      if (!isSame || !(await guarded(() => load(true)))) await load(false);
    })();
    busy.begin(mine, { isUser: true });
    await underWay;
    busy.end(mine);
    if (visiting === mine) visiting = undefined;
    if (kind === "other") dispatch(document, "liveview:resynced");
    if (kind) dispatch(document, "liveview:visited", { url: location.href });
  }

  /** The browser is at an entry whose content is shown. */
  function note() {
    shown.entry = history.state?.liveview;
    shown.address = location.href;
    places.take();
  }

  /** The browser has gone to another entry of the history. */
  async function pop() {
    /** @type {import("../entries.js").Entry | undefined} none if it is not ours */
    const entry = history.state?.liveview;
    const isShown = withoutHash(location.href) === withoutHash(shown.address);
    places.leave(shown.entry);
    shown.entry = entry;
    if (isShown && !history.state) {
      // A link to a place in the page.
      entries.mark();
      note();
    } else if (isShown && entry) {
      visiting?.abort();
      visiting = undefined;
      isBetween = false;
      scrollToPlace(places.of(entry));
    } else if (entry) {
      await go(location.href, { entry });
    }
  }

  /** @param {string | URL} address @param {string | {replace?: boolean}} [how] "replace" is short for an object that says so */
  async function visit(address, how) {
    const isReplacing = how === "replace" || Object(how).replace === true;
    const { href, origin, protocol } = new URL(address, document.baseURI);
    if (/^(javascript|vbscript|data|blob|filesystem):/.test(protocol)) throw Error("this is no page");
    if (href.includes("#") && withoutHash(href) === withoutHash(location.href)) leave(href, isReplacing);
    else if (dispatch(document, "liveview:before-visit", { url: href }, true)) {
      if (origin === location.origin && !isOutdated()) await go(href, { isReplacing });
      else leave(href, isReplacing);
    }
  }

  note();
  followLinks(visit);
  addEventListener("popstate", pop);

  return {
    note,
    visit,
    recover: () => recover(isChanged, send),

    fetchAgain,
  };
}

/**
 * Has the browser do it.
 *
 * @param {string} href
 * @param {boolean} [isReplacing]
 * @param {boolean} [isHere] whether it is the address that is shown
 * @returns {Outcome}
 */
function leave(href, isReplacing, isHere) {
  if (isHere) location.reload();
  else location[isReplacing ? "replace" : "assign"](href);
  return "reload";
}

/**
 * @template Result
 * @param {() => Result} act
 * @returns {Result | undefined} none if it fails, which is told
 */
function attempt(act) {
  try {
    return act();
  } catch (error) {
    console.error(`LiveView: ${/** @type {Error} */ (error).message}`);
    return undefined;
  }
}
