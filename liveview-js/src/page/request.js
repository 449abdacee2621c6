// As long as the page itself may take.
const LIMIT = 30000;

/** @param {string} address */
export const withoutHash = (address) => address.split("#")[0];

/**
 * Asks for html as the user's browser would, past every cache.
 *
 * @param {string} href
 * @param {RequestRedirect} redirect
 * @param {AbortController} [end] by which it is given up
 * @returns {Promise<{response: Response, isHtml: boolean, read: () => Promise<string>}>} rejected where there is no answer, or none
 *   in time
 */
export async function request(href, redirect, end = new AbortController()) {
  const timer = setTimeout(() => end.abort(), LIMIT);
  const stop = () => clearTimeout(timer);
  try {
    const response = await fetch(href, {
      cache: "no-store",
      credentials: "same-origin",
      headers: { Accept: "text/html" },
      redirect,
      signal: end.signal,
    });
    const { ok, headers } = response;
    const isHtml =
      ok &&
      /^text\/html\b/i.test(headers.get("Content-Type") ?? "") &&
      !/^attachment/i.test(headers.get("Content-Disposition") ?? "");
    return { response, isHtml, read: () => response.text().finally(stop) };
  } catch (error) {
    stop();
    throw error;
  }
}
