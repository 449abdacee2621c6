// Set one by one: a strict policy for styles forbids the attribute, but not this.
const STYLE = {
  position: "fixed",
  zIndex: "9999",
  inset: "0 0 auto",
  height: "3px",
  background: "#06c",
};

/**
 * Shows that something is under way: in an attribute of the document, for style sheets and for tests, and in a thin bar
 * at the top. That stands outside of the body, which belongs to the page.
 *
 * @param {{progress: boolean}} settings whether there is a bar
 * @returns {(isSlow: boolean) => void}
 */
export function createProgress({ progress }) {
  const root = document.documentElement;
  const bar = document.createElement("div");
  bar.id = "liveview-progress";
  bar.setAttribute("aria-hidden", "true");
  Object.assign(bar.style, STYLE);

  return (isSlow) => {
    root.toggleAttribute("data-liveview-busy", isSlow);
    if (isSlow && progress) root.append(bar);
    else bar.remove();
  };
}
