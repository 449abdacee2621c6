// What else is to become of the page, the browser knows.
const LINK = "a[data-liveview-navigate]:not([target],[download])";

/**
 * Notices clicks on links with `data-liveview-navigate` that the browser would answer with a page in the place of this one.
 *
 * @param {(address: string, how: string) => void} visit
 */
export function followLinks(visit) {
  document.addEventListener("click", (event) => {
    const link = /** @type {any} */ (event.target).closest?.(LINK);
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    visit(link.href, link.getAttribute("data-liveview-navigate"));
  });
}
