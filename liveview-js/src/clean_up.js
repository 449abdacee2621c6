/**
 * Gives widgets the chance to let go of what they hold outside their element.
 *
 * @param {Element} target
 */
export function cleanUp(target) {
  for (const element of /** @type {any[]} */ ([target, ...target.querySelectorAll("*")])) {
    if (typeof element.__cleanup !== "function") continue;
    try {
      element.__cleanup();
    } catch (error) {
      console.error("LiveView: __cleanup failed", error);
    }
    delete element.__cleanup;
  }
}
