import assert from "node:assert/strict";
import { test } from "node:test";
import "../src/page/page_chunk.js";
import { FakeSocket } from "./support/fake_socket.js";
import { captureConsole, captureEvents, openPage } from "./support/page.js";

let loads = 0;

const SCRIPT = '<script src="/liveview/liveview.js" data-assets="1"';
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** What is loaded already, but is asked for, is there. */
const loaded = async () => {
  for (let turn = 0; turn < 9; turn++) await settled();
};

/** @param {string} name @param {string} body */
const page = (name, body = "", head = "", script = `${SCRIPT} data-position="abcdefgh:${name.length}" data-token="${name}">`) =>
  `<html lang="${name}" data-room="r"><head><title>${name}</title>${script}</script>${head}</head>
  <body data-controller="page"><main><h1>${name}</h1>${body}</main></body></html>`;

const LINKS = `<a href="/b" data-liveview-navigate>b</a><a href="/c" data-liveview-navigate="replace">c</a>
  <button data-action="page#run" data-liveview-function="f"></button>`;

/**
 * A page that is connected, at a server of which the test says what it answers.
 *
 * @param {Record<string, string | (() => any)>} site by path
 */
async function start(t, site, { body = LINKS, chunk, before, isWelcomed = true } = {}) {
  FakeSocket.all = [];
  const scrolls = [];
  const requests = [];
  const opened = await openPage(t, page("a", body), {
    globals: {
      WebSocket: FakeSocket,
      LIVEVIEW_CHUNKS: { page: chunk ?? new URL("../src/page/page_chunk.js", import.meta.url).href },
      scrollTo: (options) => scrolls.push(options.top),
      async fetch(address, { signal }) {
        const url = new URL(address);
        requests.push(url.pathname);
        const answer = site[url.pathname];
        const aborted = new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("aborted"))));
        aborted.catch(() => {});
        const found = await (typeof answer === "function" ? Promise.race([answer(signal), aborted]) : (answer ?? { status: 404, text: "" }));
        const { status = 200, text = found, headers = { "Content-Type": "text/html" }, finally: at = address } = Object(found);
        const response = new Response(text, { status, headers });
        Object.defineProperty(response, "url", { value: at.split("#")[0] });
        return response;
      },
    },
  });
  const { window, document, $ } = opened;
  before?.(opened);
  await import(`../src/index.js?pages${++loads}`);
  opened.beforeClose(() => {
    const { setTimeout } = globalThis;
    // Nothing is to wait for anything any more: not what is told, not a call, not the next attempt to connect.
    globalThis.setTimeout = () => 0;
    window.LiveView.connect();
    if (FakeSocket.last.readyState === 0) FakeSocket.last.welcome();
    window.LiveView.disconnect();
    globalThis.setTimeout = setTimeout;
    window.LiveView.application.stop();
  });
  await loaded();
  if (isWelcomed) FakeSocket.last.welcome({ epoch: "abcdefgh", seq: 1, assets: "1" });
  const events = captureEvents(document);
  const until = async (condition) => {
    // The browser goes back in its own time.
    for (const end = Date.now() + 20000; !condition() && Date.now() < end; ) await settled();
    assert.ok(condition(), `${condition}`);
    await settled();
  };
  const shows = (name) => until(() => $("h1").textContent === name && events.some(([event]) => event === "visited"));
  const go = async (steps, name) => {
    events.length = 0;
    window.history.go(steps);
    await shows(name);
  };
  const visit = async (selector, name) => {
    events.length = 0;
    $(selector).click();
    await shows(name);
  };
  const names = () => events.map(([name]) => name);
  return { ...opened, LiveView: window.LiveView, site, scrolls, requests, events, names, until, shows, go, visit };
}

test("a link shows another page without loading it: content, title, language, address, an entry, from the top", async (t) => {
  const { visit, document, window, names, events, scrolls, navigations } = await start(t, { "/b": page("bb") });
  const { body } = document;
  await visit("a", "bb");
  assert.deepEqual([document.title, document.documentElement.lang, window.location.pathname], ["bb", "bb", "/b"]);
  assert.equal(window.history.length, 2);
  assert.equal(document.body, body);
  assert.equal(document.activeElement, document.querySelector("main"));
  assert.deepEqual(scrolls, [0]);
  assert.deepEqual(navigations, []);
  assert.deepEqual(names().filter((name) => /visit/.test(name)), ["before-visit", "visited"]);
  assert.deepEqual(events.at(-1), ["visited", { url: "https://example.test/b" }]);
});

test("another page is another one to the server: id, position, token, socket; calls of the last one end silently", async (t) => {
  const { visit, $, names, LiveView } = await start(t, { "/b": page("bb") });
  const first = FakeSocket.last;
  first.receive({ type: "joined", room: "x", receipt: "R", epoch: "abcdefgh", seq: 1 });
  $("button").click();
  await visit("a", "bb");
  assert.equal(first.closedWith, 1000);
  assert.equal(FakeSocket.all.length, 2);
  const { last } = FakeSocket;
  last.welcome({ epoch: "abcdefgh", seq: 2 });
  const [hello] = last.sent;
  assert.notEqual(hello.page, first.sent[0].page);
  assert.deepEqual([hello.epoch, hello.seq, hello.token, hello.rooms, hello.node], ["abcdefgh", 2, "bb", undefined, undefined]);
  assert.deepEqual(last.calls, []);
  assert.deepEqual(names().filter((name) => name === "error"), []);
  assert.equal(LiveView.status, "connected");
});

test("elements of the new page ask for their content, at the new page's socket", async (t) => {
  const init = (id) => `<p id="${id}" data-liveview-init="fill"></p>`;
  const { visit } = await start(t, { "/b": page("b", init("p") + init("q")) }, { body: LINKS + init("p") });
  const first = FakeSocket.last;
  await visit("a", "b");
  FakeSocket.last.welcome();
  assert.equal(first.calls.length, 1);
  assert.deepEqual(FakeSocket.last.calls.map((call) => call.function), ["fill", "fill"]);
});

test("a link may replace the entry, and so may code", async (t) => {
  const { visit, window, LiveView, shows, events } = await start(t, { "/b": page("b"), "/c": page("c") });
  await visit("a[href='/c']", "c");
  assert.deepEqual([window.history.length, window.location.pathname], [1, "/c"]);
  events.length = 0;
  await LiveView.visit("b", { replace: true });
  await shows("b");
  assert.deepEqual([window.history.length, window.location.pathname], [1, "/b"]);
});

test("what was typed does not go along to another page, also not into the same field", async (t) => {
  const field = '<form><input name="q" value="server"></form>';
  const { visit, $ } = await start(t, { "/b": page("b", field) }, { body: LINKS + field });
  $("input").value = "typed";
  await visit("a", "b");
  assert.equal($("input").value, "server");
});

test("Back and Forward show what was there, where it was scrolled and focused", async (t) => {
  const { visit, go, window, $, document, scrolls, site } = await start(t, { "/b": page("b"), "/shop/page": page("a again", LINKS) });
  $("a").focus();
  window.scrollY = 70;
  await visit("a", "b");
  window.scrollY = 30;
  window.dispatchEvent(new window.Event("scroll"));
  await go(-1, "a again");
  assert.deepEqual([document.title, window.location.pathname], ["a again", "/shop/page"]);
  assert.equal(document.activeElement, $("a"));
  assert.equal(scrolls.at(-1), 70);
  site["/b"] = page("b again");
  await go(1, "b again");
  assert.equal(scrolls.at(-1), 30);
  assert.equal(window.history.length, 2);
  assert.equal(FakeSocket.all.length, 4);
});

test("where a page was scrolled is known before the browser scrolls for the entry that it goes to", async (t) => {
  const { visit, go, window, scrolls } = await start(t, { "/b": page("b"), "/shop/page": page("a") });
  await visit("a", "b");
  window.scrollY = 30;
  window.dispatchEvent(new window.Event("scroll"));
  const restore = () => {
    window.scrollY = 0;
    window.dispatchEvent(new window.Event("scroll"));
  };
  window.addEventListener("popstate", restore, { once: true });
  await go(-1, "a");
  await go(1, "b");
  assert.equal(scrolls.at(-1), 30);
});

test("Back to an entry of the same page's own brings its content without making it another page", async (t) => {
  const { window, go, document, names } = await start(t, { "/shop/page": page("home", '<input name="q">') }, { body: '<input name="q">' });
  const socket = FakeSocket.last;
  socket.receive({ type: "update", updates: [{ target: "h1", html: "section", url: "/shop/page?s=1", title: "S" }] });
  assert.equal(window.location.search, "?s=1");
  document.querySelector("input").value = "typed";
  await loaded();
  await go(-1, "home");
  assert.equal(document.title, "home");
  assert.equal(FakeSocket.all.length, 1);
  assert.equal(document.querySelector("input").value, "typed");
  assert.deepEqual(names(), ["resynced", "visited"]);
  const { type, seq, token } = socket.sent.at(-1);
  assert.deepEqual([type, seq, token], ["hello", 4, "home"]);
});

test("answers that come during such a fetch are not overwritten by it", async (t) => {
  let answer;
  const { window, until, $, shows } = await start(t, { "/shop/page": () => new Promise((resolve) => (answer = resolve)) });
  const socket = FakeSocket.last;
  socket.receive({ type: "update", updates: [{ url: "/shop/page?s=1" }] });
  $("button").click();
  await loaded();
  window.history.back();
  await until(() => answer);
  socket.receive({ type: "reply", id: 1, updates: [{ target: "h1", html: "reply" }] });
  answer(page("home"));
  await shows("reply");
});

for (const [what, answer] of [
  ["fails", { status: 500, text: page("b") }],
  ["is gone", undefined],
  ["is no html", { text: "{}", headers: { "Content-Type": "application/json" } }],
  ["has no script of ours", page("b", "", "", "<script>")],
  ["has another script of ours", page("b", "", "", '<script src="/liveview/liveview.js?v=2">')],
  ["has other scripts and styles", page("b", "", "", '<script src="/liveview/liveview.js" data-assets="2">')],
  ["needs a style that is not here", page("b", "", '<link rel="stylesheet" href="/b.css">')],
  ["needs a script that is not here", page("b", "<script>one()</script>")],
  [
    "cannot be had",
    () => {
      throw new TypeError("network");
    },
  ],
]) {
  test(`a page that ${what} is loaded by the browser`, async (t) => {
    const { $, until, navigations, window } = await start(t, { "/b": answer });
    $("a").click();
    await until(() => navigations.length);
    assert.equal($("h1").textContent, "a");
    assert.equal(window.history.length, 1);
    assert.equal(FakeSocket.all.length, 1);
  });
}

test("what is data, and what is in noscript, is no reason to load a page", async (t) => {
  const { visit } = await start(t, {
    "/b": page("b", '<script type="application/json">{}</script>', '<noscript><style>a{}</style><link rel="stylesheet" href="/n.css"></noscript>'),
  });
  await visit("a", "b");
});

test("a page of another origin, what is no page, and all once the server has other scripts, is loaded by the browser", async (t) => {
  const { LiveView, navigations, requests, $ } = await start(t, { "/b": page("b") });
  await LiveView.visit("https://elsewhere.test/");
  assert.equal(navigations.length, 1);
  for (const address of ["javascript:alert(1)", "java\tscript:alert(1)", " JAVASCRIPT:alert(1)", "data:text/html,x", "blob:https://example.test/x", "vbscript:x"]) {
    await assert.rejects(LiveView.visit(address), /no page/, address);
  }
  FakeSocket.last.drop();
  LiveView.connect();
  FakeSocket.last.welcome({ assets: "2" });
  $("a").click();
  await settled();
  await settled();
  assert.equal(navigations.length, 2);
  assert.deepEqual(requests, []);
});

test("a page whose code for it cannot be had loads pages", async (t) => {
  const { $, until, navigations, requests, LiveView } = await start(t, { "/b": page("b") }, { chunk: "file:///none.js" });
  $("a").click();
  await until(() => navigations.length === 1);
  await LiveView.visit("/c");
  assert.equal(navigations.length, 2);
  assert.deepEqual(requests, []);
});

test("Back to what cannot be had loads it", async (t) => {
  const { visit, window, until, navigations } = await start(t, { "/b": page("b") });
  await visit("a", "b");
  window.history.back();
  await until(() => navigations.length === 1);
});

test("a listener may prevent a visit", async (t) => {
  const { document, LiveView, requests, events } = await start(t, { "/b": page("b") });
  document.addEventListener("liveview:before-visit", (event) => event.preventDefault());
  await LiveView.visit("/b");
  assert.deepEqual(requests, []);
  assert.deepEqual(events, [["before-visit", { url: "https://example.test/b" }]]);
});

test("a newer visit takes the place of one that is under way", async (t) => {
  let aborted;
  const slow = (signal) =>
    new Promise((_, reject) => signal.addEventListener("abort", () => reject((aborted = new Error("aborted")))));
  const { LiveView, until, shows, requests, $, window, navigations } = await start(t, { "/b": slow, "/c": page("c") });
  LiveView.visit("/b");
  await until(() => requests.length);
  LiveView.visit("/c");
  await shows("c");
  assert.ok(aborted);
  assert.deepEqual([window.location.pathname, window.history.length, navigations], ["/c", 2, []]);
  assert.equal($("h1").textContent, "c");
});

test("a visit that takes half a minute is left to the browser", async (t) => {
  const slow = (signal) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("aborted"))));
  const { LiveView, until, requests, navigations } = await start(t, { "/b": slow });
  t.mock.timers.enable({ apis: ["setTimeout"] });
  LiveView.visit("/b");
  await until(() => requests.length);
  t.mock.timers.tick(30000);
  await until(() => navigations.length);
});

test("a visit to the address that is shown renews the page, and keeps what the user has", async (t) => {
  const { LiveView, $, shows, window, scrolls, document } = await start(
    t,
    { "/shop/page": page("new", '<input name="q">') },
    { body: '<input name="q">' },
  );
  $("input").value = "typed";
  $("input").focus();
  LiveView.visit("page");
  await shows("new");
  assert.equal($("input").value, "typed");
  assert.equal(document.activeElement, $("input"));
  assert.deepEqual([window.history.length, FakeSocket.all.length, scrolls], [1, 1, []]);
});

test("after a redirect the address is the one that answered", async (t) => {
  const { visit, window, site } = await start(t, { "/b": { text: page("login"), finally: "https://example.test/login" } });
  await visit("a", "login");
  assert.equal(window.location.pathname, "/login");
  site["/login"] = { text: page("home"), finally: "https://example.test/" };
  await window.LiveView.visit("/login");
  assert.deepEqual([window.location.pathname, window.history.length, FakeSocket.all.length], ["/", 2, 3]);
});

test("an address may point into the page, which is scrolled to", async (t) => {
  const seen = [];
  const { window, LiveView, shows, document } = await start(t, { "/b": page("b", '<p id="x"></p>') });
  window.Element.prototype.scrollIntoView = function () {
    seen.push(this.id);
  };
  LiveView.visit("/b#x");
  await shows("b");
  assert.deepEqual([seen, window.location.hash, document.activeElement.id], [["x"], "#x", "x"]);
});

test("links into the page that is shown are the browser's, and going back over them fetches nothing", async (t) => {
  const body = `${LINKS}<a id="in" href="#x" data-liveview-navigate>x</a>`;
  const { visit, $, window, until, requests, scrolls, go } = await start(t, { "/b": page("b", body), "/shop/page": page("a") }, { body });
  await visit("a", "b");
  window.scrollY = 50;
  window.dispatchEvent(new window.Event("scroll"));
  $("#in").click();
  await until(() => window.location.hash === "#x" && window.history.state?.liveview);
  window.history.back();
  await until(() => scrolls.at(-1) === 50);
  assert.deepEqual(requests, ["/b"]);
  await go(-1, "a");
  assert.deepEqual(requests, ["/b", "/shop/page"]);
});

test("Back to what is shown ends a visit that is under way", async (t) => {
  let answer;
  const { window, $, until, visit, requests } = await start(t, { "/b": page("b", LINKS), "/c": () => new Promise((resolve) => (answer = resolve)), "/shop/page": () => new Promise(() => {}) });
  await visit("a", "b");
  window.history.back();
  await until(() => requests.includes("/shop/page"));
  window.history.forward();
  await until(() => window.location.pathname === "/b");
  assert.equal($("h1").textContent, "b");
  assert.deepEqual(requests, ["/b", "/shop/page"]);
  assert.equal(answer, undefined);
});

test("entries of the application's own are left to it", async (t) => {
  const { window, visit, until, requests } = await start(t, { "/b": page("b") });
  await visit("a", "b");
  window.history.pushState({ theirs: 1 }, "", "/own");
  window.history.pushState({ theirs: 2 }, "", "/own2");
  window.history.back();
  await until(() => window.history.state.theirs === 1);
  await settled();
  assert.deepEqual(requests, ["/b"]);
  assert.deepEqual(window.history.state, { theirs: 1 });
});

test("an element that has failed in a takeover leads to the page being loaded", async (t) => {
  const { error } = captureConsole(t);
  const { LiveView, until, navigations, window } = await start(t, { "/b": page("b") });
  Object.defineProperty(window.document, "title", {
    set() {
      throw new Error("oops");
    },
  });
  LiveView.visit("/b");
  await until(() => navigations.length);
  assert.deepEqual(error, ["LiveView: oops"]);
});

test("a page that nobody wanted a connection for gets none by a visit", async (t) => {
  const { LiveView, shows } = await start(t, { "/b": page("b") });
  LiveView.disconnect();
  LiveView.visit("/b");
  await shows("b");
  assert.equal(FakeSocket.all.length, 1);
});

test("a page that was loaded at an entry of ours knows what to do when the user goes back", async (t) => {
  const { window, go, LiveView } = await start(t, { "/shop/page": page("home") }, {
    before({ window }) {
      window.history.replaceState({ liveview: { id: 1, page: "before", y: 70 } }, "");
      window.history.pushState({ liveview: { id: 2, page: "before" } }, "", "/shop/page?s=1");
    },
  });
  await go(-1, "home");
  assert.equal(window.location.search, "");
  assert.equal(FakeSocket.all.length, 2);
  assert.ok(LiveView);
});

test("a visit that takes long shows that something is under way", async (t) => {
  let answer;
  const { LiveView, document, until, shows } = await start(t, { "/b": () => new Promise((resolve) => (answer = resolve)) });
  const isBusy = () => document.documentElement.hasAttribute("data-liveview-busy");
  LiveView.visit("/b");
  await until(isBusy);
  answer(page("b"));
  await shows("b");
  assert.equal(isBusy(), false);
});
