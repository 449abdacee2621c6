import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { FakeSocket } from "./support/fake_socket.js";
import { installPackage } from "./support/package.js";
import { captureConsole, openPage } from "./support/page.js";

const TSC = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));

let installed;
before(() => {
  installed = installPackage();
});
after(() => installed?.remove());

test("the package is what a page needs, with its types and its licences", () => {
  const { folder, packed } = installed;
  for (const file of ["liveview.module.js", "liveview.d.ts", "liveview.min.js", "liveview-page.js", "liveview.LICENSE.txt"]) {
    assert.ok(packed.includes(`dist/${file}`), file);
  }
  assert.deepEqual(packed.filter((path) => !/^(dist\/.*|package\.json|README\.md)$/.test(path)), []);
  const { private: isPrivate, dependencies, license, types, exports } = JSON.parse(
    readFileSync(join(folder, "node_modules/liveview4j/package.json"), "utf8"),
  );
  assert.deepEqual([isPrivate, license, dependencies], [undefined, "MIT", { "@hotwired/stimulus": "3.2.2" }]);
  for (const path of [types, exports["."].types, exports["."].default]) {
    assert.ok(existsSync(join(folder, "node_modules/liveview4j", path)), path);
  }
});

test("is typed, and refuses wrong use; the code of the guide is right", () => {
  const { folder } = installed;
  const compilerOptions = {
    ...{ strict: true, noEmit: true, allowJs: true, checkJs: true, skipLibCheck: false, maxNodeModuleJsDepth: 0 },
    ...{ target: "es2022", module: "nodenext", lib: ["es2022", "dom", "dom.iterable"], types: [] },
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts", "*.js"] }));
  try {
    execFileSync(process.execPath, [TSC, "--project", folder], { encoding: "utf8" });
  } catch ({ stdout }) {
    assert.fail(stdout);
  }
});

test("a bundler finds its chunks, and one Stimulus for all", async () => {
  const { outputFiles, metafile } = await build({
    absWorkingDir: installed.folder,
    entryPoints: ["app.js"],
    outdir: "bundle",
    ...{ bundle: true, splitting: true, format: "esm", write: false, metafile: true, logLevel: "silent" },
  });
  const names = outputFiles.map(({ path }) => basename(path).replace(/-[A-Z0-9]{8}/, "")).sort();
  assert.deepEqual(names, ["app.js", "liveview-debug.js", "liveview-page.js", "liveview-triggers.js"]);
  const inputs = Object.keys(metafile.inputs).filter((path) => path.startsWith("node_modules/@hotwired"));
  assert.deepEqual(inputs, ["node_modules/@hotwired/stimulus/dist/stimulus.js"]);
  const [app] = outputFiles.filter(({ path }) => basename(path) === "app.js");
  assert.equal(app.text.match(/\bApplication\d* = class/g)?.length, 1);
});

const PAGE = `<html lang="en" data-room="r"><head>
  <script data-liveview src="/assets/app-1f2e.js" type="module" data-notice="false" data-path="/shop/live" data-position="abcdefgh:4" data-token="T">
  </script></head><body data-controller="page">
  <button data-action="page#run" data-liveview-function="add"></button>
  <ul data-controller="sort"><li id="a" tabindex="0">A</li><li id="b" tabindex="0">B</li></ul>
  <div data-controller="count"><i data-count-target="item"></i><b data-count-target="total"></b></div>
  <p class="comparing">old</p></body></html>`;

const settled = () => new Promise((resolve) => setImmediate(resolve));

// In one test: a module runs once, as in a page.
test("starts when it is imported, with the settings of the element that loads it", async (t) => {
  FakeSocket.all = [];
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const { window, document, $, beforeClose } = await openPage(t, PAGE, { globals: { WebSocket: FakeSocket } });
  const load = (file) => import(pathToFileURL(join(installed.folder, file)).href);
  await load("app.js");
  const { LiveView } = window;
  beforeClose(() => LiveView.application.stop());
  const socket = FakeSocket.last;
  assert.equal(socket.url, "wss://example.test/shop/live/r");
  socket.welcome({ epoch: "abcdefgh", seq: 4 });
  const [{ epoch, seq, token }] = socket.sent;
  assert.deepEqual([epoch, seq, token], ["abcdefgh", 4, "T"]);
  await settled();

  await t.test("turns clicks into calls and answers into the page", () => {
    $("button").click();
    assert.equal(socket.calls[0].function, "add");
    socket.receive({ type: "reply", id: 1, updates: [{ target: "button", html: "Added" }] });
    assert.equal($("button").textContent, "Added");
  });

  const order = () => [...document.querySelectorAll("li")].map(({ id }) => id).join("");
  const move = (id) => $(id).dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", altKey: true, bubbles: true }));

  await t.test("lets a Stimulus controller of the application call, and take back what failed", async () => {
    move("#a");
    assert.equal(order(), "ba");
    const { id, function: name, data } = socket.calls.at(-1);
    assert.deepEqual([name, data], ["move", { id: "a", after: "b" }]);
    socket.receive({ type: "reply", id });
    await settled();
    assert.equal(order(), "ba");

    const { error } = captureConsole(t);
    move("#b");
    assert.equal(order(), "ab");
    socket.receive({ type: "reply", id: id + 1, error: { code: "failed", ref: "7f" } });
    await settled();
    assert.equal(order(), "ba");
    assert.equal(error.length, 1);
  });

  await t.test("lets page code listen, and veto", async () => {
    globalThis.LiveView = LiveView;
    t.after(() => delete globalThis.LiveView);
    const { mock } = t.mock.method(console, "info", () => {});
    await load("counter_controller.js");
    await load("hooks.js");
    await settled();
    assert.equal($("b").textContent, "1 items");
    const sold = (seats) => ({ event: { name: "sold", detail: { seats } } });
    socket.receive({ type: "update", updates: [{ target: ".comparing", html: "new" }, sold(2), sold(0), sold(1)] });
    assert.equal($(".comparing").textContent, "old");
    assert.deepEqual(mock.calls.map((call) => call.arguments), [["2 left"]]);
  });

  await t.test("loads its chunks from beside itself", async () => {
    const { mock } = t.mock.method(console, "debug", () => {});
    await LiveView.debug();
    $("button").click();
    await LiveView.debug(false);
    assert.match(mock.calls[0].arguments[0], /out: call, \d+ bytes$/);
  });
});
