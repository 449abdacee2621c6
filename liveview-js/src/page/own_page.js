import { request } from "./request.js";

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
  try {
    // A redirect to another origin, as to a sign-in elsewhere, looks like a lost network unless it is not followed.
    const { response, isHtml, read } = await request(href, isRetry ? "manual" : "follow");
    const { type, status, url, redirected } = response;
    const isElsewhere = redirected && withoutQuery(url) !== withoutQuery(href);
    if (isElsewhere || type === "opaqueredirect" || status === 401 || status === 403) return "reload";
    if (status >= 500) return "again";
    if (!isHtml) return "stale";
    const html = await read();
    return location.href === href ? { html } : "again";
  } catch {
    return "again";
  }
}
