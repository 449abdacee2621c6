import assert from "node:assert/strict";
import { test } from "node:test";
import { createNotice } from "../src/notice.js";
import { openPage } from "./support/page.js";

async function open(t, html = "", settings = {}) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const page = await openPage(t, `<body>${html}`);
  const texts = { noticeLost: "Lost", noticeBack: "Back", noticeFailed: "Failed", noticeUnknown: "Unknown", noticeExpired: "Expired" };
  const notice = createNotice({ notice: true, ...texts, noticeStale: "Stale", noticeSignedOut: "Signed out", noticeTooMany: "Too many", ...settings });
  const text = () => page.$("#liveview-notice")?.textContent;
  return { ...page, ...notice, text, tick: (milliseconds) => t.mock.timers.tick(milliseconds) };
}

const THEIRS = '<div id="no-connection" class="box"></div>';

test("a lost connection is told after two seconds, and not before (D43)", async (t) => {
  const { follow, tick, text } = await open(t);
  follow("connected");
  assert.equal(text(), undefined);
  follow("disconnected");
  tick(1500);
  follow("connecting");
  tick(499);
  assert.equal(text(), undefined);
  tick(1);
  assert.equal(text(), "Lost");
});

test("so is one that never came", async (t) => {
  const { follow, tick, text } = await open(t);
  follow("connecting");
  tick(2000);
  assert.equal(text(), "Lost");
});

test("a short loss is not told", async (t) => {
  const { follow, tick, text } = await open(t);
  follow("connected");
  follow("disconnected");
  tick(1999);
  follow("connected");
  tick(10000);
  assert.equal(text(), undefined);
});

test("a connection that is back is told, for a while", async (t) => {
  const { follow, tick, text } = await open(t);
  follow("connecting");
  tick(2000);
  follow("connected");
  assert.equal(text(), "Back");
  tick(3999);
  assert.equal(text(), "Back");
  tick(1);
  assert.equal(text(), undefined);
});

test("a loss while the last one is still bid farewell begins anew", async (t) => {
  const { follow, tick, text } = await open(t);
  follow("connecting");
  tick(2000);
  follow("connected");
  follow("disconnected");
  tick(1000);
  follow("connected");
  assert.equal(text(), "Back");
  follow("disconnected");
  tick(2000);
  assert.equal(text(), "Lost");
  tick(10000);
  assert.equal(text(), "Lost");
});

test("a browser that is offline tells at once, until it is online", async (t) => {
  const { follow, show, text } = await open(t);
  follow("connected");
  show();
  assert.equal(text(), "Lost");
  follow("connected");
  assert.equal(text(), "Back");
});

test("is announced, styled without style elements, and clicked through", async (t) => {
  const { follow, tick, $, document } = await open(t);
  follow("connecting");
  tick(2000);
  const element = $("#liveview-notice");
  assert.equal(element.parentElement, document.documentElement);
  assert.equal(element.getAttribute("role"), "status");
  assert.equal(element.getAttribute("aria-live"), "polite");
  assert.equal(element.style.pointerEvents, "none");
  assert.equal(element.style.position, "fixed");
  assert.equal(document.querySelector("style"), null);
});

test("survives a body that is filled anew, or another one", async (t) => {
  const { follow, tick, text, document } = await open(t);
  follow("connecting");
  tick(2000);
  document.body.innerHTML = "<p></p>";
  assert.equal(text(), "Lost");
  document.body.replaceWith(document.createElement("body"));
  assert.equal(text(), "Lost");
});

test("the page's own element has its classes swapped, looked up each time (D43)", async (t) => {
  const { follow, tick, text, $, document } = await open(t, THEIRS);
  follow("connecting");
  follow("connected");
  assert.equal($("#no-connection").className, "box no-connection--hide");
  assert.equal($("#no-connection").getAttribute("aria-hidden"), "true");
  document.body.innerHTML = THEIRS;
  follow("disconnected");
  tick(2000);
  assert.equal($("#no-connection").className, "box no-connection--show");
  assert.equal($("#no-connection").getAttribute("aria-hidden"), "false");
  assert.equal(text(), undefined);
  follow("connected");
  tick(4000);
  assert.equal($("#no-connection").className, "box no-connection--hide");
});

test("ours goes when the page brings its own", async (t) => {
  const { follow, tick, text, $, document } = await open(t);
  follow("connecting");
  tick(2000);
  document.body.insertAdjacentHTML("beforeend", THEIRS);
  follow("connected");
  assert.equal(text(), undefined);
  assert.equal($("#no-connection").className, "box no-connection--hide");
});

test("can be switched off, but for the page's own", async (t) => {
  const { follow, tick, text, document, $ } = await open(t, "", { notice: false });
  follow("connecting");
  tick(2000);
  assert.equal(text(), undefined);
  follow("connected");
  document.body.innerHTML = THEIRS;
  follow("disconnected");
  tick(2000);
  assert.equal($("#no-connection").className, "box no-connection--show");
});

test("a page that wants no connection is told nothing, until it wants one", async (t) => {
  const { follow, tick, text, rest, show } = await open(t);
  follow("connecting");
  tick(2000);
  rest();
  assert.equal(text(), undefined);
  follow("connected");
  follow("disconnected");
  rest();
  show();
  tick(10000);
  assert.equal(text(), undefined);
  follow("connecting");
  tick(2000);
  assert.equal(text(), "Lost");
});

test("texts are texts", async (t) => {
  const { follow, tick, $ } = await open(t, "", { noticeLost: "<b>Lost</b>" });
  follow("connecting");
  tick(2000);
  assert.equal($("#liveview-notice").innerHTML, "&lt;b&gt;Lost&lt;/b&gt;");
});

for (const [failure, told] of [
  [{ code: "failed", ref: "7f" }, "Failed (7f)"],
  [{ code: "unexpected" }, "Failed"],
  [{ code: "sold_out", ref: undefined }, "Failed"],
  [{ code: "constructor" }, "Failed"],
  [{ code: "lost" }, "Failed"],
  [{ code: "unknown" }, "Unknown"],
  [{ code: "expired" }, "Expired"],
  [{ code: "stale" }, "Stale"],
  [{ code: "signed_out" }, "Signed out"],
  [{ code: "too_many" }, "Too many"],
  [{ message: "<b>Sold out</b>" }, "<b>Sold out</b>"],
]) {
  test(`tells for ten seconds of the error ${JSON.stringify(failure)}`, async (t) => {
    const { follow, fail, tick, text } = await open(t);
    follow("connected");
    fail(failure);
    assert.equal(text(), told);
    tick(9999);
    assert.equal(text(), told);
    tick(1);
    assert.equal(text(), undefined);
  });
}

test("the last error is the one that is told, for as long as any", async (t) => {
  const { follow, fail, tick, text } = await open(t);
  follow("connected");
  fail({ code: "failed" });
  tick(6000);
  fail({ code: "unknown" });
  tick(9999);
  assert.equal(text(), "Unknown");
  tick(1);
  assert.equal(text(), undefined);
});

test("an error waits until a lost connection is back, and is told instead of that", async (t) => {
  const { follow, fail, tick, text } = await open(t);
  follow("connecting");
  tick(2000);
  fail({ code: "expired" });
  assert.equal(text(), "Lost");
  tick(60000);
  assert.equal(text(), "Lost");
  follow("connected");
  assert.equal(text(), "Expired");
  tick(10000);
  assert.equal(text(), undefined);
});

test("an error that is being told is told again after a lost connection", async (t) => {
  const { follow, fail, show, tick, text } = await open(t);
  follow("connected");
  fail({ code: "failed" });
  show();
  assert.equal(text(), "Lost");
  follow("connected");
  assert.equal(text(), "Failed");
  tick(10000);
  follow("disconnected");
  tick(2000);
  follow("connected");
  assert.equal(text(), "Back");
});

test("an error takes the place of the farewell, and a short loss does not end it", async (t) => {
  const { follow, fail, tick, text } = await open(t);
  follow("connecting");
  tick(2000);
  follow("connected");
  fail({ code: "unknown" });
  assert.equal(text(), "Unknown");
  follow("disconnected");
  tick(1000);
  follow("connected");
  assert.equal(text(), "Unknown");
  tick(10000);
  assert.equal(text(), undefined);
});

test("an error is told beside the page's own notice of the connection", async (t) => {
  const { follow, fail, tick, text, $ } = await open(t, THEIRS);
  follow("connecting");
  tick(2000);
  fail({ code: "expired" });
  assert.equal(text(), "Expired");
  tick(10000);
  assert.equal(text(), undefined);
  assert.match($("#no-connection").className, /--show/);
});

test("no error is told where notices are switched off", async (t) => {
  const { follow, fail, text } = await open(t, "", { notice: false });
  follow("connected");
  fail({ code: "failed" });
  assert.equal(text(), undefined);
});

test("needs no body", async (t) => {
  const { follow, show, text, document } = await open(t);
  follow("connecting");
  document.body.remove();
  show();
  assert.equal(text(), "Lost");
});
