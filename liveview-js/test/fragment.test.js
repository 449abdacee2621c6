import assert from "node:assert/strict";
import { test } from "node:test";
import { parseFragment } from "../src/fragment.js";
import { openPage } from "./support/page.js";

async function htmlOf(t, html) {
  const { document } = await openPage(t);
  const holder = document.createElement("div");
  holder.append(parseFragment(html, document.body));
  return holder.innerHTML;
}

for (const html of [
  "<tr><td>x</td></tr>",
  "<td>x</td><td>y</td>",
  "<option>x</option>",
  "<li>x</li>text",
  "<style>p {}</style><p>x</p>",
  '<link rel="stylesheet" href="/x.css"><meta name="a"><title>x</title>',
  "",
]) {
  test(`keeps ${html || "nothing"} (D14)`, async (t) => {
    assert.equal(await htmlOf(t, html), html);
  });
}

test("parses the children of an SVG element as SVG", async (t) => {
  const { $ } = await openPage(t, "<svg><g></g></svg>");
  const { children } = parseFragment('<circle r="1"/><text>x</text>', $("g"));
  assert.equal(children.length, 2);
  assert.equal(children[0].namespaceURI, "http://www.w3.org/2000/svg");
});

test("parses the children of a foreignObject as HTML", async (t) => {
  const { $ } = await openPage(t, "<svg><foreignObject></foreignObject></svg>");
  const [child] = parseFragment("<p>x</p>", $("foreignObject")).children;
  assert.equal(child.namespaceURI, "http://www.w3.org/1999/xhtml");
});

test("runs no script that came along (D20, D21)", async (t) => {
  const { window, document } = await openPage(t, "", { runScripts: "dangerously" });
  document.body.append(parseFragment("<script>window.ran = true</script><p>x</p>", document.body));
  assert.equal(document.querySelectorAll("script").length, 1);
  assert.equal(window.ran, undefined);
});

test("goes through a policy of its own where the browser demands trusted types", async (t) => {
  const policies = [];
  const trustedTypes = {
    createPolicy(name, { createHTML }) {
      policies.push(name);
      return { createHTML: (html) => ({ toString: () => createHTML(`<!--trusted-->${html}`) }) };
    },
  };
  const { window, document } = await openPage(t);
  window.trustedTypes = trustedTypes;
  const fresh = await import("../src/fragment.js?trusted");
  const parse = (html) => fresh.parseFragment(html, document.body).textContent;
  assert.equal(fresh.parseFragment("<p>x</p>", document.body).firstChild.data, "trusted");
  assert.equal(parse("<p>y</p>"), "y");
  assert.deepEqual(policies, ["liveview"]);
});
