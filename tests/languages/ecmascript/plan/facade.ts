/** A small world behind a facade, planned with ports of its own: what a project says of it is another room's. */
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import type { Rule } from "eslint";
import { parseSync } from "oxc-parser";
import { expect } from "vitest";
import { ecmascript } from "../../../../src/languages/ecmascript/ecmascript.ts";
import type { ExportKind, Order, Outcome, ReadPorts, Replacement, RewriteText } from "../../../../src/languages/adapter.ts";
import { applyEdits } from "../../../../src/languages/compose.ts";
import type { Fact } from "../../../../src/policy/facts.ts";
import { isLintedFile } from "../../../../src/rule-kit/parsed-file.ts";
import { projectFolder } from "../../../kit/project-folder.ts";
import { typeErrors } from "../../../kit/prove.ts";

const members = `export interface Manager { send(text: string): void }
export interface Shape { a: number }
export const keep = 4;
`;
const world: Readonly<Record<string, string>> = {
  "src/factory.ts": `${members}export const getX = (n: number): number => n;
export class OldButton { constructor(readonly props: { label?: string }) {} }
export interface OldShape { a: number }
export function getFactory(): { create(context: object, id: string): Manager; size: number } {
  return { size: 1, create: (context, id) => ({ send: () => { void [context, id]; } }) };
}
`,
  "src/canonical.ts": `${members}export const createX = (n: number): number => n;
export class Button { constructor(readonly props: { label?: string }) {} }
export function createManager(context: object, id: string): Manager { return { send: () => { void [context, id]; } }; }
`,
  "src/other.ts": `export const getX = (n: number): number => -n;\nexport const y = 2;\n`,
  "src/facade.ts": `export * as ws from "./factory";\nexport * as other from "./other";\nexport * as fresh from "./canonical";\nexport const plain = 1;\n`,
  "src/all.ts": `export * as facade from "./facade";\n`,
  "src/globals.d.ts": `declare namespace JSX { interface ElementClass { props: object } interface ElementAttributesProperty { props: object } interface IntrinsicElements { b: object } interface Element { props: object } }
declare const vi: { spyOn(object: object, name: string): void; mock(module: string, factory?: () => object): void };
declare const require: (module: string) => any;
declare const load: (it: unknown) => void;
`,
};

const namespaces: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "./facade": { ws: "./factory" },
  "./all": { facade: "./facade" },
};

interface Canonical {
  readonly name: string;
  readonly kind: ExportKind;
  readonly rewrites?: readonly RewriteText[];
}

const byName: Readonly<Record<string, Canonical>> = {
  getX: { name: "createX", kind: "value" },
  OldButton: { name: "Button", kind: "both" },
  OldShape: { name: "Shape", kind: "type" },
  getFactory: { name: "createManager", kind: "value", rewrites: [{ from: "getFactory().create($context, $id)", to: "createManager($context, $id)", safe: true }] },
};

const movesWhole: Readonly<Record<string, Canonical>> = { "*": { name: "*", kind: "both" } };
const exported = new Set(["Manager", "Shape", "keep"]);

export interface Setting {
  /** Whether the factory moves as a whole. */
  readonly whole?: boolean;
  /** Text of sites that a disable comment covers. */
  readonly kept?: readonly string[];
  readonly file?: string;
  /** Whether the file has an import that nobody uses. */
  readonly unused?: boolean;
  /** Programs that can't be compiled, or no longer, for what this room has no say in. */
  readonly untyped?: boolean;
}

export interface Planned {
  readonly text: string;
  /** Of each ordered fact: the text of its site, and what came of it. */
  readonly outcomes: readonly string[];
}

/** Plans one file of the world, and proves the edit: it compiles before and after, and a second plan changes nothing. */
export function planned(text: string, setting: Setting = {}): Planned {
  const file = setting.file ?? "src/consumer.tsx";
  const first = planOnce(text, file, setting);
  expect(planOnce(first.text, file, setting).text, "changed by a second run").toBe(first.text);
  if (setting.untyped) return first;
  const root = projectFolder(world);
  const compiler = { noUnusedLocals: setting.unused !== true };
  expect(typeErrors(root, { ...world, [file]: text }, compiler), "before the fix").toEqual([]);
  expect(typeErrors(root, { ...world, [file]: first.text }, compiler), "after the fix").toEqual([]);
  return first;
}

function planOnce(text: string, file: string, { whole = false, kept = [] }: Setting): Planned {
  const table = whole ? movesWhole : byName;
  const ports: ReadPorts = {
    moduleKey: (specifier) => specifier,
    governs: (module) => ["./factory", "./canonical", ...Object.keys(namespaces)].includes(module),
    deprecatedNames: (module) => (module === "./factory" ? Object.keys(table) : Object.keys(namespaces[module] ?? {})),
    successorOf: () => undefined,
    requiredDefault: () => "member",
    hasManualMock: () => false,
    mayBeLoadedUnseen: () => false,
    loadsAlong: () => false,
    deprecatedNamesBehind: (specifier) => ports.deprecatedNames(specifier),
    takersOf: () => [],
    mockerOf: () => undefined,
    isInUtf8: () => true,
    exports: () => false,
    disagree: () => false,
    exclusiveNames: new Set(),
    namespaceAt: (module, name) => namespaces[module]?.[name],
    self: "./consumer",
    definitions: [],
    whole: true,
    parse(changed) {
      const { errors } = parseSync(file, changed);
      if (errors.length > 0) throw new SyntaxError(errors[0]?.message);
    },
  };
  let result: Planned | undefined;
  const rule: Rule.RuleModule = {
    create: ({ sourceCode }) => ({
      Program() {
        if (!isLintedFile(sourceCode)) throw new Error("no file");
        if (!ecmascript.concerns(sourceCode, ports)) return void (result = { text, outcomes: [] });
        const reading = ecmascript.read(sourceCode, ports);
        const shown = ({ span }: Fact): string => sourceCode.text.slice(...span);
        const orders = reading.facts.flatMap((fact): Order[] => {
          // A mock names what moves; a member of what moves as a whole is no site of its own.
          const canonical = table[fact.name] ?? (whole && fact.kind === "mock" ? { name: fact.name, kind: "unknown" as const } : undefined);
          if (fact.module !== "./factory" || fact.kind === "reexport" || !canonical) return [];
          const action = kept.includes(shown(fact)) ? "keep" : "replace";
          return [{ fact, action, replacement: replacementOf(fact.name, canonical) }];
        });
        const { edits, outcomes } = reading.plan(orders);
        const bom = text.startsWith("\uFEFF") ? "\uFEFF" : "";
        result = {
          text: bom + applyEdits(sourceCode.text, edits),
          outcomes: orders.map(({ fact }) => `${shown(fact)}: ${outcomeText(outcomes.get(fact))}`),
        };
      },
    }),
  };
  const messages = new Linter().verify(text, {
    files: ["**/*.tsx", "**/*.js", "**/*.ts"],
    plugins: { test: { rules: { rule } } },
    rules: { "test/rule": "error" },
    languageOptions: { parser: typescriptParser, parserOptions: { ecmaFeatures: { jsx: file.endsWith("x") } } },
  }, file);
  if (!result) throw new Error(messages.map(({ message }) => message).join("\n"));
  return result;
}

function replacementOf(deprecated: string, { name, kind, rewrites = [] }: Canonical): Replacement {
  return {
    specifier: "./canonical",
    module: "./canonical",
    name,
    kind,
    isSame: (module, other) => module === "./canonical" && name === other,
    renames: true,
    becomesType: false,
    rewrites,
    rewriteNames: { deprecated, canonical: name },
    bind: {},
    sideEffects: false,
    moves: (member) => exported.has(member),
    required: "member",
    movesAll: () => false,
    starred: () => undefined,
  };
}

function outcomeText(outcome: Outcome | undefined): string {
  if (!outcome) return "nothing";
  return outcome.fix === "automatic" ? "automatic" : `${outcome.fix}, ${outcome.reason}`;
}
