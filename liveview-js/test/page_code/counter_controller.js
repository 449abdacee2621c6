// Without a bundler: a script that stands, with defer, after the one of the library.
const { application, Controller } = LiveView;

application.register("count", class extends Controller {
  static targets = ["item", "total"];

  itemTargetConnected() {
    this.show();
  }

  itemTargetDisconnected() {
    this.show();
  }

  show() {
    const [total] = this.targets.findAll("total");
    total.textContent = `${this.targets.findAll("item").length} items`;
  }
});
