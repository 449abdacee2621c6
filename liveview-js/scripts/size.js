import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const LIMIT = 17_600;

const bundle = readFileSync(new URL("../dist/liveview.min.js", import.meta.url));
const size = gzipSync(bundle, { level: 9 }).length;
console.log(`dist/liveview.min.js: ${size} of ${LIMIT} bytes gzipped`);
if (size > LIMIT) process.exitCode = 1;
