import { change } from "./line.js";

/**
 * Frames that are on their way in one direction. None overtakes another, and none arrives early.
 */
function createPipe() {
  /** @type {{at: number, arrive: () => void}[]} */
  const underWay = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
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
    },
  };
}

/** @type {WeakMap<import("./line.js").Install, ReturnType<typeof createPipe>[]>} by connection: in, and out */
const pipes = new WeakMap();

/**
 * Makes the network slow: every frame takes longer, each way, and those of one direction stay in order. What is under way
 * when the connection is lost is lost with it.
 *
 * @param {import("./line.js").Install} install of the connection
 * @param {number} ms that a frame takes longer; 0 ends it, and what is under way arrives at once
 * @param {number} [jitter] milliseconds that a frame may take beyond that, at random
 */
export function latency(install, ms, jitter = 0) {
  if (!(ms >= 0 && jitter >= 0)) throw Error(`LiveView: latency: expected milliseconds from 0, got ${ms} and ${jitter}`);
  const [inward, outward] = pipes.get(install) ?? [createPipe(), createPipe()];
  pipes.set(install, [inward, outward]);
  if (ms + jitter) {
    change(install, {
      delay: (frame, pass, isOut) =>
        (isOut ? outward : inward).add(ms + Math.random() * jitter, () => pass(frame)),
    });
  } else {
    change(install, { delay: undefined });
    outward.flush();
    inward.flush();
  }
}
