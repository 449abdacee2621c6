/*! LiveView for Spring Boot 0.1.0-SNAPSHOT, (c) 2026 the liveview4j authors, MIT License: liveview.LICENSE.txt */
// src/page/own_page.js
var LIMIT = 3e4;
var withoutQuery = (address) => address.split(/[?#]/)[0];
async function fetchOwnPage(isRetry) {
  const { href } = location;
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(), LIMIT);
  try {
    const response = await fetch(href, {
      cache: "no-store",
      credentials: "same-origin",
      headers: { Accept: "text/html" },
      // A redirect to another origin, as to a sign-in elsewhere, looks like a lost network unless it is not followed.
      redirect: isRetry ? "manual" : "follow",
      signal: end.signal
    });
    const { type, status, ok, url, redirected, headers } = response;
    const isElsewhere = redirected && withoutQuery(url) !== withoutQuery(href);
    if (isElsewhere || type === "opaqueredirect" || status === 401 || status === 403) return "reload";
    if (status >= 500) return "again";
    if (!ok || !/^text\/html\b/i.test(headers.get("Content-Type") ?? "")) return "stale";
    const html = await response.text();
    return location.href === href ? { html } : "again";
  } catch {
    return "again";
  } finally {
    clearTimeout(timer);
  }
}

// src/page/take_over.js
var RUNS = /^$|script|module|importmap|speculationrules/i;
function takeOver(html, { script, findScript, trusted, morph, keeps }) {
  const next = new DOMParser().parseFromString(trusted(html), "text/html");
  const root = document.documentElement;
  const { scrollX: left, scrollY: top } = window;
  for (const name of ["lang", "data-room"]) {
    const value = next.documentElement.getAttribute(name);
    if (value === null) root.removeAttribute(name);
    else if (value !== root.getAttribute(name)) root.setAttribute(name, value);
  }
  document.title = next.title;
  const same = [...next.scripts].find(({ src }) => src && src === script?.src);
  const { position, token } = (
    /** @type {DOMStringMap} */
    (same ?? findScript(next))?.dataset ?? {}
  );
  for (const one of next.querySelectorAll("script,noscript")) if (isInert(one)) one.remove();
  morph(root, [document.body], next.documentElement, [next.body], { stays: isInert, keeps });
  for (const [name, value] of Object.entries({ position, token })) {
    if (value === void 0) script?.removeAttribute(`data-${name}`);
    else script?.setAttribute(`data-${name}`, value);
  }
  if (window.scrollX !== left || window.scrollY !== top) scrollTo({ left, top, behavior: "instant" });
  return { position, token };
}
function isInert(node) {
  if (node.localName === "noscript") return true;
  return node.localName === "script" && (node.hasAttribute("src") || RUNS.test(node.getAttribute("type") ?? ""));
}
export {
  fetchOwnPage,
  takeOver
};
