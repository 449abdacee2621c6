import { Application, Controller } from "@hotwired/stimulus";
import { webAddress } from "./address.js";
import { createCall, on } from "./api.js";
import { createBusy } from "./busy.js";
import { loadChunk } from "./chunk.js";
import { createConnection } from "./connection.js";
import { createPageController, forgetInit } from "./controllers/page_controller.js";
import { createEntries } from "./entries.js";
import { dispatch, observePage } from "./events.js";
import { createFocusKeeper } from "./focus_keeper.js";
import { trusted } from "./fragment.js";
import { createNotice } from "./notice.js";
import { noteOpen } from "./morph/attributes.js";
import { createClaims } from "./morph/claims.js";
import { isChanged } from "./morph/fields.js";
import { morph } from "./morph/morph.js";
import { createProgress } from "./progress.js";
import { createRenderer } from "./renderer.js";
import { findScript, readSettings } from "./settings.js";
import { version } from "./version.js";

function start() {
  const root = document.documentElement;
  const script = findScript();
  let settings = /** @type {import("./settings.js").Settings} */ ({});
  let connection = /** @type {import("./connection.js").Connection} */ (/** @type {unknown} */ (undefined));
  const entries = createEntries();
  /** Whether there has been a connection of this page. */
  let isKnown = false;
  let isForgotten = false;
  let isOutdated = false;
  const claims = createClaims();
  /** @type {import("./connection.js").ConnectionDelegate} */
  const delegate = {
    through: (frame, pass) => pass(frame),
    language: () => root.lang || null,
    statusChanged(status) {
      root.setAttribute("data-liveview-status", status);
      notice.follow(status);
    },
    connected({ resumed, assets }) {
      isForgotten ||= isKnown && !resumed;
      isKnown = true;
      dispatch(document, "liveview:connected");
      const own = script?.dataset.assets ?? assets;
      if (!assets || own === assets || isOutdated) return;
      isOutdated = true;
      if (dispatch(document, "liveview:updated", undefined, true)) notice.fail({ message: settings.noticeUpdated });
    },
    settled() {
      // Forms may hold what the server knew, and does not know any more.
      if (isForgotten && document.querySelector("form[id]")) load().then((pages) => pages?.recover());
      isForgotten = false;
    },
    disconnected: (code) => dispatch(document, "liveview:disconnected", { code }),
    calling(call, origin) {
      const { element, isFinal = false } = origin;
      if (element) claims.carry(call, element, isFinal);
      busy.begin(call, origin);
    },
    receivedUpdates: (updates, call) => render(updates, call),
    ended: (call, failure) =>
      after(() => {
        claims.end(call);
        busy.end(call)?.ended?.(failure);
      }),
    failed(failure) {
      const { code, ref = "none", function: name = "a frame" } = failure;
      console.error(`LiveView: ${name}: error ${code}, reference ${ref}`);
      dispatch(document, "liveview:error", failure, true);
    },
    resyncing: () => dispatch(document, "liveview:resync", undefined, true),
    load,
    resynced: () => dispatch(document, "liveview:resynced"),
  };

  /** The page is another one to the server from now on. */
  function renew() {
    const old = connection;
    isKnown = false;
    settings = readSettings(script, /** @type {any} */ (window).webSocketConfig);
    connection = createConnection(settings, entries.page, delegate);
    if (old?.leave()) connection.connect();
  }

  renew();
  /** @template T @param {() => T} step that changes the page @returns {T} */
  const change = (step) => busy.without(() => keepFocus(step));
  const notice = createNotice(settings);
  const keepFocus = createFocusKeeper();
  const busy = createBusy(createProgress(settings));
  const { render, after } = createRenderer({
    refresh: (call) => connection.refresh(call),
    push(url) {
      entries.mark();
      entries.mark(url);
      load().then((pages) => pages?.note());
    },
    keeps: claims.during,
    around(step, call) {
      if (call) claims.answer(call);
      change(step);
    },
  });
  /** @type {import("./connection.js").Connection["call"]} */
  const call = (...all) => connection.call(...all);
  const Page = createPageController(
    // A form is submitted once, however often it is asked for with the same in it.
    (...all) => busy.isSubmitting(...all) || call(...all),
    () => loadChunk("triggers", script),
    () => isKnown,
    load,
  );
  /** @type {ReturnType<import("./chunk.js").Chunks["page"]["createPages"]> | undefined} */
  let pages;

  async function load() {
    const chunk = await loadChunk("page", script);
    return (pages ??= chunk?.createPages(
      entries,
      script,
      findScript,
      trusted,
      morph,
      noteOpen,
      isChanged,
      () => claims.during(undefined, true),
      change,
      busy,
      forgetInit,
      renew,
      Page.send,
      (fetch) => connection.fetch(fetch),
      () => isOutdated,
    ));
  }

  /**
   * @param {string} address
   * @param {string | {replace?: boolean}} [how]
   */
  async function visit(address, how) {
    const pages = await load();
    return pages ? pages.visit(address, how) : location.assign(webAddress(address));
  }

  const application = Application.start();
  application.register("page", Page);

  /** @param {import("./connection.js").Tap} through */
  const tap = (through) => {
    delegate.through = through;
  };
  /** @param {"debug" | "latency"} name @returns {(...settings: any) => Promise<void>} */
  const tool = (name) => async (...settings) =>
    /** @type {any} */ (await loadChunk("debug", script))[name](tap, ...settings);

  /** @type {Partial<import("./npm/live_view_api.js").LiveViewApi>} */
  const LiveView = Object.freeze({
    version,
    application,
    Controller,
    visit,
    call: createCall(call),
    on,
    connect: () => connection.connect(),
    disconnect() {
      connection.disconnect();
      notice.rest();
    },
    debug: tool("debug"),
    latency: tool("latency"),
    get status() {
      return connection.status();
    },
    get queueLength() {
      return connection.queueLength();
    },
  });
  Object.defineProperty(window, "LiveView", { value: LiveView });
  // When all have heard of it, also those that listen at the window.
  const tell = (/** @type {any} */ event) => event.defaultPrevented || notice.fail(event.detail);
  addEventListener("liveview:error", (event) => queueMicrotask(() => tell(event)), true);
  observePage(
    {
      wake: () => connection.wake(),
      online() {
        if (connection.status() === "connected") notice.follow("connected");
      },
      sleep() {
        connection.sleep();
        notice.rest();
      },
      offline: notice.show,
    },
    settings.sleepAfter,
  );
  // The user may go back from here to an entry of ours.
  if (history.state?.liveview) load();
  noteOpen([...document.querySelectorAll("details,dialog")]);
  connection.connect();
}

// An own property: an element with the id "LiveView" is a property of the window too.
if (Object.hasOwn(window, "LiveView")) console.warn("LiveView: loaded again");
else start();
