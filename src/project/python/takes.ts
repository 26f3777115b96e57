/** What a Python file takes of other modules: by name, by attribute, by a string. */
import { dynamicIn, modulesByKey, type Dynamic } from "../../languages/python/read/dynamic.ts";
import { attributesOf, dottedName, isTarget } from "../../languages/python/read/expressions.ts";
import { importsOf, type ImportedName } from "../../languages/python/read/imports.ts";
import { scopesOf } from "../../languages/python/scopes/analyze.ts";
import type { Binding, Variable } from "../../languages/python/scopes/scope.ts";
import type { PyExpression } from "../../languages/python/tree/expressions.ts";
import type { PyModule } from "../../languages/python/tree/node.ts";
import type { ModuleRecord } from "../exports/record.ts";
import { textOf } from "./bindings.ts";
import { mocksOf, replacedAttributes, replacingCalls } from "./mocks.ts";
import { dottedBelow } from "./module-path.ts";
import { mayReplace } from "./takers.ts";

/**
 * Texts begin with a module, and go on with modules or attributes. A name is `"*"` where the module as a whole goes to
 * somebody who may take anything of it, and empty where the module is only loaded.
 */
export interface PythonTakes {
  readonly takes: ModuleRecord["takes"];
  /** What tests replace. */
  readonly mocks: readonly string[];
  /** Attributes that are assigned or deleted, of modules maybe. */
  readonly assigned: readonly string[];
}

export function takesOf(module: PyModule, text: string): PythonTakes {
  const taking = new Taking(module, dynamicIn({ text, ast: module }));
  const calls = mayReplace(text) ? replacingCalls(module) : [];
  for (const [object, name] of replacedAttributes(calls)) taking.byString(object, name);
  const imported = importsOf(module);
  for (const each of imported) taking.import(each);
  taking.dynamic();
  for (const key of modulesByKey({ text, ast: module })) taking.whole(key);
  return { takes: [...taking.takes.values()], assigned: [...taking.assigned], mocks: calls.length > 0 ? [...new Set(mocksOf({ module, text, calls, imported: imported.map((each) => (each.kind === "name" ? dottedBelow(textOf(each), each.name) : textOf(each))), textsOf: (node) => taking.textsOf(node) }))] : [] };
}

class Taking {
  readonly assigned = new Set<string>();
  readonly takes = new Map<string, ModuleRecord["takes"][number]>();
  readonly #module: PyModule;
  readonly #dynamic: Dynamic;
  /** By what binds them. */
  readonly #variables = new Map<Binding["node"], Variable>();
  /** What imports give to variables. */
  readonly #texts = new Map<Variable, Set<string>>();
  /** Objects whose attributes are taken by a string. */
  readonly #byString = new Map<PyExpression, string>();

  constructor(module: PyModule, dynamic: Dynamic) {
    this.#module = module;
    this.#dynamic = dynamic;
    for (const { variables } of scopesOf(module).all) for (const variable of variables.values()) for (const { node } of variable.bindings) this.#variables.set(node, variable);
    for (const { object, name } of dynamic.attributes) this.byString(object, name);
  }

  /** Of what `object` is, somebody takes no more than the attribute `name`. */
  byString(object: PyExpression, name: string): void {
    this.#byString.set(object, name);
  }

  import(imported: ImportedName): void {
    const from = textOf(imported);
    if (imported.kind === "star") return this.#take(from, "*", true);
    const variable = this.#variables.get(imported.node);
    if (imported.kind === "name") {
      this.#take(from, imported.name);
      return this.#of(dottedBelow(from, imported.name), variable);
    }
    this.#load(from);
    this.#of(imported.alias === undefined ? imported.local : from, variable);
  }

  dynamic(): void {
    for (const { level, module } of this.#dynamic.imports) {
      const text = ".".repeat(level) + module;
      this.#load(text);
      this.#take(text, "*");
    }
  }

  /** A module that is asked for by its name, and may be asked for anything. */
  whole(text: string): void {
    this.#take(text, "*");
  }

  /** The texts of what an expression is: of a dotted name that begins with an import. */
  textsOf(node: PyExpression): readonly string[] {
    const path = dottedName(node);
    const variable = path && scopesOf(this.#module).referenceAt(path.root)?.variable;
    return [...((variable && this.#texts.get(variable)) ?? [])].map((text) => [text, ...(path?.attributes ?? []).map(({ attribute }) => attribute.name)].reduce(dottedBelow));
  }

  /** A module is loaded, and with it those around it. */
  #load(text: string): void {
    this.#take(text, "");
    for (let dot = text.lastIndexOf("."); dot > 0 && text[dot - 1] !== "."; dot = text.lastIndexOf(".", dot - 1)) this.#take(text.slice(0, dot), text.slice(dot + 1).split(".", 1)[0] ?? "");
  }

  /** What is taken of a variable that may be a module. */
  #of(text: string, variable: Variable | undefined): void {
    this.#take(text, "");
    if (!variable) return;
    const texts = this.#texts.get(variable) ?? new Set();
    this.#texts.set(variable, texts.add(text));
    for (const { node } of variable.references) {
      let whole = text;
      let last: PyExpression = node;
      for (const each of attributesOf(node)) {
        this.#take(whole, each.attribute.name);
        if (each.attribute.name === "__dict__") this.#take(whole, "*");
        whole = dottedBelow(whole, each.attribute.name);
        last = each;
      }
      if (last !== node && isTarget(last)) this.assigned.add(whole);
      this.#take(whole, this.#byString.get(last) ?? "*");
    }
  }

  #take(from: string, name: string, isStar = false): void {
    this.takes.set(`${name}\0${from}\0${String(isStar)}`, { from, name, isStar });
  }
}
