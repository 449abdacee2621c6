import assert from "node:assert/strict";
import { test } from "node:test";
import { webAddress } from "../src/address.js";
import { openPage } from "./support/page.js";

for (const [address, href] of [
  ["/a", "https://example.test/a"],
  ["//evil.test", "https://evil.test/"],
  ["/\\evil.test", "https://evil.test/"],
  ["/\t/evil.test", "https://evil.test/"],
  [" \n//evil.test", "https://evil.test/"],
  ["http:/evil.test", "http://evil.test/"],
  ["https:evil", "https://example.test/shop/evil"],
]) {
  test(`${JSON.stringify(address)} is read as the browser reads it`, async (t) => {
    await openPage(t);
    assert.equal(webAddress(address).href, href);
  });
}

for (const address of [
  "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "java\r\nscript:alert(1)",
  "\u0001javascript:alert(1)", "javascript://a/%0aalert(1)", "vbscript:x", "data:text/html,x", "blob:https://example.test/a",
  "file:///etc/passwd", "about:blank", "mailto:a@b.example", "view-source:https://example.test", "ws://example.test",
]) {
  test(`${JSON.stringify(address)} is the address of no page`, async (t) => {
    await openPage(t);
    assert.throws(() => webAddress(address), /expected the address of a page/);
  });
}
