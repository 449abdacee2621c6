import { webAddress } from "./address.js";
import { announce } from "./announce.js";
import { own, run } from "./dom.js";
import { dispatch } from "./events.js";
import { find } from "./find.js";

const SCROLL_DELAY = 50;

// What holds code or html, and addresses that run some, without what a browser drops of them.
const RUNS = /^(on\w+|srcdoc)=|^([^=]*(href|action)|src|data|to|from|by|values)=(.*;)?(javascript|vbscript|data(?!:image\/(?!svg))):/i;
const DROPPED = /[\0- ]/g;

/**
 * Makes a call that the server asks for.
 *
 * @typedef {(call: {function: string, data?: Record<string, string>}) => void} Refresh
 *
 * @typedef {(url: string) => void} Push makes a new entry in the browser's history
 */

/** @type {ReturnType<typeof setTimeout> | undefined} */
let scrollTimer;

/**
 * What the fields of an update do besides its html, by their names and in the order of docs/protocol.md. The target
 * is null where an update has none, or none was found.
 *
 * @type {Record<string, (value: any, target: Element | null, update: import("./renderer.js").Update, refresh: Refresh, push: Push) => void>}
 */
export const effects = {
  attributes(attributes, target) {
    for (const name in attributes) {
      const value = attributes[name];
      if (value !== null && RUNS.test(`${name}=${value}`.replace(DROPPED, ""))) throw Error(name);
      if (target) run(target, value === null ? "removeAttribute" : "setAttribute", name, value);
    }
  },

  addClass(names, target) {
    if (target) own(target, "classList").add(...names);
  },

  removeClass(names, target) {
    if (target) own(target, "classList").remove(...names);
  },

  focus(selector) {
    const element = find(selector, "warn");
    if (element) run(element, "focus");
  },

  announce,

  event({ name, detail }, target) {
    // An element that has left the document would reach nobody.
    dispatch(target?.isConnected ? target : document, name, detail);
  },

  error(message) {
    dispatch(document, "liveview:error", { message }, true);
  },

  url(url, _target, { html, scroll, scrollTop }, _refresh, push) {
    push(url);
    if (html != null && !scroll && !scrollTop) scrollSoon(() => scrollTo(0, 0));
  },

  title(title) {
    document.title = title;
  },

  scroll(selector) {
    scrollSoon(() => {
      const element = find(selector, "warn");
      if (element) run(element, "scrollIntoView", { behavior: "smooth" });
    });
  },

  scrollTop() {
    scrollSoon(() => scrollTo({ top: 0, behavior: "smooth" }));
  },

  call(call, _target, _update, refresh) {
    refresh(call);
  },

  redirect(address) {
    const { origin, href } = webAddress(address);
    if (origin !== location.origin) throw Error(`"${href}" is not of this origin`);
    location.assign(href);
  },

  reload() {
    location.reload();
  },
};

/**
 * The last request wins: two scrolls at once would fight over the page.
 *
 * @param {() => void} scroll
 */
function scrollSoon(scroll) {
  clearTimeout(scrollTimer);
  scrollTimer = setTimeout(scroll, SCROLL_DELAY);
}
