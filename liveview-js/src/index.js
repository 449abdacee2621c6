import { Application, Controller } from "@hotwired/stimulus";
import { loadChunk } from "./chunk.js";
import { createConnection } from "./connection.js";
import { createPageController, forgetInit } from "./controllers/page_controller.js";
import { dispatch, observePage } from "./events.js";
import { trusted } from "./fragment.js";
import { createNotice } from "./notice.js";
import { fetchOwnPage } from "./own_page.js";
import { randomId } from "./random_id.js";
import { render } from "./renderer.js";
import { findScript, readSettings } from "./settings.js";
import { version } from "./version.js";

function start() {
  const root = document.documentElement;
  const script = findScript();
  const settings = readSettings(script, /** @type {any} */ (window).webSocketConfig);
  const notice = createNotice(settings);
  const connection = createConnection(settings, randomId(), {
    language: () => root.lang || null,
    statusChanged(status) {
      root.setAttribute("data-liveview-status", status);
      notice.follow(status);
    },
    connected: () => dispatch(document, "liveview:connected"),
    disconnected: (code) => dispatch(document, "liveview:disconnected", { code }),
    receivedUpdates: (updates) => render(updates, connection.refresh),
    failed(failure) {
      const { code, ref = "none", function: name = "a frame" } = failure;
      console.error(`LiveView: ${name}: error ${code}, reference ${ref}`);
      dispatch(document, "liveview:error", failure);
    },
    resyncing: () => dispatch(document, "liveview:resync", undefined, true),
    async takeOver(isRetry) {
      const [page, chunk] = await Promise.all([fetchOwnPage(isRetry), loadChunk(script)]);
      if (page === "again" || page === "stale") return page;
      if (!chunk) return "again";
      if (page !== "reload") {
        forgetInit();
        return chunk.takeOver(page.html, trusted, script, findScript);
      }
      if (chunk.isTouched()) return "stale";
      location.reload();
      return page;
    },
    resynced: () => dispatch(document, "liveview:resynced"),
  });
  const application = Application.start();
  application.register("page", createPageController(connection.call));

  const LiveView = Object.freeze({
    version,
    application,
    Controller,
    connect: connection.connect,
    disconnect() {
      connection.disconnect();
      notice.rest();
    },
    get status() {
      return connection.status();
    },
    get queueLength() {
      return connection.queueLength();
    },
  });
  Object.defineProperty(window, "LiveView", { value: LiveView });
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
  connection.connect();
}

// An own property: an element with the id "LiveView" is a property of the window too.
if (Object.hasOwn(window, "LiveView")) console.warn("LiveView: loaded twice, or the name is taken; not started again");
else start();
