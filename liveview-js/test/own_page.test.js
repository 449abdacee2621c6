import assert from "node:assert/strict";
import { test } from "node:test";
import { fetchOwnPage } from "../src/page/own_page.js";
import { openPage } from "./support/page.js";

const HREF = "https://example.test/shop/page";

async function outcomeOf(t, fields, { isRetry = false, during } = {}) {
  const requests = [];
  const response = {
    type: "basic",
    status: 200,
    url: HREF,
    redirected: false,
    headers: new Headers({ "Content-Type": "text/html;charset=UTF-8" }),
    text: async () => "<p>",
    ...fields,
  };
  response.ok ??= response.status >= 200 && response.status < 300;
  const fetch = async (address, options) => {
    requests.push([address, options]);
    during?.();
    if (fields instanceof Error) throw fields;
    return response;
  };
  await openPage(t, "", { globals: { fetch } });
  return { outcome: await fetchOwnPage(isRetry), requests };
}

test("fetches the address that is shown, past the caches, as the user", async (t) => {
  const { outcome, requests } = await outcomeOf(t, {});
  assert.deepEqual(outcome, { html: "<p>" });
  const [[address, { signal, ...options }]] = requests;
  assert.equal(address, HREF);
  assert.ok(!signal.aborted);
  assert.deepEqual(options, {
    cache: "no-store",
    credentials: "same-origin",
    headers: { Accept: "text/html" },
    redirect: "follow",
  });
});

for (const [what, fields, expected] of [
  ["a lost network", new TypeError("network"), "again"],
  ["a status of 500", { status: 500 }, "again"],
  ["a status of 503", { status: 503 }, "again"],
  ["a status of 401", { status: 401 }, "reload"],
  ["a status of 403", { status: 403 }, "reload"],
  ["a status of 404", { status: 404 }, "stale"],
  ["a status of 410", { status: 410 }, "stale"],
  ["what is no html", { headers: new Headers({ "Content-Type": "application/json" }) }, "stale"],
  ["what has no type", { headers: new Headers() }, "stale"],
  ["a redirect elsewhere", { redirected: true, url: "https://example.test/login?next=/shop/page" }, "reload"],
  ["a redirect that was not followed", { type: "opaqueredirect", status: 0, url: "" }, "reload"],
]) {
  test(`${what}: ${expected}`, async (t) => {
    const { outcome } = await outcomeOf(t, fields);
    assert.equal(outcome, expected);
  });
}

test("a redirect to the same path is the page", async (t) => {
  const { outcome } = await outcomeOf(t, { redirected: true, url: `${HREF}?a=1` });
  assert.deepEqual(outcome, { html: "<p>" });
});

test("after a failure it follows no redirect, which may have been the failure", async (t) => {
  const { requests } = await outcomeOf(t, {}, { isRetry: true });
  assert.equal(requests[0][1].redirect, "manual");
});

test("a page that went elsewhere meanwhile is fetched again", async (t) => {
  const { outcome } = await outcomeOf(t, {}, { during: () => history.pushState({}, "", "/shop/other") });
  assert.equal(outcome, "again");
});

test("gives up a fetch that hangs for half a minute", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const fetch = (_address, { signal }) =>
    new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(new Error("aborted"))));
  await openPage(t, "", { globals: { fetch } });
  const outcome = fetchOwnPage(false);
  t.mock.timers.tick(30000);
  assert.equal(await outcome, "again");
});
