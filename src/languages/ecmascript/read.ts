/** Reads a file's facts in one walk. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Fact, ImportForm, ReexportFact } from "../../policy/facts.ts";
import type { ReadPorts } from "../adapter.ts";
import { readDefinitions } from "./definitions.ts";
import type { Definition } from "./definitions.ts";
import { exportedAs, exportSite } from "./exported.ts";
import { MockReader } from "./mocks.ts";
import type { Holder, Listed, Member, Mocked, Namespace, Taken, Use } from "./model.ts";
import { Consumer } from "./namespaces.ts";
import { keyName, literalText, openingName, Type, variableAt, walk } from "./syntax.ts";
import type { Node, Source, Variable } from "./syntax.ts";

/** A module as a literal names it. */
export type Named = Pick<Holder, "module" | "specifier" | "literal">;

/** Facts with the syntax behind them. */
export class Reading {
  readonly facts: Fact[] = [];
  readonly taken: Taken[] = [];
  readonly mocks: Mocked[] = [];
  readonly definitions: Definition[] = [];
  readonly source: Source;
  readonly ports: ReadPorts;
  /** Every import declaration and `require` list, governed or not, in the order of the text: a new name may join one. */
  readonly declarations: TSESTree.ImportDeclaration[] = [];
  /** JSX element names: not every scope manager knows them as references. */
  readonly #jsxNames: TSESTree.JSXIdentifier[] = [];
  readonly #pending: (() => void)[] = [];
  readonly #consumer: Consumer;
  readonly #mockReader: MockReader;
  readonly #ownExports: string[] = [];

  constructor(source: Source, ports: ReadPorts) {
    this.source = source;
    this.ports = ports;
    this.#consumer = new Consumer(this);
    this.#mockReader = new MockReader(this);
    walk(source, source.ast, (node) => {
      this.#visit(node);
    });
    // References are asked for when the walk has seen every JSX name.
    for (const task of this.#pending) task();
    if (ports.definitions.length > 0) this.#readDefinitions();
    this.facts.sort((one, other) => one.span[0] - other.span[0]);
  }

  /** Puts a task off to the end of the walk. */
  later(task: () => void): void {
    this.#pending.push(task);
  }

  /** The governed module that a specifier's literal names. */
  governed(literal: Node | null | undefined): Named | undefined {
    const specifier = literalText(literal);
    if (!literal || specifier === undefined) return undefined;
    const module = this.ports.moduleKey(specifier);
    return this.ports.governs(module) ? { module, specifier, literal } : undefined;
  }

  /** One line for each form of import; a form missed here is missed by every rule. */
  #visit(node: Node): void {
    switch (node.type) {
      case Type.ImportDeclaration:
        return this.#importDeclaration(node);
      case Type.ExportNamedDeclaration:
        return this.#exportNamed(node);
      case Type.ExportAllDeclaration:
        return this.#exportAll(node);
      case Type.ImportExpression:
        return this.#moduleExpression(node, node.source, "dynamic");
      case Type.TSImportType:
        return this.#importType(node);
      case Type.TSImportEqualsDeclaration:
        return this.#importEquals(node);
      case Type.CallExpression:
        return this.#call(node);
      case Type.JSXIdentifier:
        this.#jsxNames.push(node);
        return;
      default:
    }
  }

  #importDeclaration(node: TSESTree.ImportDeclaration): void {
    this.declarations.push(node);
    const named = this.governed(node.source);
    if (!named) return;
    const holder: Holder = { kind: "import", ...named, node };
    this.later(() => {
      for (const specifier of node.specifiers) {
        const variable = this.#declared(specifier, specifier.local.name);
        if (specifier.type === Type.ImportNamespaceSpecifier) {
          this.#consumer.namespace(holder, specifier, "namespace", variable);
          continue;
        }
        const name = specifier.type === Type.ImportDefaultSpecifier ? "default" : (keyName(specifier.imported) ?? "");
        const typeOnly =
          node.importKind === "type" || (specifier.type === Type.ImportSpecifier && specifier.importKind === "type");
        const form = typeOnly ? "type" : name === "default" ? "default" : "named";
        this.addListed(holder, specifier, name, form, variable);
      }
    });
  }

  #declared(node: Node, name: string): Variable | undefined {
    return this.source.scopeManager?.getDeclaredVariables(node).find((variable) => variable.name === name);
  }

  /** Notes an import by name, and every reference to what it binds. */
  addListed(holder: Holder, node: Listed["node"], name: string, form: ImportForm, variable: Variable | undefined): void {
    const { module, specifier } = holder;
    const fact = { kind: "import", form, module, specifier, name, span: node.range } as const;
    this.facts.push(fact);
    const uses: Use[] = [];
    for (const identifier of variable ? this.references(variable) : []) {
      const opening = openingName(identifier);
      const opened = opening && uses.find((use) => use.node === opening);
      if (opened) {
        uses.push({ node: identifier, fact: opened.fact });
        continue;
      }
      const as = exportedAs(identifier);
      const use: Use =
        as === undefined
          ? { node: identifier, fact: { kind: "use", module, specifier, name, span: identifier.range } }
          : { node: identifier, fact: this.#reexport(holder, name, exportSite(identifier), as) };
      uses.push(use);
      this.facts.push(use.fact);
    }
    this.taken.push({ how: "listed", fact, holder, node, variable, uses });
  }

  /** Notes a namespace. */
  addNamespace(namespace: Namespace): void {
    this.facts.push(namespace.fact);
    this.taken.push(namespace);
  }

  /** Notes a member of a module. */
  addMember(member: Member): void {
    if (!this.facts.includes(member.fact)) this.facts.push(member.fact);
    this.taken.push(member);
  }

  /** Notes that a module leaves the file whole, or one of its exports. */
  addReexport(from: Named, name: string, site: Node, as: string): void {
    this.facts.push(this.#reexport(from, name, site, as));
  }

  #reexport({ module, specifier }: Named, name: string, site: Node, as: string): ReexportFact {
    return { kind: "reexport", module, specifier, name, as, hidden: this.#ownExports, span: site.range };
  }

  /** Every identifier that refers to `variable`, its declaration not counted, in the order of the text. */
  references(variable: Variable): Use["node"][] {
    const nodes = new Set<Use["node"]>();
    for (const reference of variable.references)
      if (!reference.init) nodes.add(reference.identifier);
    for (const name of this.#jsxNames)
      if (name.name === variable.name && isElementName(name) && variableAt(this.source, name, name.name) === variable)
        nodes.add(name);
    return [...nodes].sort((one, other) => one.range[0] - other.range[0]);
  }

  #exportNamed(node: TSESTree.ExportNamedDeclaration): void {
    for (const specifier of node.specifiers) this.#ownExports.push(keyName(specifier.exported) ?? "");
    if (node.declaration)
      for (const variable of this.source.scopeManager?.getDeclaredVariables(node.declaration) ?? [])
        this.#ownExports.push(variable.name);
    const named = this.governed(node.source);
    if (!named) return;
    for (const specifier of node.specifiers)
      this.addReexport(named, keyName(specifier.local) ?? "", specifier, keyName(specifier.exported) ?? "");
  }

  #exportAll(node: TSESTree.ExportAllDeclaration): void {
    if (node.exported) this.#ownExports.push(keyName(node.exported) ?? "");
    const named = this.governed(node.source);
    if (!named) return;
    this.addReexport(named, "*", node, node.exported ? (keyName(node.exported) ?? "") : "*");
  }

  #moduleExpression(node: Node, literal: Node, kind: "require" | "dynamic"): void {
    if (this.#mockReader.owns(node)) return;
    const named = this.governed(literal);
    if (!named) return;
    const holder: Holder = { kind, ...named, node };
    this.later(() => {
      this.#consumer.expression(holder, node, undefined);
    });
  }

  #call(node: TSESTree.CallExpression): void {
    const [argument] = node.arguments;
    if (node.callee.type === Type.Identifier && node.callee.name === "require" && argument) {
      // A `require` of the file's own is another function (`createRequire`'s is not: it loads modules too).
      const variable = variableAt(this.source, node, "require");
      const own = variable?.defs.some(({ node: definition }) => !this.source.getText(definition).includes("createRequire"));
      if (!own) this.#moduleExpression(node, argument, "require");
    }
    this.#mockReader.call(node);
  }

  #importType(node: TSESTree.TSImportType): void {
    const named = this.governed(node.source);
    if (named) this.#consumer.importType({ kind: "type", ...named, node }, node);
  }

  #importEquals(node: TSESTree.TSImportEqualsDeclaration): void {
    if (node.moduleReference.type !== Type.TSExternalModuleReference) return;
    const named = this.governed(node.moduleReference.expression);
    if (!named) return;
    const holder: Holder = { kind: "import-equals", ...named, node };
    this.later(() => {
      this.#consumer.namespace(holder, node, "import-equals", this.#declared(node, node.id.name));
    });
  }

  #readDefinitions(): void {
    for (const definition of readDefinitions(this.source, this.ports.self, this.ports.definitions)) {
      this.definitions.push(definition);
      this.facts.push(definition.fact);
    }
  }
}

/** `Foo` in `<Foo>` and `<Foo.Bar>`: names that refer to a binding. Lower-case names are the platform's elements. */
function isElementName(name: TSESTree.JSXIdentifier): boolean {
  const { parent } = name;
  if (parent.type === Type.JSXMemberExpression) return parent.object === name;
  const isElement = parent.type === Type.JSXOpeningElement || parent.type === Type.JSXClosingElement;
  return isElement && !/^[a-z]/.test(name.name);
}
