import { Controller } from "@hotwired/stimulus";
import { LiveView } from "liveview4j";

/** `<ul data-controller="sort">`: Alt and the down arrow move an item, and the server is told. */
export default class extends Controller {
  connect() {
    this.element.addEventListener("keydown", this.move);
  }

  disconnect() {
    this.element.removeEventListener("keydown", this.move);
  }

  /** @param {any} event */
  move = async ({ key, altKey, target }) => {
    const next = target.nextElementSibling;
    if (key !== "ArrowDown" || !altKey || !next) return;
    next.after(target);
    try {
      await LiveView.call("move", { id: target.id, after: next.id }, { element: this.element });
    } catch {
      target.after(next);
    }
  };
}
