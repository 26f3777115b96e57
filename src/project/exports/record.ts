/** What one file exports and imports, read from its text alone. */
import { posix } from "node:path";
import { parse as parseJson } from "jsonc-parser";
import { parseSync, type ParserOptions, type ParseResult, type Program, type TSTypeName } from "oxc-parser";
import type { ExportKind } from "../../languages/adapter.ts";
import { SIZE_LIMIT } from "../files/file-bytes.ts";
import { isPassedOn, nodesOf, requiredSpecifier, type ExportSource } from "./commonjs-values.ts";
import { readCommonJs } from "./commonjs.ts";
import { scriptsIn } from "./component-scripts.ts";
import { isObject, readText } from "../files/disk.ts";
import { exportedKinds, namespaceKinds, type Kinds } from "./kinds.ts";
import { COMPONENT_EXTENSIONS, isDeclaration } from "../modules/module-path.ts";
import { mayLoadByPattern, patternLoadsIn, type PatternLoad } from "../texts/pattern-loads.ts";
import { isPython } from "../python/module-path.ts";
import type { PythonNames } from "../python/names.ts";
import { readPythonRecord } from "../python/record.ts";
import { gap, looseTakesIn, mocksIn } from "../texts/specifiers-in-text.ts";

export interface ModuleRecord {
  readonly exports: ReadonlyMap<string, ExportSource>;
  /** `export *`; one of CommonJS passes `default` on too. */
  readonly stars: readonly { readonly from: string; readonly typeOnly: boolean; readonly withDefault: boolean }[];
  /** Specifiers of the modules that run when this one does, or may be loaded by it. */
  readonly imports: readonly string[];
  /** What the file takes of other modules, types and re-exports too; the name is `"*"` where it takes a module whole, and with `isStar` only passes it on. */
  readonly takes: readonly { readonly from: string; readonly name: string; readonly isStar?: boolean }[];
  /** Specifiers in calls by which test runners mock modules, told from the text: one in a comment makes a fix more careful. */
  readonly mocks: readonly string[];
  /** What it loads by patterns; by whom a module is needed is not told from them. */
  readonly loads?: readonly PatternLoad[];
  /** There may be more exports than are listed. */
  readonly open: boolean;
  /** It is a script of CommonJS. */
  readonly isCommonJs?: boolean;
  /** A default import of it has all that it exports, as members; `named` are those that Node has by their names, too. */
  readonly byDefault?: { readonly named: ReadonlySet<string> } | undefined;
  /** Kinds of the exports defined here, where the syntax tree was needed anyway. */
  readonly kinds: ReadonlyMap<string, ExportKind> | undefined;
  /** What only Python needs; absent for other files. */
  readonly names?: PythonNames;
}

/** What only the syntax tree shows. */
const treeOnly = new RegExp(String.raw`\brequire\b${gap}[(?!<]|\bexport${gap}=|\bimport${gap}(?:type${gap})?[\w$\x80-\uffff]+${gap}=`);

const UNKNOWN: ModuleRecord = { exports: new Map(), stars: [], imports: [], takes: [], mocks: [], open: true, kinds: undefined };

/**
 * Reads a file's exports and imports. Never throws: what cannot be read or parsed is open, with no names.
 *
 * @param path absolute
 * @param size of the file in bytes
 */
export function readRecord(path: string, size: number): ModuleRecord {
  if (isPython(path)) return readPythonRecord(path, size);
  const text = size > SIZE_LIMIT ? undefined : readText(path);
  if (text === undefined || text.includes("\0")) return UNKNOWN;
  const extension = posix.extname(path);
  if (extension === ".json") return jsonRecord(text);
  const isComponent = COMPONENT_EXTENSIONS.some((each) => each === extension);
  if (!isComponent && !/^\.[cm]?[jt]sx?$/.test(extension)) return UNKNOWN;
  try {
    return isComponent ? componentRecord(path, text) : codeRecord(path, text);
  } catch {
    return UNKNOWN;
  }
}

/** The kinds of what a file exports from itself, by outward name; empty where it cannot be read. */
export function readKinds(path: string, size: number): ReadonlyMap<string, ExportKind> {
  const text = size > SIZE_LIMIT ? undefined : readText(path);
  if (text === undefined) return new Map();
  try {
    return exportedKinds(parse(path, text).program.body, isDeclaration(path));
  } catch {
    return new Map();
  }
}

/** Parses a file the way that its extension asks for. */
export function parse(path: string, text: string): ParseResult {
  const isScript = /\.[cm]?jsx?$/.test(path);
  const options: ParserOptions = isScript
    ? { lang: "jsx", sourceType: path.endsWith(".cjs") ? "commonjs" : path.endsWith(".mjs") ? "module" : "unambiguous", preserveParens: false }
    : { preserveParens: false };
  const result = parseSync(path, text, options);
  // A script may return at its top: Node wraps it into a function.
  return isScript && result.errors.length > 0 && !result.module.hasModuleSyntax ? parseSync(path, text, { ...options, sourceType: "commonjs" }) : result;
}

function codeRecord(path: string, text: string): ModuleRecord {
  const result = parse(path, text);
  const { module } = result;
  const exports = new Map<string, ExportSource>();
  const stars: ModuleRecord["stars"][number][] = [];
  const imports = new Set<string>();
  const takes: ModuleRecord["takes"][number][] = [];
  const local = new Map<string, ExportSource>();
  /** The same by where the binding stands: oxc-parser 0.154 names an exported default import by its local name. */
  const standing = new Map<number, ExportSource>();

  for (const { moduleRequest, entries } of module.staticImports) {
    if (entries.length === 0 || entries.some((entry) => !entry.isType)) imports.add(moduleRequest.value);
    for (const { importName, localName, isType } of entries) {
      const name = importName.kind === "Default" ? "default" : (importName.name ?? "*");
      const source = { from: moduleRequest.value, name, typeOnly: isType, ...(name === "*" && { binding: localName.value }) };
      takes.push({ from: moduleRequest.value, name });
      local.set(localName.value, source);
      standing.set(localName.start, source);
    }
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const literal = /^(["'`])([^"'`\\$]*)\1$/.exec(text.slice(moduleRequest.start, moduleRequest.end))?.[2];
    if (literal !== undefined) imports.add(literal);
  }
  for (const from of looseTakesIn(text)) takes.push({ from, name: "*" });
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, exportName, importName, localName, isType } of entries) {
      const name = exportName.kind === "Default" ? "default" : exportName.name;
      if (moduleRequest !== null && !isType) imports.add(moduleRequest.value);
      if (moduleRequest !== null) takes.push({ from: moduleRequest.value, name: importName.name ?? "*", isStar: name === null });
      if (name === null) {
        if (moduleRequest !== null) stars.push({ from: moduleRequest.value, typeOnly: isType, withDefault: false });
        continue;
      }
      // `export default imported` and `export { imported }` let the very same thing out. Versions of the parser differ
      // in whether they follow the second themselves.
      const bound = importName.start === null ? undefined : standing.get(importName.start);
      const imported = bound ?? (localName.name === null ? undefined : local.get(localName.name));
      const elsewhere = moduleRequest && { from: moduleRequest.value, name: importName.name ?? "*", typeOnly: isType };
      exports.set(name, imported ?? elsewhere ?? { name, typeOnly: false });
    }
  }
  const broken = result.errors.some((error) => error.severity === "Error");
  const needsTree = isDeclaration(path) || !module.hasModuleSyntax || treeOnly.test(text);
  const loads = mayLoadByPattern(text) ? patternLoadsIn(result.program, text, posix.dirname(path)) : [];
  const record = { exports, stars, imports: [...imports], takes, mocks: mocksIn(text), loads, open: broken, kinds: undefined };
  return needsTree ? withTree(path, result, record, local) : record;
}

/** Adds what only the syntax tree shows: `require`, CommonJS, `export =`, implicit exports of declaration files. */
function withTree(path: string, result: ParseResult, record: ModuleRecord, local: ReadonlyMap<string, ExportSource>): ModuleRecord {
  const { program, module } = result;
  const isTypes = isDeclaration(path);
  const exports = new Map(record.exports);
  const imports = new Set(record.imports);
  const takes = [...record.takes];
  const { mocks, loads = [] } = record;
  const stars = [...record.stars];
  const kinds: Kinds = exportedKinds(program.body, isTypes);
  const named = new Map(local);
  let { open } = record;

  for (const [node, parent] of nodesOf(program)) {
    const required = requiredSpecifier(node);
    if (required === undefined) continue;
    imports.add(required);
    takes.push({ from: required, name: "*", isStar: isPassedOn(node, parent) });
  }
  for (const statement of program.body) {
    const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (declaration?.type !== "TSImportEqualsDeclaration") continue;
    const { id, importKind, moduleReference } = declaration;
    const typeOnly = importKind === "type";
    if (moduleReference.type === "TSExternalModuleReference") {
      const from = moduleReference.expression.value;
      if (!typeOnly) imports.add(from);
      takes.push({ from, name: "*" });
      named.set(id.name, { from, name: "*", typeOnly, binding: id.name });
    } else {
      const source = aliased(moduleReference, named);
      if (source !== undefined) named.set(id.name, source);
    }
  }
  for (const statement of program.body) {
    if (statement.type !== "TSExportAssignment") continue;
    // What is assigned may have any members; those of a namespace of its name are known.
    open = true;
    const { expression } = statement;
    const source = expression.type === "Identifier" ? named.get(expression.name) : undefined;
    if (source?.from !== undefined && source.name === "*") stars.push({ from: source.from, typeOnly: source.typeOnly, withDefault: true });
    else exports.set("default", source ?? { name: "default", typeOnly: false });
    kinds.set("default", "unknown");
    if (expression.type === "Identifier") for (const [name, kind] of namespaceKinds(program, expression.name, isTypes)) {
      kinds.set(name, kind);
      if (!exports.has(name)) exports.set(name, { name, typeOnly: false });
    }
  }
  if (!module.hasModuleSyntax) {
    if (isTypes) return { exports, stars, imports: [...imports], takes, mocks, loads, open: true, kinds };
    const common = readCommonJs(program);
    for (const [name, source] of common.exports) exports.set(name, source);
    for (const star of common.stars) {
      stars.push({ ...star, typeOnly: false });
      takes.push({ from: star.from, name: "*", isStar: true });
    }
    if (!common.isTranspiled && !exports.has("default") && common.exports.size > 0) exports.set("default", { name: "default", typeOnly: false });
    return { exports, stars, imports: [...imports], takes, mocks, loads, open: open || common.open || (common.isTranspiled && !exports.has("default")), isCommonJs: true, byDefault: common.isTranspiled || common.namesDefault ? undefined : { named: common.assigned }, kinds: new Map([...kinds, ...common.kinds]) };
  }
  if (isTypes) for (const name of kinds.keys()) if (!exports.has(name)) exports.set(name, named.get(name) ?? { name, typeOnly: false });
  // `import x = …` brings a binding in that the parser's own record does not know.
  for (const [name, local] of listedLocals(program)) {
    const source = exports.get(name)?.from === undefined ? named.get(local) : undefined;
    if (source !== undefined) exports.set(name, { ...source, typeOnly: source.typeOnly || kinds.get(name) === "type" });
  }
  return { exports, stars, imports: [...imports], takes, mocks, loads, open, kinds };
}

/** What `import y = x.a` stands for, where `x` is another module. */
function aliased(reference: TSTypeName, named: ReadonlyMap<string, ExportSource>): ExportSource | undefined {
  if (reference.type === "Identifier") return named.get(reference.name);
  if (reference.type !== "TSQualifiedName") return undefined;
  const whole = aliased(reference.left, named);
  return whole?.from !== undefined && whole.name === "*" ? { from: whole.from, name: reference.right.name, typeOnly: whole.typeOnly } : undefined;
}

/** What the file exports by the name of a binding: outward and local names. */
function* listedLocals(program: Program): Iterable<readonly [name: string, local: string]> {
  for (const statement of program.body) {
    if (statement.type === "ExportDefaultDeclaration" && statement.declaration.type === "Identifier") yield ["default", statement.declaration.name];
    if (statement.type !== "ExportNamedDeclaration" || statement.source !== null) continue;
    if (statement.declaration?.type === "TSImportEqualsDeclaration") yield [statement.declaration.id.name, statement.declaration.id.name];
    for (const { local, exported } of statement.specifiers)
      if (local.type === "Identifier") yield [exported.type === "Literal" ? exported.value : exported.name, local.name];
  }
}

function jsonRecord(text: string): ModuleRecord {
  const value: unknown = parseJson(text);
  const names = ["default", ...(isObject(value) ? Object.keys(value) : [])];
  return {
    exports: new Map(names.map((name) => [name, { name, typeOnly: false }])),
    stars: [],
    imports: [],
    takes: [],
    mocks: [],
    open: false,
    kinds: new Map(names.map((name) => [name, "value"])),
  };
}

/** A component has a default export; what else it has is its compiler's affair. Its scripts' imports count. */
function componentRecord(path: string, text: string): ModuleRecord {
  const records = scriptsIn(path, text).map(({ name, code, src }): ModuleRecord => (src === undefined ? codeRecord(posix.join(posix.dirname(path), name), code) : { ...UNKNOWN, imports: [src], takes: [{ from: src, name: "*" }] }));
  const imports = new Set(records.flatMap((record) => record.imports));
  const takes = records.flatMap((record) => record.takes);
  const loads = records.flatMap((record) => record.loads ?? []);
  return { exports: new Map([["default", { name: "default", typeOnly: false }]]), stars: [], imports: [...imports], takes, mocks: [], loads, open: true, kinds: new Map([["default", "value"]]) };
}
