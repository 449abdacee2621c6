import assert from "node:assert/strict";
import { test } from "node:test";
import { findScript } from "../src/settings.js";
import { become } from "./support/become.js";
import { openPage } from "./support/page.js";

const PAGE = `<html lang="en" data-room="a" data-liveview-status="connected"><head><title>Old</title>
  <script id="ours" src="/liveview/liveview.js" data-position="abcdefgh:1" data-token="T1" data-notice="false"></script>
  </head><body>old</body></html>`;

const takeOver = (html, trusted, script) => become(html, { trusted, script, findScript });

async function open(t, options) {
  const page = await openPage(t, PAGE, options);
  return { ...page, root: page.document.documentElement, take: (html) => takeOver(html, (text) => text, page.$("#ours")) };
}

test("takes over body, title, language, room, position and token", async (t) => {
  const { document, root, $, take } = await open(t);
  const page = take(`<html lang="de" data-room="b" class="x"><head><title>New</title>
    <script src="/liveview/liveview.js" data-position="abcdefgh:9" data-token="T2"></script></head><body>new`);
  assert.deepEqual(page, { position: "abcdefgh:9", token: "T2" });
  assert.equal(document.body.textContent.trim(), "new");
  assert.equal(document.title, "New");
  assert.deepEqual({ ...root.dataset }, { room: "b", liveviewStatus: "connected" });
  assert.equal(root.lang, "de");
  assert.equal(root.className, "");
  assert.deepEqual({ ...$("#ours").dataset }, { position: "abcdefgh:9", token: "T2", notice: "false" });
});

test("what the page has no longer goes", async (t) => {
  const { root, $, take } = await open(t);
  assert.deepEqual(take("<p>"), { position: undefined, token: undefined });
  assert.equal(root.hasAttribute("lang"), false);
  assert.equal(root.hasAttribute("data-room"), false);
  assert.deepEqual({ ...$("#ours").dataset }, { notice: "false" });
});

for (const [what, before, after, isKept] of [
  ["of another user is nobody else's draft", "1|@YW5h|S|||M", "2|@Ym9i|S|||M", false],
  ["of the same user is kept, whatever the session", "1|@YW5h|S|||M", "2|@YW5h|T|||M", true],
  ["of a user is kept where nobody has signed in since", "1|@YW5h|S|||M", "2|||||M", true],
  ["of nobody is kept for who has signed in since", "1|||||M", "2|@YW5h|S|||M", true],
]) {
  test(`what is typed ${what}`, async (t) => {
    const { document, $, take } = await open(t);
    $("#ours").dataset.token = before;
    document.body.innerHTML = '<form><input id="draft" name="draft"></form>';
    document.getElementById("draft").value = "typed";
    take(`<head><script src="/liveview/liveview.js" data-token="${after}"></script></head><body><form><input id="draft" name="draft"></form>`);
    assert.equal(document.getElementById("draft").value, isKept ? "typed" : "");
  });
}

test("works with a script of ours in the body, and without one", async (t) => {
  const { document, $, take } = await open(t);
  document.body.append($("#ours"));
  take('<body><script src="/liveview/liveview.js" data-position="abcdefgh:2"></script>');
  assert.equal($("#ours").dataset.position, "abcdefgh:2");
  assert.deepEqual(takeOver('<script src="/liveview/liveview.min.js" data-token="T">', (text) => text), { position: undefined, token: "T" });
});

test("does not take a script of others for ours", async (t) => {
  const { $, take } = await open(t);
  const theirs = '<script src="/pay.js" data-token="pay" data-position="top"></script><script data-token="x"></script>';
  assert.deepEqual(take(`<head>${theirs}<script src="/liveview/liveview.min-0a1b.js?v=2" data-token="T"></script>`), {
    position: undefined,
    token: "T",
  });
  take(`<head>${theirs}`);
  assert.deepEqual({ ...$("#ours").dataset }, { notice: "false" });
});

test("finds ours under a name of the application's own, too", async (t) => {
  const { $, take } = await open(t);
  $("#ours").src = "/live.js";
  assert.equal(take('<script src="/pay.js" data-token="pay"></script><script src="/live.js" data-token="T">').token, "T");
});

test("hands the html through the page's one policy", async (t) => {
  await open(t);
  const seen = [];
  takeOver("<p>", (text) => seen.push(text) && text);
  assert.deepEqual(seen, ["<p>"]);
});

test("scrolls back at once when the page has moved", async (t) => {
  const scrolls = [];
  const { window, document, take } = await open(t, { globals: { scrollTo: (options) => scrolls.push(options) } });
  take("<p>1");
  Object.defineProperty(window, "scrollY", { get: () => (document.body.textContent === "2" ? 0 : 100) });
  take("<p>2");
  assert.deepEqual(scrolls, [{ left: 0, top: 100, behavior: "instant" }]);
});
