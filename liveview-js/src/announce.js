// A region that has just been added is not listened to at once.
const PAUSE = 100;

const SOON_ENOUGH = 9000;

/**
 * Has a text read out to those who listen to the page, once they have heard what is being read; nobody sees it.
 *
 * @param {string} text
 */
export function announce(text) {
  const region = document.createElement("div");
  region.setAttribute("aria-live", "polite");
  Object.assign(region.style, { position: "fixed", clipPath: "inset(50%)" });
  // Beside the body, which may be renewed.
  document.documentElement.append(region);
  setTimeout(() => (region.textContent = text), PAUSE);
  setTimeout(() => region.remove(), SOON_ENOUGH);
}
