// Before the page's own scripts: lets frames be given to the client as if they had come over its socket.
window.WebSocket = class extends WebSocket {
  constructor(...all) {
    super(...all);
    window.receiveFrame = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
  }
};
