/*! LiveView for Spring Boot 0.1.0-SNAPSHOT, (c) 2026 the liveview4j authors, MIT License: liveview.LICENSE.txt */
// src/message.js
function decode(frame) {
  const value = JSON.parse(typeof frame === "string" ? frame : new TextDecoder().decode(frame));
  return [value].flat().filter((message) => message?.type);
}

// src/debug/line.js
var straight = (frame, pass) => pass(frame);
var lines = /* @__PURE__ */ new WeakMap();
function change(install, part) {
  const line = { ...lines.get(install), ...part };
  lines.set(install, line);
  const { log = straight, delay = straight } = line;
  install((frame, pass, isOut) => {
    const [first, second] = isOut ? [log, delay] : [delay, log];
    first(frame, (same) => second(same, pass, isOut), isOut);
  });
}

// src/debug/outline.js
var NAMES = /* @__PURE__ */ new Set([
  ..."type function room epoch code ref node lang name".split(" "),
  ..."target swap focus scroll addClass removeClass".split(" ")
]);
var length = (value) => typeof value === "string" ? `${value.length} characters` : value;
var lengths = (value) => mapValues(value, (one) => length(one === null ? one : `${one}`));
var TYPED = {
  form: (entries) => entries.map(([name, value]) => `${name}: ${length(`${value}`)}`),
  data: lengths,
  attributes: lengths,
  rooms: lengths,
  // Its names may be typed, too.
  detail: (value) => length(JSON.stringify(value))
};
function outline(value, key = "") {
  if (Array.isArray(value)) return value.map((one) => outline(one, key));
  if (typeof value !== "object" || value === null) return NAMES.has(key) ? value : length(value);
  return mapValues(value, (inner, name) => inner && Object.hasOwn(TYPED, name) ? TYPED[name](inner) : outline(inner, name));
}
function mapValues(value, map) {
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, map(inner, name)]));
}

// src/debug/watch_page.js
var STATUS = "data-liveview-status";
function watchPage(say2) {
  const root = document.documentElement;
  const end = new AbortController();
  const { signal } = end;
  let step = [];
  let since = 0;
  function tell() {
    const updates = step;
    step = [];
    if (updates.length === 1) return say2("rendered", updates[0]);
    say2(`rendered ${updates.length} updates in one step`);
    console.table(updates);
  }
  addEventListener("liveview:before-render", ({ defaultPrevented }) => {
    since = performance.now();
    if (defaultPrevented) say2("an update was left out by a listener");
  }, { signal });
  addEventListener("liveview:rendered", (event) => {
    const ms = Number((performance.now() - since).toFixed(1));
    const { update } = (
      /** @type {CustomEvent} */
      event.detail
    );
    if (step.push({ ms, .../** @type {object} */
    outline(update) }) === 1) queueMicrotask(tell);
  }, { signal, capture: true });
  addEventListener("liveview:disconnected", (event) => {
    say2(`connection lost, code ${/** @type {CustomEvent} */
    event.detail.code}`);
  }, { signal });
  const status = new MutationObserver(() => say2(`status ${root.getAttribute(STATUS)}`));
  status.observe(root, { attributeFilter: [STATUS] });
  return () => {
    end.abort();
    status.disconnect();
  };
}

// src/debug/log.js
var running = /* @__PURE__ */ new WeakMap();
var elapsed = (since) => `${(performance.now() - since).toFixed(1)} ms`;
function say(what, ...more) {
  console.debug(`LiveView ${(/* @__PURE__ */ new Date()).toISOString().slice(11, 23)} ${what}`, ...more);
}
function debug(install, isOn = true) {
  running.get(install)?.();
  running.delete(install);
  if (!isOn) return change(install, { log: void 0 });
  running.set(install, watchPage(say));
  change(install, { log: createLog() });
}
function createLog() {
  const calls = /* @__PURE__ */ new Map();
  function sent({ type, id, function: name }) {
    if (type === "call" && !calls.has(id)) calls.set(id, { name, since: performance.now() });
  }
  function received({ type, id, error }) {
    const call = calls.get(id);
    if (type !== "reply" || !call) return;
    calls.delete(id);
    say(`call ${id}, ${call.name}: ${error ? `error ${error.code}` : "done"} after ${elapsed(call.since)}`);
  }
  return (frame, pass, isOut) => {
    const messages = read(frame);
    const bytes = typeof frame === "string" ? new TextEncoder().encode(frame).length : frame.byteLength;
    const types = messages.map(({ type }) => type).join(", ") || "not readable";
    say(`${isOut ? "out" : "in"}: ${types}, ${bytes} bytes`, ...messages.map((one) => outline(one)));
    messages.forEach(isOut ? sent : received);
    pass(frame);
  };
}
function read(frame) {
  try {
    return decode(frame);
  } catch {
    return [];
  }
}

// src/debug/latency.js
function createPipe() {
  const underWay = [];
  let timer;
  function next() {
    if (underWay.length) timer = setTimeout(arrive, underWay[0].at - Date.now());
  }
  function arrive() {
    underWay.shift()?.arrive();
    next();
  }
  return {
    /** @param {number} delay in milliseconds @param {() => void} act */
    add(delay, act) {
      underWay.push({ at: Date.now() + delay, arrive: act });
      if (underWay.length === 1) next();
    },
    /** All arrive now. */
    flush() {
      clearTimeout(timer);
      underWay.splice(0).forEach(({ arrive: act }) => act());
    }
  };
}
var pipes = /* @__PURE__ */ new WeakMap();
function latency(install, ms, jitter = 0) {
  if (!(ms >= 0 && jitter >= 0)) throw Error(`LiveView: latency: expected milliseconds from 0, got ${ms} and ${jitter}`);
  const [inward, outward] = pipes.get(install) ?? [createPipe(), createPipe()];
  pipes.set(install, [inward, outward]);
  if (ms + jitter) {
    change(install, {
      delay: (frame, pass, isOut) => (isOut ? outward : inward).add(ms + Math.random() * jitter, () => pass(frame))
    });
  } else {
    change(install, { delay: void 0 });
    outward.flush();
    inward.flush();
  }
}
export {
  debug,
  latency
};
