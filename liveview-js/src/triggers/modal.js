import { run } from "../dom.js";

/**
 * `data-liveview-modal`: opens a `<dialog>` as a modal one as soon as it is there. The rest of the page is inert until it is
 * closed, as by Escape, or removed.
 *
 * @type {import("./watch.js").Trigger}
 */
export const modal = {
  inserted(elements) {
    for (const element of /** @type {any[]} */ (elements)) {
      if (run(element, "matches", "dialog[data-liveview-modal]:not([open])")) element.showModal();
    }
  },
};
