import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Packs the library as npm would publish it and installs it, without a network, in a project of its own beside the code of
 * `page_code`.
 *
 * @returns {{folder: string, packed: string[], remove: () => void}} the project's folder, and the files of the package
 */
export function installPackage() {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "liveview-")));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const pack = (path) => JSON.parse(npm(["pack", path, "--json", "--ignore-scripts", "--pack-destination", folder], root))[0];
    const own = pack(".");
    const stimulus = pack("./node_modules/@hotwired/stimulus");
    writeFileSync(join(folder, "package.json"), '{"type": "module", "private": true}');
    const files = [own, stimulus].map(({ filename }) => join(folder, filename));
    npm(["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", ...files], folder);
    cpSync(join(root, "test/page_code"), folder, { recursive: true });
    return { folder, packed: own.files.map(({ path }) => path), remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/** @param {string[]} words @param {string} cwd */
function npm(words, cwd) {
  // What npm says of itself depends on who runs it.
  const env = { ...process.env, npm_config_update_notifier: "false", npm_config_loglevel: "error" };
  return execFileSync("npm", words, { cwd, env, encoding: "utf8", shell: process.platform === "win32" });
}
