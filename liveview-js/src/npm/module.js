import "../index.js";

/**
 * What the npm package is: starts the client when it is imported, and gives what `window.LiveView` is.
 *
 * @type {import("./live_view_api.js").LiveViewApi}
 */
export const LiveView = /** @type {any} */ (window).LiveView;

export default LiveView;
