/**
 * Reads an address as the browser does, which drops tabs in it, and takes a backslash for a slash.
 *
 * @param {string | URL} address
 * @returns {URL} by http or https
 * @throws {Error} for one that would run code, show data as a page or start another program
 */
export function webAddress(address) {
  const url = new URL(address, location.href);
  if (!/^http/.test(url.protocol)) throw Error(`expected the address of a page, got one by ${url.protocol}`);
  return url;
}
