import assert from "node:assert/strict";
import { test } from "node:test";
import { findScript, readSettings } from "../src/settings.js";
import { captureConsole, openPage } from "./support/page.js";

const script = (attributes) => `<script src="/shop/liveview/liveview.min.js" ${attributes}></script>`;

const NOTICE = {
  notice: true,
  noticeLost: "Connection lost. Trying again…",
  noticeBack: "Connected again.",
  noticeFailed: "That did not work.",
  noticeUnknown: "The connection was lost before the answer came. Please check whether it was done.",
  noticeExpired: "That was not sent: there was no connection.",
  noticeSignedOut: "That was not done: you are not signed in any more.",
  noticeTooMany: "That was too much at once. Please try again.",
  noticeStale: "This page could not be brought up to date. Please reload it.",
  noticeUpdated: "This page has been updated. Please reload it when it suits you.",
};

const NONE = { position: undefined, token: undefined };

async function settingsOf(t, html, { config, url } = {}) {
  await openPage(t, html, url ? { url } : {});
  return readSettings(findScript(), config);
}

async function addressOf(t, html, options) {
  const { url } = await settingsOf(t, `<html data-room="r">${html}`, options);
  return url();
}

test("knows its defaults", async (t) => {
  const { url, ...others } = await settingsOf(t, '<html data-room="r">');
  assert.equal(url(), "wss://example.test/ws/liveview/r");
  assert.deepEqual(others, { ...NONE, queueLimit: 32, queueAge: 30000, retryMin: 250, retryMax: 20000, sleepAfter: 300000, progress: true, ...NOTICE });
});

test("follows the scheme and port of the page", async (t) => {
  const url = await addressOf(t, "", { url: "http://localhost:8080/" });
  assert.equal(url, "ws://localhost:8080/ws/liveview/r");
});

for (const [source, path] of [
  ["/liveview/liveview.min.js", "/ws/liveview"],
  ["/shop/liveview/liveview.min.js", "/shop/ws/liveview"],
  ["/shop/liveview/liveview.js?v=1#x", "/shop/ws/liveview"],
  ["/shop/liveview/liveview.min.js?v=0a1b2c3d", "/shop/ws/liveview"],
  ["/a/b/liveview/liveview.js", "/a/b/ws/liveview"],
  ["/shop/liveview/liveview.min-0a1b2c.js", "/shop/ws/liveview"],
  ["/shop/liveview/liveview.min.js;jsessionid=1F", "/shop/ws/liveview"],
  ["https://example.test/shop/liveview/liveview.min.js", "/shop/ws/liveview"],
  ["https://cdn.test/shop/liveview/liveview.min.js", "/ws/liveview"],
  ["https://example.test.evil/shop/liveview/liveview.min.js", "/ws/liveview"],
  ["/assets/liveview.min.js", "/ws/liveview"],
  ["/assets/app.js?x=/shop/liveview/liveview.js", "/ws/liveview"],
]) {
  test(`takes the context path from a script at ${source}`, async (t) => {
    assert.equal(await addressOf(t, `<script src="${source}"></script>`), `wss://example.test${path}/r`);
  });
}

test("reads the attributes of its script", async (t) => {
  const { url, ...settings } = await settingsOf(
    t,
    `<html data-room="r">${script(`data-host="h.test:1" data-protocol="ws" data-path="/live" data-queue-limit="1"
      data-queue-age="2" data-retry-min="3" data-retry-max="4" data-notice="false" data-notice-lost="Weg"
      data-notice-back="Da" data-notice-failed="F" data-notice-unknown="U" data-notice-expired="E" data-notice-signed-out="O"
      data-notice-too-many="M" data-notice-stale="S"
      data-notice-updated="N" data-progress="false" data-sleep-after="0" data-position="abcdefgh:7" data-token="T"`)}`,
  );
  assert.equal(url(), "ws://h.test:1/live/r");
  assert.deepEqual(settings, {
    position: "abcdefgh:7",
    token: "T",
    queueLimit: 1,
    queueAge: 2,
    retryMin: 3,
    retryMax: 4,
    notice: false,
    noticeLost: "Weg",
    noticeBack: "Da",
    noticeFailed: "F",
    noticeUnknown: "U",
    noticeExpired: "E",
    noticeSignedOut: "O",
    noticeTooMany: "M",
    noticeStale: "S",
    noticeUpdated: "N",
    sleepAfter: 0,
    progress: false,
  });
});

test("merges window.webSocketConfig over the attributes and the defaults", async (t) => {
  const html = `<html data-room="r">${script('data-path="/live" data-queue-limit="1"')}`;
  const config = { path: "/other", retryMin: 9, queueLimit: 0, host: undefined, queueAge: "", notice: false, progress: false };
  const { url, ...settings } = await settingsOf(t, html, { config });
  assert.equal(url(), "wss://example.test/other/r");
  assert.deepEqual(settings, {
    ...NONE,
    queueLimit: 0,
    queueAge: 30000,
    retryMin: 9,
    retryMax: 20000,
    sleepAfter: 300000,
    ...NOTICE,
    notice: false,
    progress: false,
  });
});

test("tolerates slashes around the path", async (t) => {
  assert.equal(await addressOf(t, "", { config: { path: "/live//" } }), "wss://example.test/live/r");
  assert.equal(await addressOf(t, "", { config: { path: "live/x/" } }), "wss://example.test/live/x/r");
  assert.equal(await addressOf(t, "", { config: { path: "/" } }), "wss://example.test/r");
});

test("an empty attribute is none", async (t) => {
  assert.equal(await addressOf(t, script('data-path="" data-host=""')), "wss://example.test/shop/ws/liveview/r");
});

for (const value of ["abc", "-1", "0", "NaN", "Infinity", "99999999999"]) {
  test(`warns of the number ${value} and uses the default`, async (t) => {
    const { warn } = captureConsole(t);
    const { retryMin } = await settingsOf(t, script(`data-retry-min="${value}"`));
    assert.equal(retryMin, 250);
    assert.deepEqual(warn, [`LiveView: retryMin: expected a number from 1, got "${value}"; using 250`]);
  });
}

test("an element named webSocketConfig is no configuration", async (t) => {
  const { window } = await openPage(t, '<html data-room="r"><a id="webSocketConfig" href="https://evil.test/x"></a>');
  assert.equal(window.webSocketConfig.host, "evil.test");
  assert.equal(readSettings(undefined, window.webSocketConfig).url(), "wss://example.test/ws/liveview/r");
});

test("prefers the script that runs", async (t) => {
  const { document } = await openPage(t, `${script("")}<script id="it" src="/app.js"></script>`);
  Object.defineProperty(document, "currentScript", { value: document.getElementById("it"), configurable: true });
  assert.equal(findScript().id, "it");
});

test("an element named currentScript is not the script", async (t) => {
  const { document, $ } = await openPage(t, `<img name="currentScript" data-host="evil.test">${script('id="it"')}`);
  Object.defineProperty(document, "currentScript", { value: $("img"), configurable: true });
  assert.equal(findScript().id, "it");
});

test("finds its script among others in a module", async (t) => {
  await openPage(t, `<script></script><script src="/x.js"></script>${script('id="it"')}<script src="/y.js"></script>`);
  assert.equal(findScript().id, "it");
});

test("finds the element of a bundle by its mark, whatever its address", async (t) => {
  const html = `<html data-room="r"><script src="/vendor.js"></script>
    <script data-liveview src="/assets/app-1f.js" type="module" data-path="/shop/live" data-token="T"></script>`;
  const { url, token } = await settingsOf(t, html);
  assert.equal(url(), "wss://example.test/shop/live/r");
  assert.equal(token, "T");
});

test("takes the room of the page, trimmed", async (t) => {
  const { url } = await settingsOf(t, '<html data-room=" chat:42~a.b_c-d ">');
  assert.equal(url(), "wss://example.test/ws/liveview/chat:42~a.b_c-d");
});

for (const html of ["<html>", '<html data-room="  ">']) {
  test(`makes up a room for ${html}`, async (t) => {
    const { url } = await settingsOf(t, html);
    assert.equal(url(), url());
    assert.match(url(), /^wss:\/\/example\.test\/ws\/liveview\/[0-9a-f]{32}$/);
    assert.notEqual(readSettings(undefined, undefined).url(), url());
  });
}

test("follows the page to another room", async (t) => {
  const { url } = await settingsOf(t, '<html data-room="a">');
  assert.match(url(), /\/a$/);
  document.documentElement.dataset.room = "b";
  assert.match(url(), /\/b$/);
});

test("says so when the name of the room is not allowed, without repeating it", async (t) => {
  const { error } = captureConsole(t);
  const { url } = await settingsOf(t, '<html data-room="a b/c">');
  assert.equal(url(), "wss://example.test/ws/liveview/a%20b%2Fc");
  assert.equal(error.length, 1);
  assert.doesNotMatch(error[0], /a b\/c/);
});
