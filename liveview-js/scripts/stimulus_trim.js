import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/**
 * What the bundle leaves out of Stimulus 3.2.2, as the code before and after: outlets, the deprecated way to write targets,
 * a detour for browsers without classes, what it logs with `application.debug`, and what nothing in it calls; and what is
 * said in fewer words with the same meaning. It brings Stimulus from 10.0 to 7.6 kB. Who needs outlets runs a Stimulus of
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

  // What nothing in it calls: parts of classes that are not exported.
  [/    get values\(\) \{\n\s*const sets[\s\S]*?    add\(key, value\) \{/, "    add(key, value) {"],
  [/    hasKey\(key\) \{[\s\S]*?    getValuesForKey/, "    getValuesForKey"],
  [/    getKeysForValue\(value\) \{[\s\S]*?\n    \}\n/, ""],
  [/    handleError\(error, message, detail = \{\}\) \{\n\s*this\.application\.handleError\(error, `Error [\s\S]*?\n    \}\n/, ""],
  [/    handleError\(error, message, detail\) \{\n\s*this\.application\.handleError[\s\S]*?\n    \}\n/, ""],
  [/    refresh\(\) \{\n\s*this\.(elementObserver|attributeObserver|tokenListObserver)\.refresh\(\);\n    \}\n/g, ""],
  [/    get started\(\) \{[\s\S]*?\n    \}\n/g, ""],
  [/    get parentElement\(\) \{[\s\S]*?\n    \}\n/, ""],
  [/    get logger\(\) \{[\s\S]*?\n    \}\n/, ""],
  [/, this\.logger\);/, ");"],
  [/if \(this\.delegate\.(elementMatched|elementUnmatched|stringMap\w+|elementMatchedAttribute|elementUnmatchedAttribute)\) \{/g, "{"],

  // What it logs with `application.debug`.
  [/\n\s*this\.debug = false;/, ""],
  [/\n\s*this\.logDebugActivity = \([\s\S]*?\n        \};/g, ""],
  [/\n\s*this\.(context\.)?logDebugActivity\(.*\);/g, ""],
  [/    logFormattedMessage\([\s\S]*?\n    \}\n/, ""],

  // What can be said in less code today.
  [/Object\.assign\(Object\.assign\((\{ enter[\s\S]*?\}), objectFromEntries\([\s\S]*?\[n, n\]\)\)\)/,
    '{ ...$1, ...Object.fromEntries([..."abcdefghijklmnopqrstuvwxyz0123456789"].map((c) => [c, c])) }'],
  [/function objectFromEntries\([\s\S]*?\n\}\n/, ""],
  [/\{\n\s*const leftIndex = left\.index[\s\S]*?\n        \}/, "left.index - right.index"],
  [/\n\s*var _a;/g, ""],
  [/\(_a = (.*?)\) === null \|\| _a === void 0 \? void 0 : _a/g, "$1?"],
  [/Array\.from\(this\.eventListenerMaps\.values\(\)\)\.reduce\(.*/, "[...this.eventListenerMaps.values()].flatMap((map) => [...map.values()]);"],
  [/this\.modules\.reduce\(.*/, "this.modules.flatMap((module) => module.contexts);"],
  [/return targetNames\.reduce\(\(targets, targetName\) => \[[\s\S]*?\], \[\]\);/, "return targetNames.flatMap((targetName) => this.findAllTargets(targetName));"],
  [/const firstDifferingIndex = [\s\S]*?else \{[\s\S]*?\n        \}\n/, `let index = 0;
        while (previousTokens[index] && previousTokens[index].content == currentTokens[index]?.content) index++;
        return [previousTokens.slice(index), currentTokens.slice(index)];
`],
  [/function zip\([\s\S]*?\n\}\n/, ""],
  [/function tokensAreEqual\([\s\S]*?\n\}\n/, ""],
  [/(function parseValueTypeConstant\(constant\) \{)[\s\S]*?\n\}\n/,
    "$1\n    if ([Array, Boolean, Number, Object, String].includes(constant)) return constant.name.toLowerCase();\n}\n"],
  [/    switch \(typeof defaultValue\) \{[\s\S]*?\n    \}\n/,
    "    if (/boolean|number|string/.test(typeof defaultValue)) return typeof defaultValue;\n"],
  [/function isSomething\([\s\S]*?\n\}\n/, ""],
  [/function parseValueTypeObject\(payload\) \{[\s\S]*?\n\}\n/, ""],
  [/    const typeObject = \{ controller, token, typeObject: typeDefinition \};[\s\S]*?    const type = .*/, `
    const { type: given, default: fallback } = typeDefinition;
    const fromType = parseValueTypeConstant(given);
    const fromDefault = parseValueTypeDefault(fallback);
    if (given != null && fallback != null && fromType !== fromDefault)
        throw new Error(\`The default of the value "\${token}" is no \${fromType}\`);
    const type = fromType || fromDefault || parseValueTypeDefault(typeDefinition) || parseValueTypeConstant(typeDefinition);`],

  // What is asked although the answer is known: an observer that was disconnected tells nothing any more, and there is one kind of delegate.
  [/new MutationObserver\(\(mutations\) => this\.processMutations\(mutations\)\)/g,
    "new MutationObserver((mutations) => mutations.forEach(this.processMutation, this))"],
  [/    processMutations\(mutations\) \{[\s\S]*?\n    \}\n/g, ""],
  [/\n\s*this\.mutationObserver\.takeRecords\(\);/g, ""],
  [/else if \(mutation\.type == "childList"\)/, "else"],
  [/this\.delegate\.(elementAttributeChanged|elementAttributeValueChanged) && /g, ""],
  [/refresh\(\) \{\n\s*if \(this\.started\) \{([\s\S]*?)\n        \}\n    \}/g, "refresh() {$1\n    }"],
  [/for \(const (\w+|\{.*\}) of Array\.from\((.*)\)\) \{/g, "for (const $1 of $2) {"],
  [/const match = name\.match\(pattern\);\n\s*const key = match && match\[1\];/, "const key = name.match(pattern)?.[1];"],
  [/const parts = \[eventName\];[\s\S]*?return parts\.join\(":"\);/,
    'return [eventName, ...Object.keys(eventOptions).sort().map((key) => (eventOptions[key] ? "" : "!") + key)].join(":");'],
  [/catch \(error\) \{\n\s*return \{ error \};/, "catch (error) {\n            return {};"],
  [/Array\.from\(new Set\(this\.currentAttributeNames\.concat\(this\.recordedAttributeNames\)\)\)/,
    "new Set([...this.currentAttributeNames, ...this.recordedAttributeNames])"],
  [/(get recordedAttributeNames\(\) \{\n\s*return )Array\.from\((.*)\);/, "$1$2;"],
  [/    add\(key, value\) \{\n\s*add\(this\.valuesByKey, key, value\);[\s\S]*?    getValuesForKey\(key\) \{[\s\S]*?\n    \}\n/, `
    add(key, value) { this.valuesByKey.set(key, (this.valuesByKey.get(key) ?? new Set()).add(value)); }
    delete(key, value) {
        const values = this.valuesByKey.get(key);
        values?.delete(value);
        if (!values?.size) this.valuesByKey.delete(key);
    }
    has(key, value) { return this.valuesByKey.get(key)?.has(value); }
    getValuesForKey(key) { return [...this.valuesByKey.get(key) ?? []]; }
`],
  [/    const hasDefault = hasProperty[\s\S]*?\n    return typeDefinition;/, `
    if (hasProperty(typeDefinition, "default")) return typeDefinition.default;
    return defaultValuesByType[parseValueTypeConstant(typeDefinition.type)] ?? typeDefinition;`],
  [/\n\s*this\.fetchValuesByTokenForElement\(element\)\.(set|delete)\(.*\);/g, ""],
  [/    fetchValuesByTokenForElement\(element\) \{[\s\S]*?\n    \}\n/, ""],
  [/\n\s*this\.valuesByTokenByElement = .*/, ""],
  [/\(token\) => this\.(tokenMatched|tokenUnmatched)\(token\)/g, "this.$1, this"],
  [/    elementMatchedValue\(element, action\) \{\n\s*this\.connectAction[\s\S]*?\n    \}\n/, ""],
  [/    elementUnmatchedValue\(element, action\) \{\n\s*this\.disconnectAction[\s\S]*?\n    \}\n/, ""],
  [/    connectAction\(action\) \{/, "    elementMatchedValue(element, action) {"],
  [/    disconnectAction\(action\) \{/, "    elementUnmatchedValue(element, action) {"],
  [/    parseValueForToken\(token\) \{\n\s*const \{ element, content: identifier \} = token;[\s\S]*?\n    \}\n    parseValueForElementAndIdentifier\(element, identifier\) \{/,
    "    parseValueForToken({ element, content: identifier }) {"],
  [/const \{ target, currentTarget \} = event;\n/, ""],
  [/const filters = \[this\.keyFilter\];\n\s*if \((.*), filters\)\) \{\n\s*return true;\n\s*\}\n\s*return false;/, "return $1, [this.keyFilter]);"],
  [/            else \{\n\s*continue;\n\s*\}\n/, ""],
  [/const afterLoad = definition\.controllerConstructor\.afterLoad;\n\s*if \(afterLoad\) \{[\s\S]*?\n        \}/,
    "definition.controllerConstructor.afterLoad?.(definition.identifier, this.application);"],
  [/\n\s*const module = this\.modulesByIdentifier\.get\(scope\.identifier\);\n\s*if \(module\) \{\n\s*module\.(\w+)\(scope\);\n\s*\}/g,
    "\n        this.modulesByIdentifier.get(scope.identifier)?.$1(scope);"],
  [/const module = this\.modulesByIdentifier\.get\(identifier\);\n\s*if \(module\) \{\n\s*return module\.contexts(.*);\n\s*\}/,
    "return this.modulesByIdentifier.get(identifier)?.contexts$1;"],
  [/const context = (this\.router\.getContext.*);\n\s*return context \? context\.controller : null;/, "return $1?.controller ?? null;"],
  [/if \(this\.element === eventTarget\) \{[\s\S]*?else \{\n\s*return (.*);\n\s*\}/,
    "return this.element === eventTarget || this.scope.containsElement(eventTarget instanceof Element && this.element.contains(eventTarget) ? eventTarget : this.action.element);"],
  [/        if \(this\.hasValue\(key\)\) \{\n\s*(this\.invokeChangedCallback\(key, descriptor\.writer\()(this\.receiver\[key\])(\), oldValue\);)\n\s*\}\n\s*else \{[\s\S]*?\n        \}/,
    "        $1this.hasValue(key) ? $2 : descriptor.defaultValue$3"],
  [/const definition = constructor\[propertyName\];\n\s*return definition \? Object\.keys.*/, "return Object.entries(constructor[propertyName] ?? {});"],
  [/Array\.from\(ancestors\.reduce\(\(values, constructor\) => \{[\s\S]*?\}, new Set\(\)\)\)/,
    "[...new Set(ancestors.flatMap((constructor) => getOwnStaticArrayValues(constructor, propertyName)))]"],
  [/ancestors\.reduce\(\(pairs, constructor\) => \{[\s\S]*?\}, \[\]\)/,
    "ancestors.flatMap((constructor) => getOwnStaticObjectPairs(constructor, propertyName))"],
  // A name like "constructor" is one of an attribute too.
  [/attributeName in this\.valueDescriptorMap/, "hasProperty(this.valueDescriptorMap, attributeName)"],
  [/return Object\.prototype\.hasOwnProperty\.call\(object, property\);/, "return Object.hasOwn(object, property);"],
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
