/** A WebSocket whose other end is the test. */
export class FakeSocket {
  static all = [];

  static get last() {
    return FakeSocket.all.at(-1);
  }

  constructor(url, protocols) {
    this.url = url;
    this.protocols = protocols;
    this.readyState = 0;
    this.sent = [];
    FakeSocket.all.push(this);
  }

  send(text) {
    if (this.readyState !== 1) throw new Error("not open");
    this.sent.push(JSON.parse(text));
  }

  close(code) {
    this.closedWith ??= code;
    if (this.readyState < 2) this.readyState = 2;
  }

  /** The server accepts the upgrade. */
  open() {
    this.readyState = 1;
    this.onopen({});
  }

  /** The server accepts the upgrade and answers the hello. */
  welcome(fields = {}) {
    this.open();
    this.receive({ type: "welcome", resumed: false, ...fields });
  }

  /** Whoever sends several objects at once waits until the page has taken them in, as the browser does between two frames. */
  async receive(message) {
    this.receiveRaw(JSON.stringify(message));
    for (const each of [message].flat()) await each?.type;
  }

  receiveRaw(data) {
    this.onmessage({ data });
  }

  /** The connection is gone. */
  drop(code = 1006) {
    this.readyState = 3;
    this.onclose({ code });
  }

  /** What was sent, without the hello. */
  get calls() {
    return this.sent.filter(({ type }) => type === "call");
  }
}
