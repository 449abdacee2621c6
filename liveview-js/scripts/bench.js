// Measures in a browser how long it takes to bring a list in line with new html: by the built client, from the frame on, beside
// Idiomorph and innerHTML. `node scripts/bench.js [path of a Chromium or Chrome]` prints a table in Markdown: medians of nine
// runs in milliseconds, with the layout that follows and, in brackets, without it.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const PLACES = ["/usr/bin/chromium", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
const browser = process.argv[2] ?? PLACES.find((place) => existsSync(place));
if (!browser) throw Error(`expected the path of a Chromium or Chrome, or one of ${PLACES.join(", ")}`);

const root = new URL("../", import.meta.url);
const client = await readFile(new URL("dist/liveview.min.js", root), "utf8");
const { outputFiles } = await build({
  absWorkingDir: fileURLToPath(root),
  entryPoints: ["scripts/bench_page.js"],
  bundle: true,
  write: false,
  format: "iife",
});

// A server that welcomes, and says what it is told to say.
const server = `
  window.WebSocket = class {
    readyState = 0;
    constructor() {
      const say = (message) => this.onmessage({ data: JSON.stringify(message) });
      window.pushFrame = (html) => say({ type: "update", updates: [{ target: "#list", html }] });
      queueMicrotask(() => {
        this.readyState = 1;
        this.onopen();
        say({ type: "welcome", heartbeat: 600000, resumed: false });
      });
    }
    send() {}
    close() {}
  };`;

const inline = (code) => `<script>${code.replaceAll("</script", "<\\/script")}</script>`;
const page = `<!DOCTYPE html><html lang="en"><title>Benchmark</title>${inline(server)}
<body data-controller="page"><ul id="list"></ul><pre id="result">failed</pre>
${inline(client)}${inline(outputFiles[0].text)}`;

const folder = await mkdtemp(join(tmpdir(), "liveview-bench-"));
try {
  await writeFile(join(folder, "index.html"), page);
  const flags = ["--headless", "--no-sandbox", "--disable-gpu", `--user-data-dir=${join(folder, "profile")}`, "--dump-dom"];
  const dom = execFileSync(browser, [...flags, `file://${folder}/index.html`], {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [, table = "failed"] = /<pre id="result">([^<]*)/.exec(dom) ?? [];
  console.log(table);
  if (!table.startsWith("|")) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
