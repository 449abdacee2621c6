import assert from "node:assert/strict";
import { test } from "node:test";
import { createAgain } from "../src/page/again.js";
import { openPage } from "./support/page.js";

const settled = () => new Promise((resolve) => setImmediate(resolve));
const PAGE = { position: "abcdefgh:1" };

async function start(t, outcomes) {
  const { document, window } = await openPage(t);
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  t.mock.method(Math, "random", () => 1);
  const log = [];
  let isGone = false;
  const connect = (isConnected) => {
    document.documentElement.dataset.liveviewStatus = isConnected ? "connected" : "disconnected";
    if (isConnected) document.dispatchEvent(new window.Event("liveview:connected"));
  };
  connect(true);
  const fetchAgain = createAgain(async (isRetry) => {
    log.push(isRetry ? "retry" : "fetch");
    return outcomes.shift();
  });
  const guard = { hold: () => log.push("hold"), release: () => log.push("release"), isGone: () => isGone };
  const run = async () => {
    fetchAgain(guard).then((outcome) => log.push(outcome));
    await settled();
  };
  const tick = async (milliseconds) => {
    t.mock.timers.tick(milliseconds);
    await settled();
  };
  const fetches = () => log.filter((entry) => !/hold|release/.test(entry));
  return { run, log, fetches, tick, connect, go: () => (isGone = true) };
}

test("fetches at once, and holds back what comes meanwhile", async (t) => {
  const { run, log } = await start(t, [PAGE]);
  await run();
  assert.deepEqual(log, ["hold", "fetch", PAGE]);
});

test("tries again after growing pauses, in which nothing is held back", async (t) => {
  const { run, log, fetches, tick } = await start(t, ["again", "again", PAGE]);
  await run();
  await tick(999);
  assert.deepEqual(log, ["hold", "fetch", "release"]);
  await tick(1);
  await tick(2000);
  assert.deepEqual(fetches(), ["fetch", "retry", "retry", PAGE]);
});

test("gives up what fails for a minute, and pauses at most 20 seconds until then", async (t) => {
  const { run, fetches, tick } = await start(t, Array(30).fill("again"));
  await run();
  for (const pause of [1000, 2000, 4000, 8000, 16000, 20000, 20000]) await tick(pause);
  assert.deepEqual(fetches(), ["fetch", ...Array(7).fill("retry"), "stale"]);
});

test("one soon after another waits longer, and one after a quiet minute does not", async (t) => {
  const { run, fetches, tick } = await start(t, [PAGE, PAGE, PAGE]);
  await run();
  await run();
  await tick(999);
  assert.equal(fetches().length, 2);
  await tick(1);
  assert.equal(fetches().length, 4);
  await tick(60001);
  await run();
  assert.equal(fetches().length, 6);
});

test("waits for the connection, and then goes on as if it were the first time", async (t) => {
  const { run, log, fetches, tick, connect } = await start(t, ["again", PAGE]);
  await run();
  connect(false);
  await tick(600000);
  assert.deepEqual(fetches(), ["fetch"]);
  connect(true);
  await settled();
  await tick(20000);
  assert.deepEqual(fetches(), ["fetch", "fetch", PAGE]);
  assert.deepEqual(log.slice(0, 4), ["hold", "fetch", "release", "release"]);
});

test("stops once the page is another one", async (t) => {
  const { run, fetches, tick, go } = await start(t, ["again"]);
  await run();
  go();
  await tick(1000);
  assert.deepEqual(fetches(), ["fetch", "stale"]);
});
