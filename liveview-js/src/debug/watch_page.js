import { outline } from "./outline.js";

const STATUS = "data-liveview-status";

/**
 * Tells of the page's status and of every render step, by what anybody can see of them.
 *
 * @param {(what: string, ...more: unknown[]) => void} say
 * @returns {() => void} ends it
 */
export function watchPage(say) {
  const root = document.documentElement;
  const end = new AbortController();
  const { signal } = end;
  /** @type {object[]} updates of the step that is being made */
  let step = [];
  let since = 0;

  function tell() {
    const updates = step;
    step = [];
    if (updates.length === 1) return say("rendered", updates[0]);
    say(`rendered ${updates.length} updates in one step`);
    console.table(updates);
  }

  // The last to hear of it, after the listeners of the page: their time is not ours.
  addEventListener("liveview:before-render", ({ defaultPrevented }) => {
    since = performance.now();
    if (defaultPrevented) say("an update was left out by a listener");
  }, { signal });

  // The first to hear of it.
  addEventListener("liveview:rendered", (event) => {
    const ms = Number((performance.now() - since).toFixed(1));
    const { update } = /** @type {CustomEvent} */ (event).detail;
    if (step.push({ ms, .../** @type {object} */ (outline(update)) }) === 1) queueMicrotask(tell);
  }, { signal, capture: true });

  addEventListener("liveview:disconnected", (event) => {
    say(`connection lost, code ${/** @type {CustomEvent} */ (event).detail.code}`);
  }, { signal });

  const status = new MutationObserver(() => say(`status ${root.getAttribute(STATUS)}`));
  status.observe(root, { attributeFilter: [STATUS] });
  return () => {
    end.abort();
    status.disconnect();
  };
}
