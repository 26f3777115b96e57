/** A repository as TypeScript's language service sees it. */
import path from "node:path";
import ts from "typescript";

export interface Project {
  readonly files: readonly string[];
  tree(file: string): ts.SourceFile;
  /** The file that a specifier leads to. */
  resolve(specifier: string, from: string): string | undefined;
  /** Where one file writes a name, and what has to stand around the new one there. */
  places(file: string, position: number): readonly { readonly start: number; readonly end: number; readonly before: string; readonly after: string }[];
  /** Names that a module exports, with those that come by stars. */
  exports(file: string): readonly { readonly name: string; readonly isType: boolean }[];
}

/** @param source the folder with the modules that are to move; tests and declarations are left out */
export function openProject(root: string, source: string): Project {
  const options: ts.CompilerOptions = { strict: true, moduleResolution: ts.ModuleResolutionKind.Bundler, module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, jsx: ts.JsxEmit.ReactJSX, noEmit: true, types: [], allowImportingTsExtensions: true };
  const files = ts.sys.readDirectory(source, [".ts", ".tsx"], ["**/node_modules"], undefined).filter((file) => !/\.(test|spec|bench|test-d|d)\.tsx?$|\/(__tests__|vitest|test)\//.test(file)).sort();
  const service = ts.createLanguageService({
    ...ts.sys,
    getScriptFileNames: () => files,
    getScriptVersion: () => "1",
    getScriptSnapshot: (file) => {
      const text = ts.sys.readFile(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => root,
    getCompilationSettings: () => options,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    useCaseSensitiveFileNames: () => true,
  });
  const program = service.getProgram();
  if (!program) throw new Error("TypeScript made no program");
  const checker = program.getTypeChecker();
  const tree = (file: string): ts.SourceFile => {
    const found = program.getSourceFile(file);
    if (!found) throw new Error(`TypeScript has no ${file}`);
    return found;
  };
  return {
    files,
    tree,
    resolve: (specifier, from) => ts.resolveModuleName(specifier, from, options, ts.sys).resolvedModule?.resolvedFileName,
    places: (file, position) =>
      (service.findRenameLocations(file, position, false, false, { providePrefixAndSuffixTextForRename: true }) ?? [])
        .filter((place) => path.resolve(place.fileName) === file)
        .map(({ textSpan, prefixText, suffixText }) => ({ start: textSpan.start, end: textSpan.start + textSpan.length, before: prefixText ?? "", after: suffixText ?? "" })),
    exports: (file) => {
      const symbol = checker.getSymbolAtLocation(tree(file));
      return (symbol ? checker.getExportsOfModule(symbol) : []).map((each) => {
        const real = each.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(each) : each;
        return { name: each.name, isType: (real.flags & ts.SymbolFlags.Value) === 0 };
      });
    },
  };
}
