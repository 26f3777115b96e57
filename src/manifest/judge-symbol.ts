/** Judges of a symbol's module and name, which differ by language, and the text by which two symbols are the same. */
import { quoted, type Complaint } from "./judge-text.ts";
import type { LanguageName } from "./schema.ts";

/** A module and an export of it, as the manifest writes them. */
export interface WrittenSymbol {
  readonly module: string;
  readonly name: string;
}

const extension = /(\.d)?\.(ts|tsx|mts|cts|js|jsx|mjs|cjs)$/;

/** What is wrong with the text of a module, if anything. */
export function judgeModule(module: string, language: LanguageName): Complaint | undefined {
  return language === "python" ? judgePythonModule(module) : judgeScriptModule(module);
}

function judgeScriptModule(module: string): Complaint | undefined {
  const is = (what: string, mend: string): Complaint => ({ message: `${quoted(module)} ${what}`, mend });
  const fromHere = 'Write the path from this file\'s folder, such as "./src/websocket/factory"';
  if (/^([A-Za-z]:[\\/]|\\\\|\/|file:)/.test(module)) return is("is an absolute path", fromHere);
  if (module.includes("\\")) return is("has backslashes", `Write ${quoted(module.replace(/\\+/g, "/"))}`);
  if (/^\.\.(\/|$)/.test(module) || (module.startsWith("./") && module.split("/").includes(".."))) {
    return is(
      "leaves this file's folder",
      "Write a path that begins with ./ and has no .., or move this file further up",
    );
  }
  if (/^(#|[@~]\/|~$)/.test(module)) return is("is an alias, which is no identity of a module", fromHere);
  if (module.startsWith("./")) {
    const steps = module.slice(2).split("/");
    if (steps.every((step) => step !== "" && step !== "." && step.trim() === step)) return undefined;
    return is("is no path of a module", fromHere);
  }
  if (module.startsWith(".")) return is("is no path of a module", fromHere);
  // A package's subpath may end in .js; one that ends in .ts or .tsx is a path whose ./ was forgotten.
  if (/\.([mc]?ts|[tj]sx)$/.test(module))
    return is("looks like a path, but does not begin with ./", `Write ${quoted(`./${module}`)}`);
  const isPackage = /^(node:)?(@[\w.~-]+\/)?[\w~-][\w.~-]*(\/[^\s/:*?"<>|#]+)*$/.test(module);
  const hasDots = module.split("/").some((step) => step === "." || step === "..");
  if (isPackage && !hasDots) return undefined;
  return is(
    "is neither a path nor a package",
    'Write a path that begins with ./, or a package such as "rxjs/operators"',
  );
}

function judgePythonModule(module: string): Complaint | undefined {
  const word = "[\\p{XID_Start}_]\\p{XID_Continue}*";
  if (new RegExp(`^${word}(\\.${word})*$`, "u").test(module)) return undefined;
  if (module.startsWith(".") && !module.includes("/")) {
    return {
      message: `${quoted(module)} is relative`,
      mend: 'Write the module as an absolute import has it, such as "shop.websocket.factory"',
    };
  }
  const dotted = module
    .replace(/^\.\//, "")
    .replace(/\.pyi?$/, "")
    .replace(/\/__init__$/, "")
    .replace(/[\\/]+/g, ".");
  const isPath = /[\\/]/.test(module) && new RegExp(`^${word}(\\.${word})*$`, "u").test(dotted);
  return {
    message: `${quoted(module)} is no dotted Python module`,
    mend: isPath
      ? `Write ${quoted(dotted)}, counted from one of \`python.roots\``
      : 'Write the module as an absolute import has it, such as "shop.websocket.factory"',
  };
}

/** What is wrong with the name of an export, if anything. */
export function judgeName(name: string, language: LanguageName): Complaint | undefined {
  if (name === "*") return undefined;
  const word =
    language === "python"
      ? /^[\p{XID_Start}_]\p{XID_Continue}*$/u
      : /^[\p{ID_Start}$_][\p{ID_Continue}$\u200C\u200D]*$/u;
  if (word.test(name)) return undefined;
  const mend = name.includes(".")
    ? "Name the export alone: a member of it, or a method, cannot be governed"
    : language === "python"
      ? 'Write a Python name, or "*" for all'
      : 'Write an identifier, "default", or "*" for all';
  return { message: `${quoted(name)} is not a name that a module can export`, mend };
}

/** Gives the same text for modules that are the same. */
export type ModuleIdentifier = (module: string, language: LanguageName) => string;

/** By the text alone: the same for texts of `module` that are certain to mean the same module. */
export const moduleIdentity: ModuleIdentifier = (module, language) => {
  if (language === "python") return `python ${module.replace(/\.__init__$/, "")}`;
  if (!module.startsWith("./")) return `ecmascript ${module}`;
  return `ecmascript ${module.replace(extension, "").replace(/\/index$/, "")}`;
};

/** @returns the symbol as messages name it, such as `getX` of "./src/old" */
export function printSymbol(symbol: WrittenSymbol): string {
  return `\`${symbol.name}\` of ${quoted(symbol.module)}`;
}
