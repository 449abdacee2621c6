import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { createConnection } from "../src/connection.js";
import { FakeSocket } from "./support/fake_socket.js";
import { captureConsole } from "./support/page.js";

const URL = "wss://example.test/ws/liveview/r";

beforeEach(() => {
  FakeSocket.all = [];
  globalThis.WebSocket = FakeSocket;
});

function start(t, settings = {}, overrides = {}) {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  t.mock.method(Math, "random", () => 1);
  const log = [];
  const delegate = {
    through: (frame, pass) => pass(frame),
    language: () => "en",
    statusChanged: (status) => log.push(status),
    connected: () => log.push(["connected"]),
    disconnected: (code) => log.push(["disconnected", code]),
    calling() {},
    ended() {},
    receivedUpdates: (updates) => log.push(["updates", updates]),
    failed: (failure) => log.push(["failed", failure]),
    resyncing: () => true,
    load: async () => ({ fetchAgain: () => new Promise(() => {}) }),
    settled() {},
    resynced: () => log.push(["resynced"]),
    ...overrides,
  };
  const connection = createConnection(
    { url: () => URL, queueLimit: 3, queueAge: 30000, retryMin: 250, retryMax: 20000, ...settings },
    "page-id",
    delegate,
  );
  connection.connect();
  return {
    connection,
    delegate,
    log,
    tick: (milliseconds) => t.mock.timers.tick(milliseconds),
    call: (name, data = {}, form = []) => connection.call(name, data, form),
    take: (kind) => log.filter((entry) => entry[0] === kind).map((entry) => entry[1]),
  };
}

const pause = () => new Promise((resolve) => setImmediate(resolve));

/** What fetches the page, for the delegate. */
const fetched = (fetchAgain) => ({ load: async () => ({ fetchAgain }) });

const ids = (socket) => socket.calls.map(({ id, function: name }) => `${id} ${name}`);
const unknown = (name) => ({ code: "unknown", ref: undefined, function: name });

describe("opening", () => {
  test("offers the subprotocol and asks for array buffers", (t) => {
    start(t);
    const { url, protocols, binaryType } = FakeSocket.last;
    assert.deepEqual([url, protocols, binaryType], [URL, "liveview.v2", "arraybuffer"]);
  });

  test("says hello, and is connected once welcomed", (t) => {
    const { connection, log } = start(t);
    assert.equal(connection.status(), "connecting");
    FakeSocket.last.open();
    assert.deepEqual(FakeSocket.last.sent, [{ type: "hello", page: "page-id", lang: "en", done: 0 }]);
    assert.equal(connection.status(), "connecting");
    FakeSocket.last.receive({ type: "welcome", heartbeat: 20000, resumed: false });
    assert.equal(connection.status(), "connected");
    assert.deepEqual(log, ["connecting", "connected", ["connected"]]);
  });

  test("connecting twice opens one socket", (t) => {
    const { connection } = start(t);
    connection.connect();
    FakeSocket.last.welcome();
    connection.connect();
    assert.equal(FakeSocket.all.length, 1);
  });

  test("gives up an attempt that hangs for ten seconds", (t) => {
    const { tick } = start(t);
    const [first] = FakeSocket.all;
    tick(9999);
    assert.equal(first.closedWith, undefined);
    tick(1);
    assert.equal(first.closedWith, 1000);
    tick(500);
    assert.equal(FakeSocket.all.length, 2);
  });

  test("gives up a server that never welcomes", (t) => {
    const { tick } = start(t);
    FakeSocket.last.open();
    tick(10000);
    assert.equal(FakeSocket.all[0].closedWith, 1000);
  });

  test("keeps trying when the browser refuses the address", (t) => {
    const { error } = captureConsole(t);
    globalThis.WebSocket = class {
      constructor() {
        throw new SyntaxError("bad address");
      }
    };
    const { connection, tick } = start(t);
    assert.equal(connection.status(), "disconnected");
    assert.deepEqual(error, ["LiveView: bad address"]);
    globalThis.WebSocket = FakeSocket;
    tick(500);
    assert.equal(connection.status(), "connecting");
  });

  test("a second welcome changes nothing", (t) => {
    const { call } = start(t);
    FakeSocket.last.welcome();
    call("a");
    FakeSocket.last.receive({ type: "welcome", resumed: true });
    assert.deepEqual(ids(FakeSocket.last), ["1 a"]);
  });
});

describe("coming back", () => {
  for (const code of [1000, 1001, 1005, 1006, 1009, 1011, 1012, 4400, 4401, 4403, 4408, 4429]) {
    test(`returns after close code ${code} (D1, D41)`, (t) => {
      const { tick, take } = start(t);
      FakeSocket.last.welcome();
      FakeSocket.last.drop(code);
      assert.deepEqual(take("disconnected"), [code]);
      tick(500);
      assert.equal(FakeSocket.all.length, 2);
    });
  }

  test("never gives up, and pauses at most 20 seconds (D1)", (t) => {
    const { tick } = start(t);
    for (let attempt = 1; attempt <= 50; attempt++) {
      assert.equal(FakeSocket.all.length, attempt);
      FakeSocket.last.drop();
      tick(20000);
    }
  });

  test("doubles its pauses until it is welcomed", (t) => {
    const { tick } = start(t);
    for (const pause of [500, 1000, 2000]) {
      FakeSocket.last.drop();
      const count = FakeSocket.all.length;
      tick(pause - 1);
      assert.equal(FakeSocket.all.length, count);
      tick(1);
      assert.equal(FakeSocket.all.length, count + 1);
    }
    FakeSocket.last.welcome();
    FakeSocket.last.drop();
    tick(500);
    assert.equal(FakeSocket.all.length, 5);
  });

  test("a socket that opens but is not welcomed does not count as success", (t) => {
    const { tick } = start(t);
    FakeSocket.last.drop();
    tick(500);
    FakeSocket.last.open();
    FakeSocket.last.drop();
    tick(999);
    assert.equal(FakeSocket.all.length, 2);
    tick(1);
    assert.equal(FakeSocket.all.length, 3);
  });

  test("reports a loss once, however many attempts fail", (t) => {
    const { tick, take } = start(t);
    FakeSocket.last.drop();
    tick(500);
    FakeSocket.last.drop();
    tick(1000);
    FakeSocket.last.welcome();
    FakeSocket.last.drop(1012);
    assert.deepEqual(take("disconnected"), [1006, 1012]);
  });

  test("comes back when the server asks it to, after the time it names", (t) => {
    const { tick, connection } = start(t);
    FakeSocket.last.welcome();
    FakeSocket.last.receive({ type: "retry", after: 7000 });
    assert.equal(FakeSocket.last.closedWith, 1000);
    assert.equal(connection.status(), "disconnected");
    tick(6999);
    assert.equal(FakeSocket.all.length, 1);
    tick(1);
    assert.equal(FakeSocket.all.length, 2);
  });

  test("a retry without a time counts as a failure", (t) => {
    const { tick } = start(t);
    FakeSocket.last.receive({ type: "retry", after: null });
    tick(500);
    assert.equal(FakeSocket.all.length, 2);
  });

  test("comes back at once when woken", (t) => {
    const { connection, tick } = start(t);
    FakeSocket.last.drop();
    connection.wake();
    assert.equal(FakeSocket.all.length, 2);
    connection.wake();
    tick(5000);
    assert.equal(FakeSocket.all.length, 2);
  });

  test("pings when woken while connected", (t) => {
    const { connection } = start(t);
    FakeSocket.last.welcome();
    connection.wake();
    assert.deepEqual(FakeSocket.last.sent.at(-1), { type: "ping" });
    assert.equal(FakeSocket.all.length, 1);
  });

  test("replaces at once a socket that was silent all through a sleep", (t) => {
    const { connection, take } = start(t);
    FakeSocket.last.welcome({ heartbeat: 20000 });
    t.mock.method(Date, "now", () => 3600000);
    connection.wake();
    assert.equal(FakeSocket.all[0].closedWith, 1000);
    assert.equal(FakeSocket.all.length, 2);
    assert.deepEqual(take("disconnected"), [1006]);
  });

  test("sleeps with its socket closed and no timer, and wakes again", (t) => {
    const { connection, tick, take } = start(t);
    FakeSocket.last.welcome({ heartbeat: 20000 });
    connection.sleep();
    assert.equal(FakeSocket.last.closedWith, 1000);
    assert.deepEqual(take("disconnected"), [1000]);
    tick(600000);
    assert.equal(FakeSocket.all.length, 1);
    connection.wake();
    assert.equal(FakeSocket.all.length, 2);
  });

  test("sleeps between two attempts as well", (t) => {
    const { connection, tick } = start(t);
    FakeSocket.last.drop();
    connection.sleep();
    tick(600000);
    assert.equal(FakeSocket.all.length, 1);
  });

  test("stays away when told to, and returns when told to", (t) => {
    const { connection, tick } = start(t);
    FakeSocket.last.welcome();
    connection.disconnect();
    assert.equal(connection.status(), "disconnected");
    connection.wake();
    tick(600000);
    assert.equal(FakeSocket.all.length, 1);
    connection.connect();
    FakeSocket.last.welcome();
    assert.equal(connection.status(), "connected");
  });

  test("a listener that reconnects by itself does not cause a second socket", (t) => {
    const { connection, delegate, tick } = start(t);
    delegate.disconnected = () => connection.connect();
    FakeSocket.last.welcome();
    FakeSocket.last.drop();
    tick(5000);
    assert.equal(FakeSocket.all.length, 2);
  });

  test("events of a socket that was replaced are ignored", (t) => {
    const { connection, tick, take, log } = start(t);
    const [first] = FakeSocket.all;
    tick(10000);
    tick(500);
    assert.equal(FakeSocket.all.length, 2);
    FakeSocket.last.welcome();
    const before = log.length;
    first.drop();
    first.receive({ type: "update", updates: [{ title: "x" }] });
    assert.equal(log.length, before);
    assert.equal(connection.status(), "connected");
    assert.deepEqual(take("updates"), []);
  });
});

describe("heartbeat", () => {
  test("answers a ping", (t) => {
    start(t);
    FakeSocket.last.welcome();
    FakeSocket.last.receive({ type: "ping" });
    assert.deepEqual(FakeSocket.last.sent.at(-1), { type: "pong" });
  });

  test("pings after silence, and any frame counts as a sign of life", (t) => {
    const { tick } = start(t);
    const socket = FakeSocket.last;
    socket.welcome({ heartbeat: 20000 });
    tick(20000);
    assert.deepEqual(socket.sent.at(-1), { type: "ping" });
    tick(24999);
    socket.receive({ type: "pong" });
    tick(19999);
    socket.receiveRaw(new TextEncoder().encode('{"type":"update"}').buffer);
    tick(19999);
    assert.equal(FakeSocket.all.length, 1);
    assert.equal(socket.sent.filter(({ type }) => type === "ping").length, 1);
  });

  test("replaces a socket that stays silent (D40)", (t) => {
    const { tick, take } = start(t);
    FakeSocket.last.welcome({ heartbeat: 20000 });
    tick(20000);
    tick(24999);
    assert.equal(FakeSocket.last.closedWith, undefined);
    tick(1);
    assert.equal(FakeSocket.last.closedWith, 1000);
    assert.deepEqual(take("disconnected"), [1006]);
    tick(500);
    assert.equal(FakeSocket.all.length, 2);
  });

  test("a server without a heartbeat is not watched", (t) => {
    const { tick } = start(t);
    FakeSocket.last.welcome();
    tick(600000);
    assert.equal(FakeSocket.all.length, 1);
    assert.equal(FakeSocket.last.sent.length, 1);
  });
});

describe("calls", () => {
  test("sends a call with all its fields", (t) => {
    const { call } = start(t);
    FakeSocket.last.welcome();
    call("say_hello", { modalId: "1" }, [["name", "A"]]);
    assert.deepEqual(FakeSocket.last.calls, [
      {
        type: "call",
        id: 1,
        function: "say_hello",
        data: { modalId: "1" },
        form: [["name", "A"]],
        lang: "en",
        done: 0,
      },
    ]);
  });

  test("waits for the welcome, not only for the socket", (t) => {
    const { call, connection } = start(t);
    call("a");
    FakeSocket.last.open();
    call("b");
    assert.equal(connection.queueLength(), 2);
    assert.deepEqual(FakeSocket.last.calls, []);
    FakeSocket.last.receive({ type: "welcome" });
    assert.deepEqual(ids(FakeSocket.last), ["1 a", "2 b"]);
    assert.equal(connection.queueLength(), 0);
  });

  test("does not entrust a call to a socket that is closing", (t) => {
    const { call, connection } = start(t);
    FakeSocket.last.welcome();
    FakeSocket.last.readyState = 2;
    call("a");
    assert.equal(connection.queueLength(), 1);
    FakeSocket.last.drop();
    connection.wake();
    FakeSocket.last.welcome({ resumed: false });
    assert.deepEqual(ids(FakeSocket.last), ["1 a"]);
  });

  test("hands on the updates of a reply", (t) => {
    const { call, take } = start(t);
    FakeSocket.last.welcome();
    call("a");
    FakeSocket.last.receive({ type: "reply", id: 1, updates: [{ title: "x" }] });
    assert.deepEqual(take("updates"), [[{ title: "x" }]]);
    assert.deepEqual(take("failed"), []);
  });

  test("a reply may come without updates", (t) => {
    const { call, take } = start(t);
    FakeSocket.last.welcome();
    call("a");
    FakeSocket.last.receive({ type: "reply", id: 1 });
    assert.deepEqual(take("updates"), [[]]);
    assert.deepEqual(take("failed"), []);
  });

  test("reports the error of a reply with its function", (t) => {
    const { call, take } = start(t);
    FakeSocket.last.welcome();
    call("a");
    FakeSocket.last.receive({ type: "reply", id: 1, error: { code: "failed", ref: "7f" } });
    assert.deepEqual(take("failed"), [{ code: "failed", ref: "7f", function: "a" }]);
  });

  test("reports an error that belongs to no call", (t) => {
    const { take } = start(t);
    FakeSocket.last.welcome();
    FakeSocket.last.receive({ type: "error", code: "malformed", ref: "7f" });
    assert.deepEqual(take("failed"), [{ code: "malformed", ref: "7f" }]);
  });

  test("applies a repeated reply once, and a reply to nothing not at all", (t) => {
    const { call, take } = start(t);
    FakeSocket.last.welcome();
    call("a");
    const reply = { type: "reply", id: 1, updates: [{ title: "x" }] };
    FakeSocket.last.receive([reply, reply, { type: "reply", id: 5, updates: [] }, { type: "reply" }]);
    assert.equal(take("updates").length, 1);
  });

  test("says with each call how far replies have arrived", (t) => {
    const { call } = start(t);
    const socket = FakeSocket.last;
    socket.welcome();
    call("a");
    call("b");
    socket.receive({ type: "reply", id: 2 });
    call("c");
    socket.receive({ type: "reply", id: 1 });
    call("d");
    assert.deepEqual(
      socket.calls.map(({ done }) => done),
      [0, 0, 0, 2],
    );
  });

  test("hands on pushes, with and without a call", async (t) => {
    const { call, take } = start(t);
    FakeSocket.last.welcome();
    call("a");
    await FakeSocket.last.receive([
      { type: "update", updates: [{ title: "1" }] },
      { type: "update", call: 1, n: 1, updates: [{ title: "2" }] },
      { type: "update", call: 1, n: 2, updates: [{ title: "3" }] },
      { type: "update" },
    ]);
    assert.deepEqual(take("updates"), [[{ title: "1" }], [{ title: "2" }], [{ title: "3" }], []]);
  });

  test("an unreadable or unknown frame disturbs nothing", (t) => {
    const { error } = captureConsole(t);
    const { take, connection } = start(t);
    FakeSocket.last.welcome();
    FakeSocket.last.receiveRaw("secret {");
    FakeSocket.last.receive([{ type: "later" }, { type: "constructor" }, { type: "__proto__" }, null]);
    FakeSocket.last.receive({ type: "update", updates: [{ title: "x" }], later: true });
    assert.deepEqual(error, ["LiveView: bad frame"]);
    assert.equal(take("updates").length, 1);
    assert.equal(connection.status(), "connected");
  });
});

describe("calls over a reconnect", () => {
  test("on a node that remembers the page, unanswered calls go first, under their ids (D38)", (t) => {
    const { call, connection } = start(t);
    FakeSocket.last.welcome();
    ["a", "b", "c"].forEach((name) => call(name));
    FakeSocket.last.receive({ type: "reply", id: 1 });
    FakeSocket.last.drop();
    call("d");
    connection.wake();
    FakeSocket.last.open();
    assert.equal(FakeSocket.last.sent[0].done, 1);
    assert.equal(FakeSocket.last.sent[0].page, "page-id");
    FakeSocket.last.receive({ type: "welcome", resumed: true });
    assert.deepEqual(ids(FakeSocket.last), ["2 b", "3 c", "4 d"]);
    assert.ok(FakeSocket.last.calls.every(({ done }) => done === 1));
  });

  test("on any other node their outcome is unknown, and they are not sent again (D38)", (t) => {
    const { call, connection, take } = start(t);
    FakeSocket.last.welcome();
    call("a");
    call("b");
    FakeSocket.last.drop();
    call("c");
    connection.wake();
    FakeSocket.last.welcome({ resumed: false });
    assert.deepEqual(ids(FakeSocket.last), ["3 c"]);
    assert.equal(FakeSocket.last.calls[0].done, 2);
    assert.deepEqual(take("failed"), [unknown("a"), unknown("b")]);
  });

  test("a late reply to a call whose outcome was given up is ignored", (t) => {
    const { call, connection, take } = start(t);
    FakeSocket.last.welcome();
    call("a");
    FakeSocket.last.drop();
    connection.wake();
    FakeSocket.last.welcome({ resumed: false });
    FakeSocket.last.receive({ type: "reply", id: 1, updates: [{ title: "x" }] });
    assert.deepEqual(take("updates"), []);
  });

  test("updates that were applied before are dropped when they are repeated", async (t) => {
    const { call, connection, take } = start(t);
    const push = (n) => ({ type: "update", call: 1, n, updates: [{ title: `${n}` }] });
    FakeSocket.last.welcome();
    call("a");
    await FakeSocket.last.receive([push(1), push(2)]);
    FakeSocket.last.drop();
    connection.wake();
    FakeSocket.last.welcome({ resumed: true });
    await FakeSocket.last.receive([push(1), push(2), push(3), { type: "reply", id: 1, updates: [{ title: "end" }] }]);
    assert.deepEqual(
      take("updates").map(([{ title }]) => title),
      ["1", "2", "3", "end"],
    );
  });

  test("the largest call is given up when the server closes on a frame past its limit", (t) => {
    const { call, connection, take } = start(t);
    FakeSocket.last.welcome();
    call("a");
    call("large", {}, [["text", "x".repeat(70000)]]);
    FakeSocket.last.drop(1009);
    assert.deepEqual(take("failed"), [{ code: "malformed", ref: undefined, function: "large" }]);
    connection.wake();
    FakeSocket.last.welcome({ resumed: true });
    assert.deepEqual(ids(FakeSocket.last), ["1 a"]);
  });

  test("calls past the limit of the queue expire (D37)", (t) => {
    const { call, take, connection } = start(t);
    ["a", "b", "c", "d"].forEach((name) => call(name));
    assert.deepEqual(take("failed"), [{ code: "expired", ref: undefined, function: "d" }]);
    assert.equal(connection.queueLength(), 3);
  });

  test("calls past their age expire (D37)", (t) => {
    const { call, take, connection, tick } = start(t);
    FakeSocket.last.drop();
    connection.disconnect();
    call("a");
    tick(30000);
    assert.deepEqual(take("failed"), [{ code: "expired", ref: undefined, function: "a" }]);
    connection.connect();
    FakeSocket.last.welcome();
    assert.deepEqual(FakeSocket.last.calls, []);
  });

  test("a listener may disconnect while the page is being welcomed", (t) => {
    const { call, connection, delegate } = start(t);
    delegate.connected = () => connection.disconnect();
    call("a");
    FakeSocket.last.welcome();
    assert.deepEqual(ids(FakeSocket.last), ["1 a"]);
    assert.equal(connection.status(), "disconnected");
  });
});

const E = "abcdefgh";

describe("position", () => {
  const update = (first, seq) => ({ type: "update", room: "a", epoch: E, first, seq, updates: [{ title: `${seq}` }] });
  const hellos = (socket) => socket.sent.filter(({ type }) => type === "hello");

  test("is told in every hello, with token and receipts", async (t) => {
    const { connection } = start(t, { position: `${E}:7`, token: "T" });
    FakeSocket.last.open();
    assert.deepEqual(FakeSocket.last.sent, [
      { type: "hello", page: "page-id", lang: "en", done: 0, epoch: E, seq: 7, token: "T" },
    ]);
    FakeSocket.last.receive({ type: "welcome", epoch: E, seq: 9 });
    await FakeSocket.last.receive([{ type: "joined", room: "b", receipt: "R", epoch: E, seq: 9 }, update(9, 12)]);
    FakeSocket.last.drop();
    connection.wake();
    FakeSocket.last.open();
    const [{ epoch, seq, token, rooms }] = FakeSocket.last.sent;
    assert.deepEqual([epoch, seq, token, rooms], [E, 12, "T", { b: "R" }]);
  });

  test("what was missed comes with the welcome", (t) => {
    const { take, connection } = start(t, { position: `${E}:7` });
    FakeSocket.last.open();
    FakeSocket.last.receive([update(8, 8), update(9, 9), { type: "welcome", epoch: E, seq: 9 }]);
    assert.deepEqual(take("updates").flat(), [{ title: "8" }, { title: "9" }]);
    assert.equal(connection.status(), "connected");
  });

  test("a hole asks once on the open socket, and its welcome resends no call and changes nothing else", (t) => {
    const { call, log, take, connection } = start(t, { position: `${E}:7` });
    const socket = FakeSocket.last;
    socket.welcome({ epoch: E, seq: 7 });
    call("a");
    log.length = 0;
    socket.receive([update(9, 9), update(10, 10)]);
    socket.receive(update(11, 11));
    assert.equal(hellos(socket).length, 2);
    assert.equal(hellos(socket)[1].seq, 7);
    socket.receive([update(8, 8), update(9, 11), { type: "welcome", resumed: false, epoch: E, seq: 11 }]);
    assert.deepEqual(ids(socket), ["1 a"]);
    assert.deepEqual(take("updates").flat(), [{ title: "8" }, { title: "11" }]);
    assert.equal(log.length, 2);
    assert.equal(connection.status(), "connected");
    socket.receive({ type: "reply", id: 1, updates: [{ title: "end" }] });
    assert.equal(take("updates").length, 3);
  });

  test("a later hello that is not welcomed within ten seconds ends the socket", (t) => {
    const { tick } = start(t, { position: `${E}:7` });
    const socket = FakeSocket.last;
    socket.welcome({ epoch: E, seq: 7 });
    tick(600000);
    socket.receive(update(9, 9));
    tick(9999);
    assert.equal(socket.closedWith, undefined);
    tick(1);
    assert.equal(socket.closedWith, 1000);
    tick(500);
    assert.equal(FakeSocket.all.length, 2);
  });

  test("a later hello that is welcomed does not", (t) => {
    const { tick, connection } = start(t, { position: `${E}:7` });
    const socket = FakeSocket.last;
    socket.welcome({ epoch: E, seq: 7 });
    socket.receive(update(9, 9));
    socket.receive([update(8, 9), { type: "welcome", epoch: E, seq: 9 }]);
    tick(600000);
    assert.equal(connection.status(), "connected");
  });

  test("of two hellos it is the last whose welcome counts", async (t) => {
    let end;
    const { tick } = start(t, { position: `${E}:7` }, fetched(() => new Promise((resolve) => (end = resolve))));
    const socket = FakeSocket.last;
    socket.welcome({ epoch: E, seq: 7 });
    await socket.receive([update(9, 9), { type: "resync", epoch: E, seq: 9 }]);
    tick(500);
    await pause();
    end({ position: `${E}:9` });
    await pause();
    assert.equal(hellos(socket).length, 3);
    socket.receive({ type: "welcome", epoch: E, seq: 9 });
    tick(10000);
    assert.equal(socket.closedWith, 1000);
  });
});

describe("calls that the server asks for", () => {
  test("are folded while one is unanswered", (t) => {
    const { connection } = start(t);
    const socket = FakeSocket.last;
    socket.welcome();
    for (let n = 0; n < 4; n++) connection.refresh({ function: "list", data: { page: "1" } });
    connection.refresh({ function: "list" });
    assert.deepEqual(ids(socket), ["1 list", "2 list"]);
    assert.deepEqual(socket.calls[0], {
      type: "call",
      id: 1,
      function: "list",
      data: { page: "1" },
      form: [],
      lang: "en",
      done: 0,
    });
    socket.receive({ type: "reply", id: 1, error: { code: "failed" } });
    socket.receive({ type: "reply", id: 2 });
    socket.receive({ type: "reply", id: 3 });
    assert.deepEqual(ids(socket), ["1 list", "2 list", "3 list"]);
  });

  test("of unknown outcome are made again, without an error and without fetching the page", (t) => {
    const { connection, take } = start(t, {}, { resyncing: () => assert.fail("fetches the page") });
    FakeSocket.last.welcome();
    connection.refresh({ function: "list" });
    FakeSocket.last.drop();
    connection.wake();
    FakeSocket.last.welcome({ resumed: false });
    assert.deepEqual(ids(FakeSocket.last), ["2 list"]);
    assert.deepEqual(take("failed"), []);
  });

  test("that come ahead of the welcome wait for it", (t) => {
    const { connection, delegate } = start(t);
    delegate.receivedUpdates = ([{ call }]) => connection.refresh(call);
    FakeSocket.last.open();
    FakeSocket.last.receive([
      { type: "update", room: "a", epoch: E, first: 1, seq: 1, updates: [{ call: { function: "list" } }] },
      { type: "welcome", epoch: E, seq: 1 },
    ]);
    assert.deepEqual(ids(FakeSocket.last), ["1 list"]);
    assert.equal(connection.queueLength(), 0);
  });
});

describe("resync", () => {
  const update = (seq) => ({ type: "update", room: "a", epoch: E, first: seq, seq, updates: [{ title: `${seq}` }] });
  const titles = (log) => log.filter(([kind]) => kind === "updates").flatMap(([, updates]) => updates.map((u) => u.title));

  /** A connected page whose fetches end when the test says so. */
  function open(t) {
    const state = { url: URL };
    const ends = [];
    const page = start(
      t,
      { position: `${E}:7`, token: "T", url: () => state.url },
      fetched(() => new Promise((resolve) => ends.push(resolve))),
    );
    FakeSocket.last.welcome({ epoch: E, seq: 7 });
    const end = async (outcome) => {
      ends.shift()(outcome);
      await pause();
    };
    const resync = async () => {
      FakeSocket.last.receive({ type: "resync", epoch: "newepoch", seq: 3 });
      page.tick(500);
      await pause();
      assert.equal(ends.length, 1);
    };
    return { ...page, state, ends, end, resync };
  }

  test("holds back replies and pushes, passes over rooms, and asks for what those had", async (t) => {
    const { log, call, resync, end } = open(t);
    const socket = FakeSocket.last;
    call("a");
    call("b");
    await resync();
    await socket.receive([
      { type: "update", call: 1, n: 1, updates: [{ title: "push" }] },
      { type: "reply", id: 1, updates: [{ title: "reply" }] },
      { ...update(4), epoch: "newepoch" },
      { type: "reply", id: 2, error: { code: "failed" } },
    ]);
    assert.deepEqual(titles(log), []);
    log.length = 0;
    await end({ position: "newepoch:2", token: "T2" });
    assert.deepEqual(log, [
      ["updates", [{ title: "push" }]],
      ["updates", [{ title: "reply" }]],
      ["failed", { code: "failed", ref: undefined, function: "b" }],
      ["resynced"],
    ]);
    const { type, epoch, seq, token } = socket.sent.at(-1);
    assert.deepEqual([type, epoch, seq, token], ["hello", "newepoch", 2, "T2"]);
    socket.receive([{ ...update(3), epoch: "newepoch" }, { ...update(4), epoch: "newepoch" }, { type: "welcome", epoch: "newepoch", seq: 4 }]);
    assert.deepEqual(titles(log).slice(-2), ["3", "4"]);
  });

  for (const [what, outcome, isTakenOver] of [
    ["the page has none", {}, true],
    ["the page stays stale", "stale", false],
    ["the page is left", "reload", false],
  ]) {
    test(`goes on from the position that it began with when ${what}`, async (t) => {
      const { resync, end, take, log } = open(t);
      await resync();
      FakeSocket.last.receive({ type: "ping", epoch: "newepoch", seq: 9 });
      await end(outcome);
      const { type, epoch, seq } = FakeSocket.last.sent.at(-1);
      assert.deepEqual([type, epoch, seq], ["hello", "newepoch", 3]);
      assert.deepEqual(take("failed"), outcome === "stale" ? [{ code: "stale" }] : []);
      assert.equal(log.some(([kind]) => kind === "resynced"), isTakenOver);
    });
  }

  test("what was asked for after a sign-out, and before the page became somebody else's, is not done in their name", async (t) => {
    const { call, end, tick, ends, take } = open(t);
    FakeSocket.last.drop(4401);
    call("a");
    tick(500);
    await pause();
    assert.equal(ends.length, 1);
    await end({ position: "newepoch:2", token: "OTHER" });
    assert.deepEqual(take("failed"), [{ code: "signed_out", ref: undefined, function: "a" }]);
    call("b");
    FakeSocket.last.welcome({ epoch: E, seq: 7 });
    assert.deepEqual(ids(FakeSocket.last), ["1 b"]);
  });

  test("what waits for the same user's page after a sign-out goes out where the server is there first, which knows whose it is", async (t) => {
    const { call, tick, ends, take } = open(t);
    FakeSocket.last.drop(4401);
    call("a");
    tick(500);
    await pause();
    FakeSocket.last.welcome({ epoch: E, seq: 7 });
    assert.deepEqual(ids(FakeSocket.last), ["1 a"]);
    assert.deepEqual(take("failed"), []);
    assert.equal(ends.length, 1);
  });

  test("a token that never holds costs two fetches and two handshakes, and is done without then", async (t) => {
    const { end, tick, ends, take } = open(t);
    const behind = () => FakeSocket.last.receive({ type: "welcome", resumed: true, epoch: E, seq: 9, resync: true });
    FakeSocket.last.drop();
    for (let round = 1; round <= 2; round++) {
      tick(500);
      FakeSocket.last.open();
      behind();
      tick(1000);
      await pause();
      assert.equal(ends.length, 1);
      await end({ position: `${E}:8`, token: "T2" });
      behind();
      assert.equal(FakeSocket.last.closedWith, 1000);
      assert.equal(FakeSocket.all.length, round + 1);
      tick(0);
    }
    assert.equal(FakeSocket.all.length, 4);
    FakeSocket.last.open();
    assert.equal(FakeSocket.last.sent[0].token, "T2");
    assert.deepEqual(take("failed"), []);
    behind();
    assert.deepEqual(take("failed"), [{ code: "stale" }]);
    const { type, epoch, seq, token } = FakeSocket.last.sent.at(-1);
    assert.deepEqual([type, epoch, seq, token], ["hello", E, 9, undefined]);
    behind();
    tick(600000);
    assert.equal(FakeSocket.all.length, 4);
    assert.equal(ends.length, 0);
    assert.equal(take("failed").length, 1);
  });

  test("comes back under the room that the page has now", async (t) => {
    const { state, resync, end, tick } = open(t);
    await resync();
    state.url = `${URL}2`;
    await end({ position: "newepoch:4" });
    assert.equal(FakeSocket.all[0].closedWith, 1000);
    tick(0);
    assert.equal(FakeSocket.last.url, `${URL}2`);
    FakeSocket.last.open();
    assert.equal(FakeSocket.last.sent[0].seq, 4);
  });

  test("is gone on with after a reconnect, whose welcome brings no position and no updates", async (t) => {
    const { connection, resync, end, log } = open(t);
    await resync();
    FakeSocket.last.drop();
    connection.wake();
    FakeSocket.last.open();
    FakeSocket.last.receive([{ ...update(4), epoch: "newepoch" }, { type: "welcome", resumed: true, epoch: "newepoch", seq: 4 }]);
    await end({});
    assert.deepEqual(titles(log), []);
    assert.equal(FakeSocket.last.sent.at(-1).seq, 3);
  });

  test("a call whose outcome is unknown is reported, and then the page is fetched", async (t) => {
    const { call, connection, take, tick, ends } = open(t);
    call("a");
    FakeSocket.last.drop();
    connection.wake();
    FakeSocket.last.welcome({ resumed: false, epoch: E, seq: 7 });
    assert.deepEqual(take("failed"), [unknown("a")]);
    tick(500);
    await pause();
    assert.equal(ends.length, 1);
  });

  test("a call that was answered meanwhile is not unknown after a reconnect", async (t) => {
    const { call, connection, take, resync, end, log } = open(t);
    call("a");
    await resync();
    FakeSocket.last.receive({ type: "reply", id: 1, updates: [{ title: "reply" }] });
    FakeSocket.last.drop();
    connection.wake();
    FakeSocket.last.welcome({ resumed: false, epoch: E, seq: 7 });
    await end({});
    assert.deepEqual(take("failed"), []);
    assert.deepEqual(titles(log), ["reply"]);
  });

  test("sends calls as ever", async (t) => {
    const { call, resync } = open(t);
    await resync();
    call("a");
    assert.deepEqual(ids(FakeSocket.last), ["1 a"]);
  });
});

describe("another page", () => {
  test("ends what the last one has asked for, without an error, and closes its socket", (t) => {
    const ended = [];
    const { connection, call, take } = start(t, {}, { ended: ({ function: name }, { code }) => ended.push([name, code]) });
    FakeSocket.last.welcome();
    call("sent");
    FakeSocket.last.drop();
    call("waiting");
    connection.wake();
    const socket = FakeSocket.last;
    assert.equal(connection.leave(), true);
    assert.deepEqual(ended, [["sent", "abandoned"], ["waiting", "abandoned"]]);
    assert.deepEqual(take("failed"), []);
    assert.equal(socket.closedWith, 1000);
    t.mock.timers.tick(600000);
    assert.equal(FakeSocket.last, socket);
    assert.deepEqual(take("failed"), []);
  });

  test("applies nothing that was held back for the last one", async (t) => {
    const { connection, call, take, tick } = start(t, {}, fetched(() => new Promise(() => {})));
    FakeSocket.last.welcome({ epoch: E, seq: 1 });
    call("a");
    FakeSocket.last.receive({ type: "resync", epoch: E, seq: 3 });
    FakeSocket.last.receive({ type: "reply", id: 1, updates: [{ title: "old" }] });
    connection.leave();
    tick(600000);
    await pause();
    assert.deepEqual(take("updates"), []);
    assert.deepEqual(take("resynced"), []);
  });

  test("has no connection where none was wanted", (t) => {
    const { connection } = start(t);
    connection.disconnect();
    assert.equal(connection.leave(), false);
  });
});

test("says that all is done after a welcome, and not before a fetch is", async (t) => {
  let end;
  let count = 0;
  const settled = () => count++;
  const { tick } = start(t, {}, { settled, ...fetched(() => new Promise((resolve) => (end = resolve))) });
  FakeSocket.last.welcome({ epoch: E, seq: 1, resync: true });
  assert.equal(count, 0);
  tick(500);
  await pause();
  end({ position: `${E}:2` });
  await pause();
  assert.equal(count, 0);
  FakeSocket.last.receive({ type: "welcome", epoch: E, seq: 2 });
  assert.equal(count, 1);
});
