import assert from "node:assert/strict";
import { test } from "node:test";
import { request, withoutHash } from "../src/page/request.js";

const HTML = { "Content-Type": "text/html;charset=UTF-8" };

function answer(t, headers = HTML, status = 200) {
  const requests = [];
  t.mock.method(globalThis, "fetch", async (...one) => {
    requests.push(one);
    return new Response("<p>", { status, headers });
  });
  return requests;
}

test("asks past the caches, as the user", async (t) => {
  const requests = answer(t);
  const { isHtml, read } = await request("https://example.test/x", "follow");
  assert.deepEqual([isHtml, await read()], [true, "<p>"]);
  const [[address, { signal, ...options }]] = requests;
  assert.equal(address, "https://example.test/x");
  assert.equal(signal.aborted, false);
  const expected = { cache: "no-store", credentials: "same-origin", headers: { Accept: "text/html" }, redirect: "follow" };
  assert.deepEqual(options, expected);
});

for (const [what, headers, status] of [
  ["json", { "Content-Type": "application/json" }],
  ["without a type", {}],
  ["an attachment", { ...HTML, "Content-Disposition": 'attachment; filename="a.html"' }],
  ["an error", HTML, 404],
]) {
  test(`an answer that is ${what} is no page`, async (t) => {
    answer(t, headers, status);
    assert.equal((await request("https://example.test/x", "follow")).isHtml, false);
  });
}

test("gives up after half a minute, also in the middle of an answer", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  answer(t);
  const end = new AbortController();
  const { read } = await request("https://example.test/x", "follow", end);
  t.mock.timers.tick(29999);
  assert.equal(end.signal.aborted, false);
  t.mock.timers.tick(1);
  assert.equal(end.signal.aborted, true);
  await read();
});

test("an answer that has come is not given up", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  answer(t);
  const end = new AbortController();
  await (await request("https://example.test/x", "follow", end)).read();
  t.mock.timers.tick(30000);
  assert.equal(end.signal.aborted, false);
});

test("tells an address without its place in the page", () => {
  assert.equal(withoutHash("https://example.test/x?a=1#b"), "https://example.test/x?a=1");
});
