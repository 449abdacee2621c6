import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const LIMITS = {
  "liveview.min.js": 20_000,
  "liveview-page.min.js": 4_000,
  "liveview-triggers.min.js": 3_000,
  "liveview-debug.min.js": 2_500,
};

for (const [file, limit] of Object.entries(LIMITS)) {
  const bundle = readFileSync(new URL(`../dist/${file}`, import.meta.url));
  const size = gzipSync(bundle, { level: 9 }).length;
  console.log(`dist/${file}: ${size} of ${limit} bytes gzipped`);
  if (size > limit) process.exitCode = 1;
}
