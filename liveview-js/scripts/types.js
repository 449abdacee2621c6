import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const source = fileURLToPath(new URL("../src/npm/live_view_api.js", import.meta.url));
const file = new URL("../dist/liveview.d.ts", import.meta.url);

const HEAD = `// Made by "npm run types" of src/npm/live_view_api.js and scripts/types.js.
`;

// What JSDoc cannot say.
const TAIL = `
export declare const LiveView: Readonly<LiveViewApi>;
export default LiveView;

type LiveViewDomEvents = { [Name in keyof LiveViewEvents]: CustomEvent<LiveViewEvents[Name]> };

declare global {
  const LiveView: Readonly<LiveViewApi>;

  interface Window {
    readonly LiveView: Readonly<LiveViewApi>;
    /** Settings of the client, by their names in docs/connection.md, that exist before it starts. */
    webSocketConfig?: Record<string, string | number | boolean>;
  }

  interface GlobalEventHandlersEventMap extends LiveViewDomEvents {}
}
`;

/** @type {import("typescript").CompilerOptions} */
const options = {
  allowJs: true,
  declaration: true,
  emitDeclarationOnly: true,
  strict: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  newLine: ts.NewLineKind.LineFeed,
  types: [],
};

const program = ts.createProgram([source], options);
let declarations = "";
const { diagnostics } = program.emit(undefined, (_name, text) => (declarations += text));
const problems = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
if (problems.length) throw Error(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")).join("\n"));
if (/import\("\./.test(declarations)) throw Error("the declarations name a source that is not in the package");
await writeFile(file, `${HEAD}${declarations.replace("export {};\n", "")}${TAIL}`);
