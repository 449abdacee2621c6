import assert from "node:assert/strict";
import { test } from "node:test";
import { watchPage } from "../src/debug/watch_page.js";
import { dispatch } from "../src/events.js";
import { openPage } from "./support/page.js";

async function start(t) {
  const page = await openPage(t, "<p></p>");
  const lines = [];
  const tables = [];
  t.mock.method(console, "table", (rows) => tables.push(rows));
  const end = watchPage((...parts) => lines.push(parts));
  page.beforeClose(end);
  return { ...page, lines, tables, end };
}

function render(target, update) {
  if (dispatch(target, "liveview:before-render", { update }, true)) dispatch(target, "liveview:rendered", { update });
}

test("tells of what is rendered and how long it took, but of html only how long it is", async (t) => {
  const { $, lines } = await start(t);
  render($("p"), { target: "p", html: "secret" });
  await Promise.resolve();
  const [[what, { ms, ...update }]] = lines;
  assert.equal(what, "rendered");
  assert.equal(typeof ms, "number");
  assert.deepEqual(update, { target: "p", html: "6 characters" });
});

test("tells of the updates of one step together", async (t) => {
  const { $, document, lines, tables } = await start(t);
  render($("p"), { target: "p", html: "a" });
  render(document, { title: "secret" });
  await Promise.resolve();
  render($("p"), { target: "p", remove: true });
  await Promise.resolve();
  assert.deepEqual(lines[0], ["rendered 2 updates in one step"]);
  assert.deepEqual(tables.map((rows) => rows.map(({ target, title }) => [target, title])), [
    [["p", undefined], [undefined, "6 characters"]],
  ]);
  assert.equal(lines[1][1].remove, true);
});

test("tells of an update that a listener has left out, and of the status", async (t) => {
  const { $, document, lines } = await start(t);
  document.addEventListener("liveview:before-render", (event) => event.preventDefault());
  render($("p"), { target: "p", html: "a" });
  document.documentElement.setAttribute("data-liveview-status", "disconnected");
  dispatch(document, "liveview:disconnected", { code: 1006 });
  await Promise.resolve();
  assert.deepEqual(lines, [
    ["an update was left out by a listener"],
    ["connection lost, code 1006"],
    ["status disconnected"],
  ]);
});

test("ends", async (t) => {
  const { $, document, lines, end } = await start(t);
  end();
  render($("p"), { target: "p" });
  document.documentElement.setAttribute("data-liveview-status", "connected");
  dispatch(document, "liveview:disconnected", { code: 1006 });
  await Promise.resolve();
  assert.deepEqual(lines, []);
});
