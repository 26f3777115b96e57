/** Reads a text's facts as a rule would, with modules that are known by their specifiers alone. */
import type { ReadPorts } from "../../../src/languages/adapter.ts";
import { python } from "../../../src/languages/python/python.ts";
import { parsePython } from "../../../src/languages/python/parse.ts";
import { Reading } from "../../../src/languages/python/read.ts";
import { PythonSourceCode } from "../../../src/languages/python/source-code.ts";
import type { Fact } from "../../../src/policy/facts.ts";

export interface ReadSetting {
  /** Deprecated names by module; default: `get_x` of `acme.old`. */
  readonly deprecated?: Readonly<Record<string, readonly string[]>>;
  readonly definitions?: readonly string[];
  readonly exclusive?: readonly string[];
  /** By module: the exports that are a module as a whole. */
  readonly namespaces?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** By name of this file: who takes it. */
  readonly takers?: Readonly<Record<string, readonly string[]>>;
  /** By module: names that it is known to export. */
  readonly exports?: Readonly<Record<string, readonly string[]>>;
  /** Names of this file that mocks put something else in the place of. */
  readonly mocked?: readonly string[];
  readonly self?: string;
  /** What specifiers mean that are no module's own name. */
  readonly aliases?: Readonly<Record<string, string>>;
}

export function readPython(text: string, setting: ReadSetting = {}): { readonly concerns: boolean; readonly facts: readonly Fact[]; readonly reading: Reading } {
  const { deprecated = { "acme.old": ["get_x"] }, definitions = [], exclusive = [], namespaces = {}, takers = {}, mocked = [], self = "/app/user.py", aliases = {} } = setting;
  const moduleKey = (specifier: string): string => aliases[specifier] ?? specifier;
  const ports: ReadPorts = {
    exclusiveNames: new Set(exclusive),
    successorOf: () => undefined,
    requiredDefault: () => "member",
    hasManualMock: () => false,
    mayBeLoadedUnseen: () => false,
    loadsAlong: () => false,
    deprecatedNamesBehind: (specifier) => ports.deprecatedNames(moduleKey(specifier)),
    namespaceAt: (module, name) => namespaces[module]?.[name],
    moduleKey,
    governs: (module) => Object.hasOwn(deprecated, module) || Object.hasOwn(namespaces, module),
    deprecatedNames: (module) => [...(deprecated[module] ?? []), ...Object.keys(namespaces[module] ?? {})],
    takersOf: (name) => takers[name] ?? [],
    isInUtf8: () => false,
    mockerOf: (name) => (mocked.includes(name) ? "tests/test_user.py" : undefined),
    exports: (module, name) => setting.exports?.[module]?.includes(name) ?? false,
    disagree: () => false,
    self,
    definitions,
    whole: true,
    parse: python.reparser(self, {}),
  };
  const plain = text.replace(/^\uFEFF/u, "");
  const parsed = parsePython(plain, self.endsWith(".pyi"));
  if (!parsed.ok) throw new Error(parsed.message);
  const file = new PythonSourceCode({ text: plain, hasBOM: plain !== text, parsed, isParsed: true, isStub: self.endsWith(".pyi") });
  const reading = new Reading(file, ports);
  return { concerns: python.concerns(file, ports), facts: reading.facts, reading };
}

/** A fact in short: `import named get_x «get_x as y»`. */
export function shownFact(text: string, fact: Fact): string {
  const plain = text.replace(/^\uFEFF/u, "");
  const parts: string[] = [fact.kind];
  if (fact.kind === "import") parts.push(fact.form);
  parts.push(fact.name);
  if (fact.kind === "reexport") parts.push(`as ${fact.as}`);
  return `${parts.join(" ")} «${plain.slice(...fact.span)}»`;
}
