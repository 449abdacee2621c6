const LIMIT = 30000;

/** @param {string} address */
const withoutQuery = (address) => address.split(/[?#]/)[0];

/**
 * Fetches the page that is shown.
 *
 * @param {boolean} isRetry
 * @returns {Promise<{html: string} | "again" | "reload" | "stale">} or what to do instead
 */
export async function fetchOwnPage(isRetry) {
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
      signal: end.signal,
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
