// What is being compared stays as it is until the person has chosen.
document.addEventListener("liveview:before-render", (event) => {
  if (event.target instanceof Element && event.target.closest(".comparing")) event.preventDefault();
});

// The server's own events, sent with LiveViewMessage.event("sold", ...).
const off = LiveView.on("sold", ({ seats }, event) => {
  if (seats === 0) off();
  else console.info(`${seats} left`);
});

LiveView.on("liveview:error", ({ code, ref }) => console.info(`failed: ${code}, ${ref}`));
