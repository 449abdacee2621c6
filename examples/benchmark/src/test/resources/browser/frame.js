// Resolved when the frame that shows what has changed so far is laid out, painted and handed on: a message that is posted
// while a frame is made comes after it. (A second requestAnimationFrame would add the pause before the next frame.)
window.afterFrame = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.now());
    requestAnimationFrame(() => port2.postMessage(null));
  });
