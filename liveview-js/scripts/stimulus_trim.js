import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/**
 * What the bundle leaves out of Stimulus 3.2.2, as the code before and after: outlets, the deprecated way to write targets,
 * and a detour for browsers without classes. It brings Stimulus from 10.1 to 8.4 kB. Who needs outlets runs a Stimulus of
 * their own beside ours. To be looked at with every new version of Stimulus: code that is not found fails the build.
 */
const CUTS = [
  // Classes without a caller are left out by the bundler.
  [/const extend = \(\(\) => \{[\s\S]*?\}\)\(\);/, "const extend = (constructor) => class extends constructor {};"],
  [/const getOwnKeys = \(\(\) => \{[\s\S]*?\}\)\(\);/, "const getOwnKeys = Reflect.ownKeys;"],
  [/ \|\| this\.findLegacyTarget\(targetName\)/, ""],
  [/\s*\.\.\.this\.findAllLegacyTargets\(targetName\),/, ""],
  [/    findLegacyTarget\(targetName\) \{[\s\S]*?    get guide\(\) \{[\s\S]*?\n    \}\n/, ""],
  [/\n\s*this\.guide = new Guide\(logger\);/, ""],
  [/\n\s*this\.outlets = new OutletSet\(.*\);/, ""],
  [/    get isDocumentScope\(\) \{[\s\S]*?\n    \}\n/, ""],
  [/    get documentScope\(\) \{[\s\S]*?\n    \}\n/, ""],
  [/\n\s*this\.outletObserver = new OutletObserver\(this, this\);/, ""],
  [/\n\s*this\.outletObserver\.start\(\);/, ""],
  [/\n\s*this\.outletObserver\.stop\(\);/, ""],
  [/    refresh\(\) \{\n\s*this\.outletObserver\.refresh\(\);\n    \}\n/, ""],
  [/    outletConnected\(outlet, element, name\) \{[\s\S]*?\n    \}\n/, ""],
  [/    outletDisconnected\(outlet, element, name\) \{[\s\S]*?\n    \}\n/, ""],
  [/    proposeToConnectScopeForElementAndIdentifier\([\s\S]*?\n    \}\n/, ""],
  [/    get outlets\(\) \{[\s\S]*?\n    \}\n/, ""],
  [/\n\s*OutletPropertiesBlessing,/, ""],
  [/\nController\.outlets = \[\];/, ""],
  [/\n\s*outletAttributeForScope: .*/, ""],
  // What is contained is connected if the container is.
  [/elementIsActive\(element\) \{[\s\S]*?\n    \}\n/, "elementIsActive(element) { return this.element.contains(element); }"],
  [/elementFromNode\(node\) \{[\s\S]*?\n    \}\n/, "elementFromNode(node) { if (isElement(node)) return node; }"],
  [/matchElementsInTree\(tree\) \{\n\s*const match = [\s\S]*?\n    \}\n/, "matchElementsInTree(tree) { return all(tree, this.selector); }"],
  [/    findElement\(selector\) \{[\s\S]*?(?=    get controllerSelector)/, `
    findElement(selector) { return this.findAllElements(selector)[0]; }
    findAllElements(selector) { return all(this.element, selector).filter(this.containsElement); }
`],
];

/**
 * What Stimulus asks of elements, and a form with a field of that name would answer with the field: it would bring Stimulus
 * down, for the rest of the page as well.
 */
const CALLED = "hasAttribute|matches|closest|contains|addEventListener|removeEventListener";
const READ = "tagName|attributes";

/** @param {string} code */
function guardAgainstFieldNames(code) {
  const guarded = code
    .replace(/([\w.]+)\.getAttribute\(/g, "attribute($1, ")
    .replace(RegExp(`([\\w.]+)\\.(${CALLED})\\(`, "g"), 'run($1, "$2", ')
    .replace(RegExp(`([\\w.]+)\\.(${READ})\\b`, "g"), 'own($1, "$2")');
  const dom = fileURLToPath(new URL("../src/dom.js", import.meta.url));
  return `import { all, attribute, isElement, own, run } from ${JSON.stringify(dom)};\n${guarded}`;
}

/** @type {import("esbuild").Plugin} */
export const trimStimulus = {
  name: "trim-stimulus",
  setup(build) {
    build.onLoad({ filter: /stimulus\/dist\/stimulus\.js$/ }, async ({ path }) => {
      let contents = await readFile(path, "utf8");
      for (const [code, replacement] of CUTS) {
        if (!(/** @type {RegExp} */ (code).test(contents))) throw Error(`Stimulus has no ${code} any more`);
        contents = contents.replace(code, /** @type {string} */ (replacement));
      }
      return { contents: guardAgainstFieldNames(contents), loader: "js" };
    });
  },
};
