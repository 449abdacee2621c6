import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { stimulusInternals } from "./stimulus_internals.js";

const root = new URL("../", import.meta.url);
const read = (/** @type {string} */ path) => readFile(new URL(path, root), "utf8");

const { version, dependencies } = JSON.parse(await read("package.json"));
const stimulus = dependencies["@hotwired/stimulus"];

// esbuild drops Stimulus' own notice, an ordinary comment.
const notice =
  `/*! LiveView for Spring Boot ${version}, (c) 2026 the liveview4j authors; with Stimulus ${stimulus}, ` +
  "(c) 2023 Basecamp, LLC. MIT License: liveview.LICENSE.txt */";

/** @type {import("esbuild").BuildOptions} */
const common = {
  absWorkingDir: fileURLToPath(root),
  entryPoints: ["src/index.js"],
  bundle: true,
  format: "iife",
  target: "es2020",
  legalComments: "none",
  banner: { js: notice },
  logLevel: "warning",
};

await build({ ...common, outfile: "dist/liveview.js" });
await build({
  ...common,
  outfile: "dist/liveview.min.js",
  minify: true,
  mangleProps: new RegExp(`^(${stimulusInternals.join("|")})$`),
});

const licenses = [
  ["LiveView for Spring Boot", await read("../LICENSE")],
  [`Stimulus ${stimulus}`, await read("node_modules/@hotwired/stimulus/LICENSE.md")],
];
const text = licenses.map(([name, license]) => `${name}\n${"-".repeat(name.length)}\n\n${license.trim()}\n`);
await writeFile(new URL("dist/liveview.LICENSE.txt", root), text.join("\n\n"));
