/** The generated monorepo: TypeScript takes it as it is, and `expected.json` is what TypeScript's own checker says. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";
import { loadManifest } from "../../src/manifest/load.ts";
import { generateMonorepo, type Expected, type ExpectedExport } from "../../tools/monorepo.ts";
import { projectFolder, standingFolder } from "../kit/project-folder.ts";

const files = 700;
const root = standingFolder({});
let sources: readonly string[] = [];
let program: ts.Program;
let expected: Expected;

/** TypeScript does not find sources behind a package's name while `dist` is not built: the test tells it where they are. */
function compile(folder: string): ts.Program {
  const read = ts.getParsedCommandLineOfConfigFile(path.join(folder, "tsconfig.json"), {}, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, "\n"));
    },
  });
  if (read === undefined) throw new Error("no tsconfig");
  const names = readdirSync(path.join(folder, "packages"));
  const paths = Object.fromEntries(names.flatMap((name) => [[`@acme/${name}`, [`./packages/${name}/src`]], [`@acme/${name}/*`, [`./packages/${name}/src/*`]]]));
  return ts.createProgram(read.fileNames, { ...read.options, paths: { ...read.options.paths, ...paths } });
}

function sourceFile(name: string): ts.SourceFile {
  const file = program.getSourceFile(path.join(root, name));
  if (file === undefined) throw new Error(`not in the program: ${name}`);
  return file;
}

/** What a name means in the end. */
function meant(symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? program.getTypeChecker().getAliasedSymbol(symbol) : symbol;
}

function members(file: string): readonly ts.Symbol[] {
  const module = program.getTypeChecker().getSymbolAtLocation(sourceFile(file));
  return module === undefined ? [] : program.getTypeChecker().getExportsOfModule(module);
}

function symbolOf(file: string, name: string): ts.Symbol | undefined {
  return members(file).find((symbol) => symbol.name === name);
}

/** Every export of the other sources that is the symbol, by itself or as a member of exported namespaces. */
function exportsOf(file: string, name: string): readonly string[] {
  const wanted = symbolOf(file, name);
  const found: string[] = [];
  const walk = (source: string, symbols: readonly ts.Symbol[], way: readonly string[]): void => {
    for (const symbol of symbols) {
      const target = meant(symbol);
      if (target === wanted) found.push([source, ...way, symbol.name].join(" "));
      else if (target.flags & ts.SymbolFlags.ValueModule) walk(source, program.getTypeChecker().getExportsOfModule(target), [...way, symbol.name]);
    }
  };
  for (const source of sources) if (source !== file) walk(source, members(source), []);
  return found.toSorted();
}

/** The files that a file imports. */
function importsOf(file: string): readonly string[] {
  return sourceFile(file).statements.filter(ts.isImportDeclaration).flatMap(({ moduleSpecifier }) => {
    const module = program.getTypeChecker().getSymbolAtLocation(moduleSpecifier);
    return (module?.declarations ?? []).map((declaration) => path.relative(root, declaration.getSourceFile().fileName));
  });
}

/** Whether any name in a file means the symbol. */
function refersTo(file: string, wanted: ts.Symbol | undefined): boolean {
  const checker = program.getTypeChecker();
  const visit = (node: ts.Node): boolean => {
    const symbol = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node) : undefined;
    return (symbol !== undefined && meant(symbol) === wanted) || (ts.forEachChild(node, (child) => visit(child) || undefined) ?? false);
  };
  return visit(sourceFile(file));
}

function spelled({ file, name, member }: ExpectedExport): string {
  return [file, name, ...(member?.split(".") ?? [])].join(" ");
}

function read(name: string, folder = root): string {
  return readFileSync(path.join(folder, name), "utf8");
}

beforeAll(() => {
  sources = generateMonorepo(root, { files, seed: 3 });
  program = compile(root);
  expected = JSON.parse(read("expected.json")) as Expected;
});

test("it has as many sources as were asked for", () => {
  expect(new Set(sources).size).toBe(files);
});

test("TypeScript finds nothing wrong", () => {
  expect(ts.getPreEmitDiagnostics(program).map((each) => `${each.file?.fileName ?? ""}: ${ts.flattenDiagnosticMessageText(each.messageText, "\n")}`)).toEqual([]);
});

test("the leaks are those that TypeScript's checker sees", () => {
  expect(expected.symbols).toHaveLength(50);
  for (const { file, name, leaks } of expected.symbols) expect(leaks.map(spelled).toSorted(), `${file} ${name}`).toEqual(exportsOf(file, name));
});

test("every importer takes the symbol, from the module it is said to take it from", () => {
  const importers = expected.symbols.flatMap((symbol) => symbol.importers.map((importer) => ({ symbol, ...importer })));
  expect(importers.length).toBeGreaterThan(5);
  for (const { symbol, file, through } of importers) {
    expect(importsOf(file), file).toContain(through.file);
    expect(refersTo(file, symbolOf(symbol.file, symbol.name)), file).toBe(true);
    expect([{ file: symbol.file, name: symbol.name }, ...symbol.leaks]).toContainEqual(through);
  }
});

test("the manifest is valid", () => {
  expect(loadManifest({ cwd: root }).manifest.migrations).toHaveLength(50);
});

describe("what it is to have", () => {
  const leaks = (): readonly ExpectedExport[] => expected.symbols.flatMap((symbol) => symbol.leaks);
  const count = (pattern: RegExp): number => sources.filter((name) => pattern.test(read(name))).length;

  test.each<readonly [what: string, pattern: RegExp]>([
    ["stars", /^export \* from "\.\//m],
    ["namespaces", /^export \* as \w+ from/m],
    ["imports that are exported", /^import \{ \w+ as \w+ \} from .*\nexport \{ \w+ as \w+ \};/m],
    ["renamed re-exports", /^export \{ .*\bget\w+ as provide\w+.*\} from/m],
    ["defaults that are passed on", /^export \{ default(?: as \w+)? \} from/m],
    ["imports by a package's name", /from "@acme\/[\w-]+"/],
    ["imports by a package's subpath", /from "@acme\/[\w-]+\/\w+"/],
    ["imports by an alias", /from "@app\//],
    ["specifiers with an extension", /from "\.\.?\/.*\.js"/],
    ["dynamic imports", /await import\("/],
    ["mocks", /^vi\.mock\("/m],
    ["JSX", /^ {4}<section/m],
  ])("%s", (_, pattern) => {
    expect(count(pattern)).toBeGreaterThan(0);
  });

  test("leaks three barrels deep, renamed ones, members of namespaces, and symbols without any", () => {
    expect(leaks().some(({ file }) => file.includes("/parts/index.ts"))).toBe(true);
    expect(leaks().some(({ name }) => name.startsWith("provide"))).toBe(true);
    expect(leaks().some(({ member }) => member !== undefined)).toBe(true);
    expect(leaks().some(({ file }) => file.endsWith("/compat.ts"))).toBe(true);
    expect(expected.symbols.some((symbol) => symbol.leaks.length === 0)).toBe(true);
    expect(expected.symbols.flatMap(({ ignored }) => ignored)).toHaveLength(10);
  });

  test("files as big as real ones", () => {
    const sizes = sources.filter((name) => !/(?:index|compat)\.ts$/.test(name)).map((name) => read(name).length);
    const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
    expect(mean).toBeGreaterThan(3_500);
    expect(mean).toBeLessThan(5_000);
    expect(Math.max(...sizes)).toBeGreaterThan(15_000);
    expect(Math.min(...sizes)).toBeLessThan(1_200);
  });
});

test("the same seed gives the same files, another one others", () => {
  const [one, same, other] = [projectFolder({}), projectFolder({}), projectFolder({})];
  const names = generateMonorepo(one, { files: 400, seed: 7 });
  expect(generateMonorepo(same, { files: 400, seed: 7 })).toEqual(names);
  expect(generateMonorepo(other, { files: 400, seed: 8 })).not.toEqual(names);
  for (const name of [...names, "ssot.json", "expected.json", "packages/billing-core/package.json"]) expect(read(name, same), name).toBe(read(name, one));
});

test("a folder that has something in it is left alone", () => {
  const folder = projectFolder({ "package.json": {} });
  expect(() => generateMonorepo(folder, { files: 400 })).toThrow("is not empty");
  expect(readdirSync(folder)).toEqual(["package.json"]);
});
