import LiveView from "liveview4j";

// Each of these is refused, or the line above it is.
// @ts-expect-error
LiveView.call();
// @ts-expect-error
LiveView.call("save", { id: { a: 1 } });
// @ts-expect-error
LiveView.call("save", {}, { form: 7 });
// @ts-expect-error
LiveView.call("save", {}, { elemnt: document.body });
// @ts-expect-error
LiveView.status = "connected";
// @ts-expect-error
window.LiveView = LiveView;
// @ts-expect-error
LiveView.status === "conected";
// @ts-expect-error
LiveView.on("liveview:disconnected", ({ reason }) => reason);
// @ts-expect-error
document.addEventListener("liveview:error", ({ detail }) => detail.codes);
// @ts-expect-error
LiveView.latency("slow");
// @ts-expect-error
LiveView.send("save");
// @ts-expect-error
import { nothing } from "liveview4j";
