import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { minify as compress } from "terser";
import { npmModule } from "./npm_module.js";
import { ourInternals, stimulusInternals } from "./stimulus_internals.js";
import { trimStimulus } from "./stimulus_trim.js";

const root = new URL("../", import.meta.url);
const read = (/** @type {string} */ path) => readFile(new URL(path, root), "utf8");

const { version, dependencies } = JSON.parse(await read("package.json"));
const { "@hotwired/stimulus": stimulus } = dependencies;

/** What is loaded when it is used, by the name of its file. */
const CHUNKS = {
  page: "src/page/page_chunk.js",
  triggers: "src/triggers/triggers_chunk.js",
  debug: "src/debug/debug_chunk.js",
};

// esbuild drops the notice of Stimulus, an ordinary comment.
const ours = `LiveView for Spring Boot ${version}, (c) 2026 the liveview4j authors`;
const notices = {
  liveview:
    `/*! ${ours}; with Stimulus ${stimulus}, ` +
    "(c) 2023 Basecamp, LLC. MIT License: liveview.LICENSE.txt */",
  chunk: `/*! ${ours}, MIT License: liveview.LICENSE.txt */`,
};

/** @type {import("esbuild").BuildOptions} */
const common = {
  absWorkingDir: fileURLToPath(root),
  bundle: true,
  target: "es2022",
  legalComments: "none",
  logLevel: "warning",
};

const mangleProps = new RegExp(`^(${[...stimulusInternals, ...ourInternals].join("|")})$`);

/**
 * @param {string} file
 * @param {boolean} isMinified
 * @param {string} notice
 * @param {import("esbuild").BuildOptions} options
 * @returns {Promise<string>} the file's name with the hash of its content
 */
async function bundle(file, isMinified, notice, options) {
  const minified = isMinified ? { minify: true, mangleProps } : {};
  const { outputFiles } = await build({ ...common, ...minified, ...options, write: false });
  let [{ text: code }] = /** @type {import("esbuild").OutputFile[]} */ (outputFiles);
  if (isMinified) {
    // It finds 1.2 kB that esbuild leaves.
    const module = options.format === "esm";
    const settings = { module, ecma: 2020, compress: { passes: 6, pure_getters: true, unsafe_methods: true }, mangle: { toplevel: true }, format: { ascii_only: true } };
    code = /** @type {string} */ ((await compress(code, /** @type {any} */ (settings))).code) + "\n";
  }
  const content = `${notice}\n${code}`;
  await writeFile(new URL(`dist/${file}`, root), content);
  return `${file}?v=${createHash("sha256").update(content).digest("hex").slice(0, 12)}`;
}

for (const isMinified of [false, true]) {
  const suffix = isMinified ? ".min.js" : ".js";
  /** @type {Record<string, string>} */
  const chunks = {};
  for (const [name, entry] of Object.entries(CHUNKS)) {
    const options = /** @type {const} */ ({ entryPoints: [entry], format: "esm" });
    chunks[name] = await bundle(`liveview-${name}${suffix}`, isMinified, notices.chunk, options);
  }
  await bundle(`liveview${suffix}`, isMinified, notices.liveview, {
    entryPoints: ["src/index.js"],
    plugins: [trimStimulus],
    format: "iife",
    define: { LIVEVIEW_CHUNKS: JSON.stringify(chunks) },
  });
}

await bundle("liveview.module.js", false, notices.chunk, {
  entryPoints: ["src/npm/module.js"],
  plugins: [npmModule],
  format: "esm",
});

const licenses = [
  ["LiveView for Spring Boot", await read("../LICENSE")],
  [`Stimulus ${stimulus}`, await read("node_modules/@hotwired/stimulus/LICENSE.md")],
];
const text = licenses.map(([name, license]) => `${name}\n${"-".repeat(name.length)}\n\n${license.trim()}\n`);
await writeFile(new URL("dist/liveview.LICENSE.txt", root), text.join("\n\n"));
