import LiveView, { LiveView as named, type LiveViewError, type LiveViewEvents } from "liveview4j";

// The module and the global are the same thing.
const same: typeof LiveView = window.LiveView;
const status: "connecting" | "connected" | "disconnected" = same.status;
const waiting: number = named.queueLength;
window.webSocketConfig = { queueAge: 60000, notice: false };

class Mine extends LiveView.Controller<HTMLFormElement> {
  async send() {
    await LiveView.call("save", { id: 7, name: null }, { form: this.element, element: this.element });
    await LiveView.call("save", {}, { form: { tag: ["a", "b"], done: true } });
  }
}
LiveView.application.register("mine", Mine);

LiveView.call("save").catch(({ code, ref }: LiveViewError) => console.info(code, ref, status, waiting));
const off: () => void = LiveView.on("liveview:disconnected", ({ code }) => console.info(code.toFixed()));
LiveView.on("sold", (detail, event) => console.info(detail.seats, event.target));
off();

document.addEventListener("liveview:before-render", (event) => {
  const update: LiveViewEvents["liveview:before-render"]["update"] = event.detail.update;
  if (update.target === "#a") event.preventDefault();
});

LiveView.visit("/orders");
await LiveView.latency(200, 50);
await LiveView.debug();
