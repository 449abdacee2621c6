import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { stimulusInternals } from "./stimulus_internals.js";

const root = new URL("../", import.meta.url);
const read = (/** @type {string} */ path) => readFile(new URL(path, root), "utf8");

const { version, dependencies } = JSON.parse(await read("package.json"));
const { "@hotwired/stimulus": stimulus, idiomorph } = dependencies;

// esbuild drops the notices of Stimulus and Idiomorph, ordinary comments or none.
const ours = `LiveView for Spring Boot ${version}, (c) 2026 the liveview4j authors`;
const notices = {
  liveview:
    `/*! ${ours}; with Stimulus ${stimulus}, ` +
    "(c) 2023 Basecamp, LLC. MIT License: liveview.LICENSE.txt */",
  morph: `/*! ${ours}, MIT License; with Idiomorph ${idiomorph}, Zero-Clause BSD: liveview.LICENSE.txt */`,
};

/** @type {import("esbuild").BuildOptions} */
const common = {
  absWorkingDir: fileURLToPath(root),
  bundle: true,
  target: "es2020",
  legalComments: "none",
  logLevel: "warning",
};

const variants = [
  { suffix: ".js" },
  { suffix: ".min.js", minify: true, mangleProps: new RegExp(`^(${stimulusInternals.join("|")})$`) },
];

for (const { suffix, minify, mangleProps } of variants) {
  const chunk = `liveview-morph${suffix}`;
  await build({
    ...common,
    entryPoints: ["src/take_over.js"],
    format: "esm",
    banner: { js: notices.morph },
    outfile: `dist/${chunk}`,
    minify,
  });
  const hash = createHash("sha256").update(await read(`dist/${chunk}`)).digest("hex").slice(0, 12);
  await build({
    ...common,
    entryPoints: ["src/index.js"],
    format: "iife",
    banner: { js: notices.liveview },
    outfile: `dist/liveview${suffix}`,
    define: { LIVEVIEW_CHUNK: JSON.stringify(`${chunk}?v=${hash}`) },
    minify,
    mangleProps,
  });
}

const licenses = [
  ["LiveView for Spring Boot", await read("../LICENSE")],
  [`Stimulus ${stimulus}`, await read("node_modules/@hotwired/stimulus/LICENSE.md")],
  [`Idiomorph ${idiomorph}`, await read("node_modules/idiomorph/LICENSE")],
];
const text = licenses.map(([name, license]) => `${name}\n${"-".repeat(name.length)}\n\n${license.trim()}\n`);
await writeFile(new URL("dist/liveview.LICENSE.txt", root), text.join("\n\n"));
