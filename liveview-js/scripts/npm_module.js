/**
 * Makes the npm package of the sources of the script: Stimulus is a dependency instead of a part, and the chunks are the
 * readable ones, beside the module.
 *
 * @type {import("esbuild").Plugin}
 */
export const npmModule = {
  name: "npm-module",
  setup(build) {
    build.onResolve({ filter: /^@hotwired\/stimulus$/ }, ({ path }) => ({ path, external: true }));
    build.onResolve({ filter: /^\.\/chunk\.js$/ }, ({ resolveDir }) => ({ path: `${resolveDir}/npm/module_chunks.js` }));
    build.onResolve({ filter: /_chunk\.js$/ }, ({ path }) => {
      const [, name] = /** @type {RegExpExecArray} */ (/(\w+)_chunk\.js$/.exec(path));
      return { path: `./liveview-${name}.js`, external: true };
    });
  },
};
