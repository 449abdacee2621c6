import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { version } from "../src/version.js";

const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");

test("source, package, lock file, bundles and Maven module name one version (D12)", () => {
  assert.equal(JSON.parse(read("package.json")).version, version);
  assert.equal(JSON.parse(read("package-lock.json")).version, version);
  assert.ok(read("dist/liveview.min.js").startsWith(`/*! LiveView for Spring Boot ${version},`));
  assert.match(read("pom.xml"), new RegExp(`<artifactId>liveview-parent</artifactId>\\s*<version>${version}</version>`));
});
