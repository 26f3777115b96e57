/** Reads a text's facts as a rule would, with modules that are known by their specifiers alone. */
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import type { Rule } from "eslint";
import { ecmascript } from "../../../src/languages/ecmascript/ecmascript.ts";
import type { ReadPorts } from "../../../src/languages/adapter.ts";
import { isLintedFile } from "../../../src/rule-kit/parsed-file.ts";
import type { Fact } from "../../../src/policy/facts.ts";

export interface Read {
  /** Whether the cheap question says that the file is to be read. */
  readonly concerns: boolean;
  readonly facts: readonly Fact[];
}

export interface ReadSetting {
  readonly parser?: "espree" | "typescript";
  readonly sourceType?: "module" | "script" | "commonjs";
  /** Deprecated names by specifier; default: every export of `old`. */
  readonly deprecated?: Readonly<Record<string, readonly string[]>>;
  readonly definitions?: readonly string[];
  /** By module: the exports that are a module as a whole. */
  readonly namespaces?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export function readFacts(text: string, { parser = "typescript", sourceType = "module", deprecated = { old: ["*"] }, definitions = [], namespaces = {} }: ReadSetting = {}): Read {
  const ports: ReadPorts = {
    takersOf: () => [],
    mockerOf: () => undefined,
    isInUtf8: () => true,
    exports: () => false,
    disagree: () => false,
    exclusiveNames: new Set(),
    successorOf: () => undefined,
    requiredDefault: () => "member",
    hasManualMock: () => false,
    mayBeLoadedUnseen: () => false,
    loadsAlong: () => false,
    deprecatedNamesBehind: (specifier) => deprecated[specifier] ?? [],
    namespaceAt: (module, name) => namespaces[module]?.[name],
    moduleKey: (specifier) => specifier,
    governs: (module) => Object.hasOwn(deprecated, module),
    deprecatedNames: (module) => deprecated[module] ?? [],
    self: "self",
    definitions,
    whole: true,
    parse() {},
  };
  let read: Read | undefined;
  const rule: Rule.RuleModule = {
    create({ sourceCode }) {
      if (!isLintedFile(sourceCode)) throw new Error("no file");
      const concerns = ecmascript.concerns(sourceCode, ports);
      return {
        Program() {
          read = { concerns, facts: ecmascript.read(sourceCode, ports).facts };
        },
      };
    },
  };
  const messages = new Linter().verify(text, {
    files: ["**/*.tsx"],
    plugins: { test: { rules: { rule } } },
    rules: { "test/rule": "error" },
    languageOptions: { sourceType, parserOptions: { ecmaFeatures: { jsx: true } }, ...(parser === "typescript" ? { parser: typescriptParser } : {}) },
  }, "file.tsx");
  if (!read) throw new Error(messages.map(({ message }) => message).join("\n"));
  return read;
}

/** A fact in short: `import named x «x as y»`. */
export function shown(text: string, fact: Fact): string {
  const plain = text.replace(/^\uFEFF/u, "");
  const parts: string[] = [fact.kind];
  if (fact.kind === "import") parts.push(fact.form);
  parts.push(fact.name);
  if (fact.kind === "reexport") parts.push(`as ${fact.as}`);
  return `${parts.join(" ")} «${plain.slice(...fact.span)}»`;
}
