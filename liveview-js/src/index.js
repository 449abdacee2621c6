import { Application, Controller } from "@hotwired/stimulus";
import { createCall, on } from "./api.js";
import { createBusy } from "./busy.js";
import { loadChunk } from "./chunk.js";
import { createConnection } from "./connection.js";
import { createPageController, forgetInit } from "./controllers/page_controller.js";
import { dispatch, observePage } from "./events.js";
import { createFocusKeeper } from "./focus_keeper.js";
import { trusted } from "./fragment.js";
import { createNotice } from "./notice.js";
import { noteOpen } from "./morph/attributes.js";
import { createClaims } from "./morph/claims.js";
import { morph } from "./morph/morph.js";
import { isTouched } from "./morph/user_input.js";
import { createProgress } from "./progress.js";
import { randomId } from "./random_id.js";
import { createRenderer } from "./renderer.js";
import { findScript, readSettings } from "./settings.js";
import { version } from "./version.js";

function start() {
  const root = document.documentElement;
  const script = findScript();
  const settings = readSettings(script, /** @type {any} */ (window).webSocketConfig);
  const notice = createNotice(settings);
  const claims = createClaims();
  const busy = createBusy(createProgress(settings));
  const keepFocus = createFocusKeeper();
  /** @template T @param {() => T} step @returns {T} */
  const change = (step) => busy.without(() => keepFocus(step));
  const { render, after } = createRenderer({
    refresh: (call) => connection.refresh(call),
    keeps: claims.during,
    around(step, call) {
      if (call) claims.answer(call);
      change(step);
    },
  });
  const connection = createConnection(settings, randomId(), {
    language: () => root.lang || null,
    statusChanged(status) {
      root.setAttribute("data-liveview-status", status);
      notice.follow(status);
    },
    connected: () => dispatch(document, "liveview:connected"),
    disconnected: (code) => dispatch(document, "liveview:disconnected", { code }),
    calling(call, origin) {
      const { element, isFinal = false } = origin;
      if (element) claims.carry(call, element, isFinal);
      busy.begin(call, origin);
    },
    receivedUpdates: render,
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
    async takeOver(isRetry) {
      const chunk = await loadChunk("page", script);
      if (!chunk) return "again";
      const page = await chunk.fetchOwnPage(isRetry);
      if (page === "reload" && isTouched()) return "stale";
      if (page === "reload") location.reload();
      if (typeof page === "string") return page;
      forgetInit();
      const kit = { script, findScript, trusted, morph, keeps: claims.during(undefined, true) };
      return change(() => chunk.takeOver(page.html, kit));
    },
    resynced: () => dispatch(document, "liveview:resynced"),
  });
  const application = Application.start();
  application.register(
    "page",
    createPageController(
      // A form is submitted once, however often it is asked for.
      (...call) => busy.isSubmitting(call[3]) || connection.call(...call),
      () => loadChunk("triggers", script),
    ),
  );

  /** @param {"debug" | "latency"} name @returns {(...settings: any) => Promise<void>} */
  const tool = (name) => async (...settings) =>
    /** @type {any} */ (await loadChunk("debug", script))[name](connection.tap, ...settings);

  /** @type {Partial<import("./npm/live_view_api.js").LiveViewApi>} */
  const LiveView = Object.freeze({
    version,
    application,
    Controller,
    call: createCall(connection.call),
    on,
    connect: connection.connect,
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
  observePage({
    wake: connection.wake,
    online() {
      if (connection.status() === "connected") notice.follow("connected");
    },
    sleep() {
      connection.sleep();
      notice.rest();
    },
    offline: notice.show,
  });
  noteOpen([...document.querySelectorAll("details,dialog")]);
  connection.connect();
}

// An own property: an element with the id "LiveView" is a property of the window too.
if (Object.hasOwn(window, "LiveView")) console.warn("LiveView: loaded twice, or the name is taken; not started again");
else start();
