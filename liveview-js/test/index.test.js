import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeSocket } from "./support/fake_socket.js";
import { captureConsole, captureEvents, openPage } from "./support/page.js";

const TRIGGERS = new URL("../src/triggers/triggers_chunk.js", import.meta.url).href;

let loads = 0;

async function load(t, html = "", options = {}) {
  FakeSocket.all = [];
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const page = await openPage(t, `<html lang="en" data-room="r"><body data-controller="page">${html}`, {
    ...options,
    globals: { WebSocket: FakeSocket, LIVEVIEW_CHUNKS: { triggers: TRIGGERS }, ...options.globals },
  });
  const run = () => import(`../src/index.js?${++loads}`);
  await run();
  page.beforeClose(() => page.window.LiveView.application.stop());
  return { ...page, run, root: page.document.documentElement, LiveView: page.window.LiveView };
}

const status = (root) => root.getAttribute("data-liveview-status");

test("connects when its script runs, without waiting for the page", async (t) => {
  const { LiveView, root } = await load(t);
  assert.equal(FakeSocket.last.url, "wss://example.test/ws/liveview/r");
  assert.equal(LiveView.status, "connecting");
  assert.equal(status(root), "connecting");
});

test("offers one frozen namespace, and no other global", async (t) => {
  const { LiveView, window, document } = await load(t);
  const bare = await openPage(t);
  const added = Object.getOwnPropertyNames(window).filter((name) => !Object.hasOwn(bare.window, name));
  assert.deepEqual(added, ["LiveView"]);
  assert.ok(Object.isFrozen(LiveView));
  assert.deepEqual(Object.keys(LiveView).sort(), [
    "Controller",
    "application",
    "call",
    "connect",
    "debug",
    "disconnect",
    "latency",
    "on",
    "queueLength",
    "status",
    "version",
    "visit",
  ]);
  assert.equal(document.cookie, "");
});

test("leaves the page's own Stimulus alone", async (t) => {
  const stimulus = {};
  const { window, LiveView } = await load(t, "", {
    beforeParse: (window) => {
      window.Stimulus = stimulus;
    },
  });
  assert.equal(window.Stimulus, stimulus);
  assert.notEqual(LiveView.application, stimulus);
});

test("loaded twice it warns and opens no second connection", async (t) => {
  const { warn } = captureConsole(t);
  const { run, window, LiveView } = await load(t);
  await run();
  assert.equal(FakeSocket.all.length, 1);
  assert.equal(window.LiveView, LiveView);
  assert.deepEqual(warn, ["LiveView: loaded again"]);
});

test("an element named LiveView does not keep it from starting", async (t) => {
  const { LiveView } = await load(t, '<a id="LiveView"></a>');
  assert.equal(LiveView.status, "connecting");
});

test("shows and tells the state of the connection", async (t) => {
  const { root, document, LiveView } = await load(t);
  const events = captureEvents(document);
  FakeSocket.last.welcome();
  assert.equal(status(root), "connected");
  assert.equal(LiveView.status, "connected");
  FakeSocket.last.drop(1012);
  assert.equal(status(root), "disconnected");
  t.mock.timers.tick(500);
  assert.equal(status(root), "connecting");
  assert.deepEqual(events, [
    ["connected", null],
    ["disconnected", { code: 1012 }],
  ]);
});

test("tells of errors by event and console, without what the user typed", async (t) => {
  const { error } = captureConsole(t);
  const { document, $ } = await load(
    t,
    `<form><input name="p" value="secret"><button type="button" data-action="page#run" data-liveview-function="save"
    data-data-x="secret"></button></form>`,
  );
  await Promise.resolve();
  const events = captureEvents(document);
  FakeSocket.last.welcome();
  events.length = 0;
  $("button").click();
  await FakeSocket.last.receive([
    { type: "reply", id: 1, error: { code: "failed", ref: "7f" } },
    { type: "error", code: "malformed" },
  ]);
  assert.deepEqual(events, [
    ["error", { code: "failed", ref: "7f", function: "save" }],
    ["error", { code: "malformed", ref: undefined }],
  ]);
  assert.deepEqual(error, [
    "LiveView: save: error failed, reference 7f",
    "LiveView: a frame: error malformed, reference none",
  ]);
});

test("a listener that throws disturbs nothing", async (t) => {
  const { document, LiveView, window } = await load(t);
  const reported = [];
  window.addEventListener("error", (event) => {
    event.preventDefault();
    reported.push(event.error.message);
  });
  document.addEventListener("liveview:connected", () => {
    throw new Error("oops");
  });
  FakeSocket.last.welcome();
  assert.equal(LiveView.status, "connected");
  assert.deepEqual(reported, ["oops"]);
});

test("disconnects and connects when the page says so, and counts what waits", async (t) => {
  const { LiveView, $ } = await load(t, '<button data-action="page#run" data-liveview-function="f"></button>');
  await Promise.resolve();
  FakeSocket.last.welcome();
  LiveView.disconnect();
  $("button").click();
  assert.equal(LiveView.queueLength, 1);
  LiveView.connect();
  FakeSocket.last.welcome();
  assert.equal(LiveView.queueLength, 0);
  assert.equal(FakeSocket.last.calls.length, 1);
});

test("survives the back/forward cache", async (t) => {
  const { window, LiveView } = await load(t);
  FakeSocket.last.welcome();
  window.dispatchEvent(new window.Event("pagehide"));
  assert.equal(FakeSocket.last.closedWith, 1000);
  window.dispatchEvent(new window.Event("pageshow"));
  FakeSocket.last.welcome({ resumed: true });
  assert.equal(LiveView.status, "connected");
  assert.equal(FakeSocket.all[0].sent[0].page, FakeSocket.all[1].sent[0].page);
});

const DEBUG = { globals: { LIVEVIEW_CHUNKS: { debug: new URL("../src/debug/debug_chunk.js", import.meta.url).href } } };

test("shows what goes through the connection, and takes longer about it, when told to", async (t) => {
  const { LiveView, $ } = await load(t, '<button data-action="page#run" data-liveview-function="f"></button><p></p>', DEBUG);
  const { mock } = t.mock.method(console, "debug", () => {});
  const first = FakeSocket.last;
  first.welcome();
  await LiveView.debug();
  await LiveView.latency(100);
  $("button").click();
  assert.deepEqual(first.calls, []);
  t.mock.timers.tick(100);
  assert.equal(first.calls.length, 1);
  first.receive({ type: "reply", id: 1, updates: [{ target: "p", html: "slow" }] });
  assert.equal($("p").textContent, "");
  t.mock.timers.tick(100);
  assert.equal($("p").textContent, "slow");

  first.receive({ type: "update", updates: [{ target: "p", html: "lost" }] });
  first.drop();
  t.mock.timers.tick(100);
  assert.equal($("p").textContent, "slow");
  await LiveView.latency(0);
  await LiveView.debug(false);
  const said = mock.calls.map(({ arguments: [line] }) => line.replace(/^LiveView \S+ /, ""));
  assert.match(said[0], /^out: call, \d+ bytes/);
  assert.match(said[1], /^in: reply, \d+ bytes/);
  assert.ok(said.some((line) => /^call 1, f: done after/.test(line)), said);
});

test("tells whoever asks for the log that its file cannot be had", async (t) => {
  const { LiveView } = await load(t, "", { globals: { LIVEVIEW_CHUNKS: { debug: "file:///none.js" } } });
  await assert.rejects(LiveView.debug(), TypeError);
});

test("names a page anew with every load, and the language with every call", async (t) => {
  const { root, $ } = await load(t, '<button data-action="page#run" data-liveview-function="f"></button>');
  await Promise.resolve();
  FakeSocket.last.welcome();
  assert.match(FakeSocket.last.sent[0].page, /^[A-Za-z0-9_-]{16,64}$/);
  root.lang = "de";
  $("button").click();
  root.removeAttribute("lang");
  $("button").click();
  assert.deepEqual(
    FakeSocket.last.calls.map(({ lang }) => lang),
    ["de", null],
  );
});

const notice = ({ $ }) => $("#liveview-notice")?.textContent;

test("tells the user of a lost connection, and when it is back (C4, D43)", async (t) => {
  const page = await load(t, '<script src="/liveview/liveview.js" data-notice-back="Da"></script>');
  FakeSocket.last.welcome();
  FakeSocket.last.drop();
  t.mock.timers.tick(1999);
  assert.equal(notice(page), undefined);
  t.mock.timers.tick(1);
  assert.equal(notice(page), "Connection lost. Trying again\u2026");
  page.window.dispatchEvent(new page.window.Event("online"));
  FakeSocket.last.welcome();
  assert.equal(notice(page), "Da");
});

test("tells the user at once when the browser is offline, until it is online (C5, C6)", async (t) => {
  const page = await load(t);
  FakeSocket.last.welcome();
  page.window.dispatchEvent(new page.window.Event("offline"));
  assert.match(notice(page), /lost/);
  page.window.dispatchEvent(new page.window.Event("online"));
  assert.match(notice(page), /again\.$/);
});

for (const [what, end] of [
  ["the page goes", ({ window }) => window.dispatchEvent(new window.Event("pagehide"))],
  ["the page disconnects", ({ LiveView }) => LiveView.disconnect()],
]) {
  test(`tells the user nothing when ${what}`, async (t) => {
    const page = await load(t);
    FakeSocket.last.welcome();
    end(page);
    t.mock.timers.tick(60000);
    assert.equal(notice(page), undefined);
  });
}

test("works where storage is denied (D42)", async (t) => {
  const denied = {
    get() {
      throw new Error("denied");
    },
  };
  const { LiveView } = await load(t, "", {
    beforeParse(window) {
      Object.defineProperties(window, { localStorage: denied, sessionStorage: denied });
      Object.defineProperty(window.document, "cookie", denied);
    },
  }).catch((error) => assert.fail(error));
  FakeSocket.last.welcome();
  assert.equal(LiveView.status, "connected");
});

const html = (body, status = 200) => new Response(body, { status, headers: { "Content-Type": "text/html" } });

/** A page that has been told to fetch itself; its fetch answers what is given. */
async function resync(t, body, answer, options = {}) {
  const page = await load(t, body, {
    ...options,
    globals: {
      fetch: async () => (typeof answer === "function" ? answer() : answer),
      LIVEVIEW_CHUNKS: { triggers: TRIGGERS, page: options.chunk ?? new URL("../src/page/page_chunk.js", import.meta.url).href },
    },
  });
  await Promise.resolve();
  const events = captureEvents(page.document);
  const socket = FakeSocket.last;
  socket.welcome({ epoch: "abcdefgh", seq: 1 });
  events.length = 0;
  options.before?.(page);
  socket.receive({ type: "resync", epoch: "abcdefgh", seq: 5 });
  t.mock.timers.tick(500);
  const done = async (pause = 0) => {
    while (socket.sent.filter(({ type }) => type === "hello").length < 2) {
      t.mock.timers.tick(pause);
      await settled();
    }
  };
  return { ...page, socket, events, done };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test("fetches itself when told to, keeps what was typed, and says so", async (t) => {
  const { $, document, socket, events, done } = await resync(
    t,
    '<script src="/liveview/liveview.js"></script><p>old</p><form><input name="a"></form>',
    html(`<html lang="de" data-room="r"><title>New</title><body data-controller="page"><p>new</p>
      <script src="/liveview/liveview.js" data-position="abcdefgh:4" data-token="T"></script>
      <form><input name="a" value="server"></form>`),
    { before: ({ $ }) => ($("input").value = "typed") },
  );
  await done();
  assert.deepEqual([$("p").textContent, $("input").value, document.title], ["new", "typed", "New"]);
  const { lang, epoch, seq, token } = socket.sent.at(-1);
  assert.deepEqual([lang, epoch, seq, token], ["de", "abcdefgh", 4, "T"]);
  assert.deepEqual(
    events.map(([name]) => name),
    ["resync", "resynced"],
  );
});

test("lets elements ask for their content again after it has fetched itself", async (t) => {
  const field = (id) => `<p id="${id}" data-liveview-init="fill"></p>`;
  const { socket, done } = await resync(t, field("a"), html(`<html data-room="r"><body data-controller="page">${field("a")}${field("b")}`));
  const before = socket.sent.filter(({ type }) => type === "call").length;
  await done();
  const calls = socket.sent.filter(({ type }) => type === "call").map((call) => call.function);
  assert.equal(before, 1);
  assert.deepEqual(calls, ["fill", "fill", "fill"]);
});

test("does not fetch itself when a listener prevents it", async (t) => {
  const { $, socket, events } = await resync(t, "<p>old</p>", html("<p>new</p>"), {
    before: ({ document }) => document.addEventListener("liveview:resync", (event) => event.preventDefault()),
  });
  await settled();
  socket.receive({
    type: "update",
    room: "r",
    epoch: "abcdefgh",
    first: 6,
    seq: 6,
    updates: [{ target: "p", html: "live" }],
  });
  assert.equal($("p").textContent, "live");
  assert.deepEqual(
    events.map(([name]) => name),
    ["resync", "before-render", "rendered"],
  );
});

for (const [what, answer, chunk] of [
  ["its address is gone", () => html("", 404)],
  ["its address fails for a minute", () => html("", 503)],
  ["the code for it does", () => html("<p>new</p>"), "file:///none.js"],
]) {
  test(`says that it is stale when ${what}, and goes on`, async (t) => {
    const { error } = captureConsole(t);
    const { $, events, done } = await resync(t, "<p>old</p>", answer, { chunk });
    await done(20000);
    assert.equal($("p").textContent, "old");
    assert.deepEqual(events, [
      ["resync", null],
      ["error", { code: "stale" }],
    ]);
    assert.equal(error.at(-1), "LiveView: a frame: error stale, reference none");
  });
}

test("loads itself anew where it may not be seen any more", async (t) => {
  const { navigations, done, events } = await resync(t, "<p>old</p>", html("", 401));
  await done();
  assert.equal(navigations.length, 1);
  assert.deepEqual(events, [["resync", null]]);
});

for (const [what, field, type] of [
  ["in a field", "<input>", (element) => (element.value = "typed")],
  [
    "elsewhere",
    "<div contenteditable></div>",
    (element) => element.dispatchEvent(new element.ownerDocument.defaultView.Event("input", { bubbles: true })),
  ],
]) {
  test(`does not load itself anew over what was typed ${what}`, async (t) => {
    captureConsole(t);
    const { navigations, done, events } = await resync(t, field, html("", 403), {
      before: ({ $ }) => type($("input,div")),
    });
    await done();
    assert.deepEqual(navigations, []);
    assert.deepEqual(events, [
      ["resync", null],
      ["error", { code: "stale" }],
    ]);
  });
}

test("makes the calls that updates ask for", async (t) => {
  await load(t);
  FakeSocket.last.welcome();
  FakeSocket.last.receive({ type: "update", updates: [{ call: { function: "list", data: { page: "1" } } }] });
  const [{ function: name, data, lang }] = FakeSocket.last.calls;
  assert.deepEqual([name, data, lang], ["list", { page: "1" }, "en"]);
});

for (const isTaken of [false, true]) {
  test(`says once that the server has other scripts and styles${isTaken ? ", to the page that takes it alone" : ""}`, async (t) => {
    const page = await load(t, '<script src="/liveview/liveview.js" data-assets="a"></script>');
    const events = captureEvents(page.document);
    if (isTaken) page.document.addEventListener("liveview:updated", (event) => event.preventDefault());
    for (const [assets, count] of [[undefined, 0], ["a", 0], ["b", 1], ["c", 1]]) {
      FakeSocket.last.welcome({ assets });
      assert.equal(events.filter(([name]) => name === "updated").length, count);
      if (assets === "b") assert.equal(/updated/.test(notice(page)), !isTaken);
      FakeSocket.last.drop();
      page.LiveView.connect();
    }
  });
}

test("a page that does not know which it has takes every server's", async (t) => {
  const { document } = await load(t, '<script src="/liveview/liveview.js"></script>');
  const events = captureEvents(document);
  FakeSocket.last.welcome({ assets: "b" });
  assert.deepEqual(events, [["connected", null]]);
});

test("forms that the user has changed tell a server that has forgotten the page, after the fetch if there is one", async (t) => {
  const form = '<form id="f" data-liveview-recover="again"><input name="a"></form>';
  for (const isBehind of [false, true]) {
    const page = await load(t, form, {
      globals: {
        fetch: async () => html(`<html data-room="r"><body data-controller="page"><p>new</p>${form}`),
        LIVEVIEW_CHUNKS: { page: new URL("../src/page/page_chunk.js", import.meta.url).href },
      },
    });
    await settled();
    FakeSocket.last.welcome({ epoch: "abcdefgh", seq: 1 });
    page.$("input").value = "typed";
    for (const resumed of [true, false]) {
      FakeSocket.last.drop();
      page.LiveView.connect();
      FakeSocket.last.welcome({ resumed, epoch: "abcdefgh", seq: 1, resync: isBehind && !resumed });
      if (resumed) continue;
      if (isBehind) {
        await settled();
        assert.deepEqual(FakeSocket.last.calls, []);
        while (!page.$("p")) {
          t.mock.timers.tick(500);
          await settled();
        }
        await settled();
        assert.deepEqual(FakeSocket.last.calls, []);
        FakeSocket.last.receive({ type: "welcome", epoch: "abcdefgh", seq: 1 });
      }
      await settled();
      await settled();
    }
    const calls = FakeSocket.all.flatMap((socket) => socket.calls).map((call) => [call.function, call.form]);
    assert.deepEqual(calls, [["again", [["a", "typed"]]]]);
    page.LiveView.application.stop();
    t.mock.timers.reset();
  }
});

test("a page without such forms loads nothing for a server that has forgotten it", async (t) => {
  const { LiveView } = await load(t, "<form><input></form>", { globals: { LIVEVIEW_CHUNKS: { page: "file:///none.js" } } });
  FakeSocket.last.welcome();
  FakeSocket.last.drop();
  LiveView.connect();
  FakeSocket.last.welcome();
  await settled();
  assert.equal(LiveView.status, "connected");
});

test("sleeps when nobody has seen it for as long as the setting says", async (t) => {
  const page = await load(t, '<script src="/liveview/liveview.js" data-sleep-after="1000"></script>');
  FakeSocket.last.welcome();
  const show = (hidden) => {
    Object.defineProperty(page.document, "hidden", { value: hidden, configurable: true });
    page.document.dispatchEvent(new page.window.Event("visibilitychange"));
  };
  show(true);
  t.mock.timers.tick(600000);
  assert.equal(FakeSocket.all.length, 1);
  assert.equal(page.LiveView.status, "disconnected");
  assert.equal(notice(page), undefined);
  show(false);
  FakeSocket.last.welcome({ resumed: true });
  assert.equal(page.LiveView.status, "connected");
});

test("a form with an address is left to the browser until there has been a connection", async (t) => {
  const { $, window } = await load(t, '<form action="/save" data-action="submit->page#run" data-liveview-function="save"></form>');
  await settled();
  const submit = () => !$("form").dispatchEvent(new window.Event("submit", { bubbles: true, cancelable: true }));
  assert.equal(submit(), false);
  FakeSocket.last.welcome();
  FakeSocket.last.drop();
  assert.equal(submit(), true);
});

const SAVE = `<form data-action="submit->page#run" data-liveview-function="save"><input name="a" value="1">
  <button data-liveview-disable-with="Saving">Save</button></form><p id="t"></p>`;

/** A page with its controller at work and a connection. */
async function connected(t, html, options) {
  const page = await load(t, html, options);
  await Promise.resolve();
  FakeSocket.last.welcome();
  return { ...page, socket: FakeSocket.last };
}

test("a form is submitted once, by click or Enter, until it has been answered", async (t) => {
  const { $, socket, navigations } = await connected(t, SAVE.replace("data-liveview-disable-with", "data-x"));
  const press = () => {
    $("button").click();
    $("form").requestSubmit();
  };
  press();
  press();
  assert.equal(socket.calls.length, 1);
  socket.receive({ type: "reply", id: 1 });
  press();
  assert.equal(socket.calls.length, 2);
  assert.deepEqual(navigations, []);
});

test("also while it waits for a connection", async (t) => {
  const { $, LiveView } = await load(t, SAVE);
  await Promise.resolve();
  $("form").requestSubmit();
  $("form").requestSubmit();
  assert.equal(LiveView.queueLength, 1);
  assert.equal($("form").getAttribute("aria-busy"), "true");
});

test("an ordinary button may be pressed again before it has been answered", async (t) => {
  const { $, socket } = await connected(t, '<button data-action="page#run" data-liveview-function="add"></button>');
  $("button").click();
  $("button").click();
  assert.equal(socket.calls.length, 2);
});

test("a form is busy until the answer is in the page, which does not see that", async (t) => {
  const { $, root, socket, document } = await connected(t, SAVE);
  const before = $("form").outerHTML;
  $("button").click();
  assert.deepEqual([$("form").className, $("button").disabled, $("button").textContent], ["liveview-busy", true, "Saving"]);
  t.mock.timers.tick(150);
  assert.deepEqual([root.hasAttribute("data-liveview-busy"), $("#liveview-progress") !== null], [true, true]);
  let seen;
  document.addEventListener("liveview:rendered", () => (seen = $("form").outerHTML), { once: true });
  socket.receive({ type: "update", call: 1, n: 1, updates: [{ target: "#t", html: "half" }] });
  assert.equal(seen, before);
  assert.equal($("button").disabled, true);
  socket.receive({ type: "reply", id: 1, updates: [{ target: "#t", html: "done" }] });
  assert.equal($("form").outerHTML, before);
  assert.deepEqual([root.hasAttribute("data-liveview-busy"), $("#liveview-progress")], [false, null]);
});

test("a form that an update morphs is busy until the end", async (t) => {
  const { $, socket } = await connected(t, `<div id="all">${SAVE}</div>`);
  const form = $("form");
  form.querySelector("button").click();
  socket.receive({ type: "update", call: 1, n: 1, updates: [{ target: "#all", html: SAVE.replace("Save<", "Store<") }] });
  assert.deepEqual([$("form") === form, form.className, $("button").textContent], [true, "liveview-busy", "Saving"]);
  socket.receive({ type: "reply", id: 1 });
  assert.deepEqual([form.hasAttribute("class"), $("button").textContent, $("button").disabled], [false, "Store", false]);
});

/** The connection breaks, and there is a server that does not know the page. */
function lose({ socket, document }, t) {
  document.addEventListener("liveview:resync", (event) => event.preventDefault());
  socket.drop();
  t.mock.timers.tick(500);
  FakeSocket.last.welcome();
}

for (const [what, end] of [
  ["failed", ({ socket }) => socket.receive({ type: "reply", id: 1, error: { code: "failed" } })],
  ["been lost", lose],
]) {
  test(`a form is not busy any more when its call has ${what}`, async (t) => {
    captureConsole(t);
    const page = await connected(t, SAVE);
    page.$("button").click();
    end(page, t);
    assert.deepEqual([page.$("form").hasAttribute("aria-busy"), page.$("button").disabled], [false, false]);
  });
}

test("a form is not busy any more when its call has waited for too long", async (t) => {
  captureConsole(t);
  const { $, LiveView } = await load(t, SAVE);
  await Promise.resolve();
  LiveView.disconnect();
  $("button").click();
  t.mock.timers.tick(30000);
  assert.deepEqual([$("form").hasAttribute("aria-busy"), $("button").disabled], [false, false]);
});

test("nothing is busy with what the server asks for", async (t) => {
  const { root, socket } = await connected(t, "<p></p>");
  const before = root.outerHTML;
  socket.receive({ type: "update", updates: [{ call: { function: "list" } }] });
  t.mock.timers.tick(1000);
  assert.equal(socket.calls.length, 1);
  assert.equal(root.outerHTML, before);
  socket.receive({ type: "reply", id: 1 });
});

test("a page that fetches itself meanwhile does not see it either", async (t) => {
  const { $, socket, done } = await resync(
    t,
    SAVE,
    html(`<html data-room="r"><body data-controller="page">${SAVE.replace("Save<", "Store<")}`),
    { before: ({ $ }) => $("button").click() },
  );
  await done();
  assert.deepEqual([$("form").className, $("button").textContent], ["liveview-busy", "Saving"]);
  socket.receive({ type: "reply", id: 1 });
  assert.deepEqual([$("form").hasAttribute("class"), $("button").textContent], [false, "Store"]);
});

for (const [what, message, told] of [
  ["a call that failed", { type: "reply", id: 1, error: { code: "failed", ref: "7f" } }, "That did not work. (7f)"],
  ["an error of the application's own", { type: "reply", id: 1, updates: [{ error: "Sold out" }] }, "Sold out"],
]) {
  test(`tells the user of ${what}, unless a listener prevents it`, async (t) => {
    captureConsole(t);
    const page = await connected(t, SAVE);
    page.$("button").click();
    page.socket.receive(message);
    await Promise.resolve();
    assert.equal(notice(page), told);
    t.mock.timers.tick(10000);
    assert.equal(notice(page), undefined);
    // At the window, which hears of it last.
    page.window.addEventListener("liveview:error", (event) => event.preventDefault());
    page.$("button").click();
    page.socket.receive({ ...message, id: 2 });
    await Promise.resolve();
    assert.equal(notice(page), undefined);
  });
}

test("tells the user nothing of errors where notices are switched off", async (t) => {
  captureConsole(t);
  const page = await connected(t, `<script src="/liveview/liveview.js" data-notice="false"></script>${SAVE}`);
  page.$("button").click();
  page.socket.receive({ type: "reply", id: 1, error: { code: "failed" } });
  await Promise.resolve();
  assert.equal(notice(page), undefined);
});

test("code calls, and goes on when the page shows the answer", async (t) => {
  const { $, LiveView, socket } = await connected(t, '<p id="t"></p><form><input name="a" value="1"></form>');
  const call = LiveView.call("save", { id: 5 }, { form: $("form"), element: $("#t") });
  const [{ function: name, data, form }] = socket.calls;
  assert.deepEqual([name, data, form], ["save", { id: "5" }, [["a", "1"]]]);
  assert.equal($("#t").className, "liveview-busy");
  socket.receive({ type: "reply", id: 1, updates: [{ target: "#t", html: "done" }] });
  await call;
  assert.deepEqual([$("#t").textContent, $("#t").hasAttribute("class")], ["done", false]);
});

test("code hears of a call that failed, as the user does", async (t) => {
  captureConsole(t);
  const page = await connected(t, "");
  const call = page.LiveView.call("save");
  page.socket.receive({ type: "reply", id: 1, error: { code: "failed", ref: "7f" } });
  await assert.rejects(call, { name: "LiveViewError", code: "failed", ref: "7f", function: "save" });
  assert.match(notice(page), /7f/);
});

test("code hears of what the server sends", async (t) => {
  const { LiveView, socket } = await connected(t, '<p id="t"></p>');
  const heard = [];
  const off = LiveView.on("stock:low", (detail, event) => heard.push([detail, event.target.id]));
  const tell = () => socket.receive({ type: "update", updates: [{ target: "#t", event: { name: "stock:low", detail: { left: 2 } } }] });
  tell();
  off();
  tell();
  assert.deepEqual(heard, [[{ left: 2 }, "t"]]);
});
