/*! LiveView for Spring Boot 0.1.0-SNAPSHOT, (c) 2026 the liveview4j authors, MIT License: liveview.LICENSE.txt */
// src/announce.js
var PAUSE = 100;
var SOON_ENOUGH = 9e3;
function announce(text) {
  const region = document.createElement("div");
  region.setAttribute("aria-live", "polite");
  Object.assign(region.style, { position: "fixed", clipPath: "inset(50%)" });
  document.documentElement.append(region);
  setTimeout(() => region.textContent = text, PAUSE);
  setTimeout(() => region.remove(), SOON_ENOUGH);
}

// src/dom.js
function own(node, name) {
  return node instanceof HTMLFormElement ? Reflect.get(HTMLFormElement.prototype, name, node) : node[name];
}
function run(node, name, ...values) {
  return own(node, name).apply(node, values);
}
function attribute(element, name) {
  return run(element, "getAttribute", name);
}

// src/events.js
function dispatch(target, name, detail, cancelable) {
  return run(target, "dispatchEvent", new CustomEvent(name, { detail, cancelable, bubbles: true }));
}

// src/random_id.js
function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = bytes[6] & 15 | 64;
  bytes[8] = bytes[8] & 63 | 128;
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// src/page/again.js
var FIRST_PAUSE = 500;
var LONGEST_PAUSE = 2e4;
var CALM = 6e4;
var PATIENCE = 6e4;
var pause = (limit) => new Promise((resolve) => setTimeout(resolve, Math.random() * limit));
function createAgain(attempt2) {
  let attempts = 0;
  let lastAt = -Infinity;
  return async function fetchAgain({ hold, release, isGone }) {
    let since = Date.now();
    let isRetry = false;
    let isFirst = true;
    while (!isGone()) {
      if (Date.now() - lastAt > CALM) attempts = 0;
      lastAt = Date.now();
      if (attempts++) await pause(Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempts - 1)));
      if (!isFirst && document.documentElement.getAttribute("data-liveview-status") !== "connected") {
        release();
        await new Promise((resolve) => document.addEventListener("liveview:connected", resolve, { once: true }));
        since = Date.now();
        isRetry = false;
        continue;
      }
      isFirst = false;
      if (isGone()) break;
      hold();
      const outcome = await attempt2(isRetry, isGone);
      if (outcome !== "again") return outcome;
      release();
      if (Date.now() - since >= PATIENCE) break;
      isRetry = true;
    }
    return "stale";
  };
}

// src/page/arrival.js
function focusNow() {
  const { activeElement: active, body } = document;
  if (!active || active === body) return void 0;
  return active.getAttribute("id") || [active.localName, [...document.getElementsByTagName(active.localName)].indexOf(active)];
}
function find(focus) {
  if (!focus) return null;
  return typeof focus === "string" ? document.getElementById(focus) : document.getElementsByTagName(focus[0])[focus[1]];
}
function pointedTo(hash) {
  const id = hash.slice(1);
  if (!id) return null;
  let plain = id;
  try {
    plain = decodeURIComponent(id);
  } catch {
  }
  return document.getElementById(id) ?? document.getElementById(plain) ?? document.getElementsByName(plain)[0];
}
function scrollToPlace({ x, y } = {}) {
  const target = y === void 0 && pointedTo(location.hash);
  if (target) target.scrollIntoView({ behavior: "instant" });
  else scrollTo({ left: x ?? 0, top: y ?? 0, behavior: "instant" });
}
function focusPlace(focus) {
  const target = find(focus) ?? document.querySelector("[autofocus]") ?? pointedTo(location.hash) ?? document.querySelector("main,[role=main],h1");
  if (!target) return;
  target.focus({ preventScroll: true });
  if (document.activeElement === target) return;
  target.setAttribute("tabindex", "-1");
  target.focus({ preventScroll: true });
  target.addEventListener("blur", () => target.removeAttribute("tabindex"), { once: true });
}
function letGo(noteOpen) {
  document.activeElement?.blur();
  for (
    const one of
    /** @type {NodeListOf<any>} */
    document.querySelectorAll("dialog,[popover],details,[contenteditable],[type=file]")
  ) {
    if (one.closest("[data-liveview-permanent]")) continue;
    if (one.open && one.close) one.close();
    if (one.popover) one.hidePopover();
    if (one.type === "file") one.value = "";
    one.__edited = false;
    noteOpen([one]);
  }
}
function isTouched(isChanged) {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const isWrittenIn = (one) => one.__edited || one === document.activeElement;
  return all("input,textarea,select").some(isChanged) || all("[contenteditable]").some(isWrittenIn);
}

// src/page/links.js
var LINK = "a[data-liveview-navigate]:not([target],[download])";
function followLinks(visit) {
  document.addEventListener("click", (event) => {
    const link = (
      /** @type {any} */
      event.target.closest?.(LINK)
    );
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    visit(link.href, link.getAttribute("data-liveview-navigate"));
  });
}

// src/page/request.js
var LIMIT = 3e4;
var withoutHash = (address) => address.split("#")[0];
async function request(href, redirect, end = new AbortController()) {
  const timer = setTimeout(() => end.abort(), LIMIT);
  const stop = () => clearTimeout(timer);
  try {
    const response = await fetch(href, {
      cache: "no-store",
      credentials: "same-origin",
      headers: { Accept: "text/html" },
      redirect,
      signal: end.signal
    });
    const { ok, headers } = response;
    const isHtml = ok && /^text\/html\b/i.test(headers.get("Content-Type") ?? "") && !/^attachment/i.test(headers.get("Content-Disposition") ?? "");
    return { response, isHtml, read: () => response.text().finally(stop) };
  } catch (error) {
    stop();
    throw error;
  }
}

// src/page/own_page.js
var withoutQuery = (address) => address.split(/[?#]/)[0];
async function fetchOwnPage(isRetry) {
  const { href } = location;
  try {
    const { response, isHtml, read } = await request(href, isRetry ? "manual" : "follow");
    const { type, status, url, redirected } = response;
    const isElsewhere = redirected && withoutQuery(url) !== withoutQuery(href);
    if (isElsewhere || type === "opaqueredirect" || status === 401 || status === 403) return "reload";
    if (status >= 500) return "again";
    if (!isHtml) return "stale";
    const html = await read();
    return location.href === href ? { html } : "again";
  } catch {
    return "again";
  }
}

// src/page/places.js
function createPlaces(shown, isBetween) {
  const places = /* @__PURE__ */ new Map();
  const here = () => ({ x: scrollX, y: scrollY });
  function take() {
    if (shown.entry) history.scrollRestoration = "manual";
  }
  addEventListener("scroll", () => isBetween() || places.set(shown.entry?.id, here()), { passive: true });
  addEventListener("pageshow", take);
  addEventListener("pagehide", () => history.scrollRestoration = "auto");
  take();
  return {
    take,
    /** @param {Entry | undefined} left that the browser was at */
    leave(left) {
      if (left && !isBetween()) places.set(left.id, { ...here(), ...places.get(left.id), focus: focusNow() });
    },
    /** @param {Entry} entry @returns {import("./arrival.js").Place} */
    of: (entry) => ({ ...entry, ...places.get(entry.id) })
  };
}

// src/page/recovery.js
var OWN = /(^|\s)(change|input)->page#run(?![^\s:])/;
var DEFAULT = /(^|\s)page#run(?![^\s:])/;
var FIELDS = "input,textarea,select";
function recover(isChanged, send) {
  for (const form of document.querySelectorAll("form[id]")) {
    const fields = [...own(form, "elements")].filter((one) => run(one, "matches", FIELDS) && isChanged(one));
    const named = attribute(form, "data-liveview-recover");
    if (!fields.length || named === "ignore") continue;
    const element = named ? form : [form, ...fields].find((one) => isTold(one, one === form));
    const name = named || element && attribute(element, "data-liveview-function");
    if (name) send(element, name);
  }
}
function isTold(element, isForm) {
  const action = attribute(element, "data-action") ?? "";
  return OWN.test(action) || !isForm && DEFAULT.test(action);
}

// src/page/take_over.js
var RUNS = /^$|script|module|importmap|speculationrules/i;
var parse = (html, trusted) => new DOMParser().parseFromString(trusted(html), "text/html");
function takeOver(next, kit, keeps) {
  const root = document.documentElement;
  const { script } = kit;
  const { scrollX: left, scrollY: top } = window;
  for (const name of ["lang", "data-room"]) {
    const value = next.documentElement.getAttribute(name);
    if (value === null) root.removeAttribute(name);
    else if (value !== root.getAttribute(name)) root.setAttribute(name, value);
  }
  document.title = next.title;
  const { position, token } = (
    /** @type {DOMStringMap} */
    scriptIn(next, kit)?.dataset ?? {}
  );
  for (const one of next.querySelectorAll("script,noscript")) if (isInert(one)) one.remove();
  if (isOther(userOf(script?.dataset.token), userOf(token))) keeps = { has: () => false, took() {
  } };
  kit.morph(root, [document.body], next.documentElement, [next.body], { stays: isInert, keeps });
  for (const [name, value] of Object.entries({ position, token })) {
    if (value === void 0) script?.removeAttribute(`data-${name}`);
    else script?.setAttribute(`data-${name}`, value);
  }
  if (window.scrollX !== left || window.scrollY !== top) scrollTo({ left, top, behavior: "instant" });
  return { position, token };
}
var userOf = (token = "") => token.split("|")[1];
var isOther = (one, other) => one && other && one !== other;
function scriptIn(page, { script, findScript }) {
  return [...page.scripts].find(({ src }) => src && src === script?.src) ?? findScript(page);
}
function isAlike(next, kit) {
  const theirs = scriptIn(next, kit);
  const { script: ours } = kit;
  if (!theirs || !ours || theirs.src !== ours.src || theirs.dataset.assets !== ours.dataset.assets) return false;
  const here = new Set(loadedBy(document));
  return loadedBy(next).every((one) => here.has(one));
}
function loadedBy(page) {
  return [...page.querySelectorAll("script,base,head style,head link[rel~=stylesheet]")].filter((one) => !one.closest("noscript") && (one.localName !== "script" || isInert(one))).map(({ localName, src, href, textContent }) => [localName, src || href || textContent].join());
}
function isInert(node) {
  if (node.localName === "noscript") return true;
  return node.localName === "script" && (node.hasAttribute("src") || RUNS.test(node.getAttribute("type") ?? ""));
}

// src/page/pages.js
var NOBODYS = { has: () => false, took() {
} };
function createPages(entries, script, findScript, trusted, morph, noteOpen, isChanged, keeps, change, busy, forgetInit, renew, send, guarded, isOutdated) {
  const kit = { script, findScript, morph };
  let visiting;
  let underWay;
  let isBetween = false;
  const shown = { entry: void 0, address: "" };
  const places = createPlaces(shown, () => isBetween);
  const fetchAgain = createAgain(takeOwn);
  async function takeOwn(isRetry, isGone) {
    const page = await fetchOwnPage(isRetry);
    if (isGone() || page === "reload" && isTouched(isChanged)) return "stale";
    if (page === "reload") location.reload();
    return typeof page === "string" ? page : attempt(() => become(parse(page.html, trusted), true)) ?? "stale";
  }
  function become(next, isStill) {
    forgetInit();
    return change(() => takeOver(next, kit, isStill ? keeps() : NOBODYS));
  }
  async function fetchPage(href, end) {
    try {
      const { response, isHtml, read } = await request(href, "follow", end);
      const next = isHtml && parse(await read(), trusted);
      const { url } = response;
      if (next && isAlike(next, kit)) return { next, url: url + (url.includes("#") ? "" : new URL(href).hash) };
    } catch {
    }
    return void 0;
  }
  async function go(href, { isReplacing, entry }) {
    visiting?.abort();
    const mine = visiting = new AbortController();
    const place = entry && places.of(entry);
    isBetween = Boolean(entry);
    await underWay;
    if (visiting !== mine) return;
    let kind;
    async function load(isSame2) {
      const page = await fetchPage(href, mine);
      if (visiting !== mine) return "reload";
      if (!page) return leave(href, isReplacing, Boolean(entry) || isSame2);
      const { next, url } = page;
      const isStill = isSame2 && withoutHash(url) === withoutHash(href);
      return attempt(() => show(next, url, isStill)) ?? leave(url, isReplacing, true);
    }
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
      if (!isSame || !await guarded(() => load(true))) await load(false);
    })();
    busy.begin(mine, { isUser: true });
    await underWay;
    busy.end(mine);
    if (visiting === mine) visiting = void 0;
    if (kind === "other") dispatch(document, "liveview:resynced");
    if (kind) dispatch(document, "liveview:visited", { url: location.href });
  }
  function note() {
    shown.entry = history.state?.liveview;
    shown.address = location.href;
    places.take();
  }
  async function pop() {
    const entry = history.state?.liveview;
    const isShown = withoutHash(location.href) === withoutHash(shown.address);
    places.leave(shown.entry);
    shown.entry = entry;
    if (isShown && !history.state) {
      entries.mark();
      note();
    } else if (isShown && entry) {
      visiting?.abort();
      visiting = void 0;
      isBetween = false;
      scrollToPlace(places.of(entry));
    } else if (entry) {
      await go(location.href, { entry });
    }
  }
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
    fetchAgain
  };
}
function leave(href, isReplacing, isHere) {
  if (isHere) location.reload();
  else location[isReplacing ? "replace" : "assign"](href);
  return "reload";
}
function attempt(act) {
  try {
    return act();
  } catch (error) {
    console.error(`LiveView: ${/** @type {Error} */
    error.message}`);
    return void 0;
  }
}
export {
  createPages
};
