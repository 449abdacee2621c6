import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import ts from "typescript";
import { FakeSocket } from "./support/fake_socket.js";
import { openPage } from "./support/page.js";

const text = readFileSync(new URL("../dist/liveview.d.ts", import.meta.url), "utf8");

/** The names of a type's members. */
function membersOf(type) {
  const file = ts.createSourceFile("liveview.d.ts", text, ts.ScriptTarget.ES2022);
  const declaration = file.statements.find((statement) => ts.isTypeAliasDeclaration(statement) && statement.name.text === type);
  return declaration.type.members.map(({ name }) => name.text).sort();
}

test("every member of LiveView is described", async (t) => {
  const page = await openPage(t, "", { globals: { WebSocket: FakeSocket } });
  await import("../src/index.js");
  const { LiveView } = page.window;
  page.beforeClose(() => {
    LiveView.disconnect();
    LiveView.application.stop();
  });
  const described = membersOf("LiveViewApi");
  assert.deepEqual(Object.keys(LiveView).filter((name) => !described.includes(name)), []);
});

test("every event of the library is described", () => {
  const source = readFileSync(new URL("../dist/liveview.js", import.meta.url), "utf8");
  const names = new Set(source.match(/(?<=")liveview:[\w-]+(?=")/g));
  const described = membersOf("LiveViewEvents");
  assert.ok(names.size > 5);
  assert.deepEqual([...names].filter((name) => !described.includes(name)), []);
});

test("the declarations name no source and no path of the machine that made them", () => {
  assert.doesNotMatch(text, /import\("[./]|\/home\/|file:/);
});
