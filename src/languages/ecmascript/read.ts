/** Reads a file's facts in one walk. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Fact, ImportForm, ReexportFact } from "../../policy/facts.ts";
import type { ReadPorts } from "../adapter.ts";
import { readDefinitions } from "./definitions.ts";
import type { Definition } from "./definitions.ts";
import { contested, exportedAs, exportSite, isExported } from "./exported.ts";
import { carriedBy, exportOf, heldBy, reexportOf } from "./held.ts";
import { MockReader } from "./mocks.ts";
import type { Holder, Listed, Member, Mocked, Named, Namespace, Reexported, Taken, Use } from "./model.ts";
import { exportedOf, mayConcern } from "./requests.ts";
import { Consumer } from "./namespaces.ts";
import { isHidden, keyName, literalText, openingName, Type, variableAt, walk } from "./syntax.ts";
import type { Node, Source, Variable } from "./syntax.ts";
import { importedName, importForm, isElementName, isRequire } from "./taking.ts";

/** Facts with the syntax behind them. */
export class Reading {
  /** In the order of the text. */
  readonly facts: readonly Fact[];
  readonly taken: Taken[] = [];
  readonly mocks: Mocked[] = [];
  readonly definitions: Definition[] = [];
  /** Expressions that hold a whole module, with that module. */
  readonly wholes = new Map<Node, Named>();
  readonly reexports: Reexported[] = [];
  readonly source: Source;
  readonly ports: ReadPorts;
  /** Every import declaration and `require` list, governed or not, in the order of the text: a new name may join one. */
  readonly declarations: TSESTree.ImportDeclaration[] = [];
  /** JSX element names: not every scope manager knows them as references. */
  readonly #jsxNames: TSESTree.JSXIdentifier[] = [];
  readonly #pending: (() => void)[] = [];
  readonly #consumer: Consumer;
  readonly #mockReader: MockReader;
  readonly #noted = new Set<Fact>();
  #isWalked = false;
  /** What a program, or a `declare module` block, exports by name: its `export *` do not let that through. */
  readonly #ownExports = new Map<Node, string[]>();

  constructor(source: Source, ports: ReadPorts) {
    this.source = source;
    this.ports = ports;
    this.#consumer = new Consumer(this);
    this.#mockReader = new MockReader(this);
    // A module of the manifest's own may have nothing deprecated but an entry that lets the canonical symbol out.
    if (ports.definitions.length > 0 || mayConcern(source, (specifier) => ports.deprecatedNamesBehind(specifier))) this.complete();
    // References are asked for when the walk has seen every JSX name.
    for (const task of this.#pending) task();
    this.definitions.push(...readDefinitions(source, ports.self, [...new Set([...ports.definitions, ...exportedOf(source, ports.exclusiveNames)])]));
    for (const { fact } of this.definitions) this.note(fact);
    this.facts = [...this.#noted].sort((one, other) => one.span[0] - other.span[0]);
  }

  /** Walks the tree, if that is not done yet: to take a definition out, imports and JSX names have to be known. */
  complete(): void {
    if (this.#isWalked) return;
    this.#isWalked = true;
    walk(this.source, this.source.ast, (node) => { this.#visit(node); });
  }

  /** Notes a fact, once. */
  note(fact: Fact): void { this.#noted.add(fact); }

  /** Puts a task off to the end of the walk, or from there behind all others. */
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
        const held = heldBy(holder);
        const name = importedName(specifier);
        const inner = this.ports.namespaceAt(holder.module, name);
        if (specifier.type === Type.ImportNamespaceSpecifier) this.#consumer.namespace(held, specifier, "namespace", variable);
        else if (inner !== undefined) this.#consumer.namespace(carriedBy(held, specifier, inner), specifier, "namespace", variable);
        else this.addListed(holder, specifier, name, importForm(node, specifier), variable);
      }
    });
  }

  #declared(node: Node, name: string): Variable | undefined {
    return this.source.scopeManager?.getDeclaredVariables(node).find((variable) => variable.name === name);
  }

  /** Notes an import by name, and every reference to what it binds. */
  addListed(holder: Holder, node: Listed["node"], name: string, form: ImportForm, variable: Variable | undefined): void {
    const { module, specifier } = holder;
    const site = (node.type === Type.VariableDeclarator && node.init) || node;
    const fact = { kind: "import", form, module, specifier, name, span: site.range } as const;
    this.note(fact);
    const uses = variable ? this.usesOf(holder, name, variable) : [];
    for (const use of uses) this.note(use.fact);
    this.taken.push({ how: "listed", fact, holder, node, variable, uses });
  }

  /** Every reference to a binding that holds the export `name`; a closing tag's is its opening tag's. */
  usesOf(from: Named, name: string, variable: Variable): Use[] {
    const { module, specifier, via } = from;
    const uses = new Map<Node, Use>();
    for (const identifier of this.references(variable)) {
      const opening = openingName(identifier);
      const opened = opening && uses.get(opening);
      const as = opened ? undefined : exportedAs(this.source, identifier);
      const fact =
        opened?.fact ??
        (as === undefined
          ? ({ kind: "use", module, specifier, name, ...(via !== undefined && { via }), span: identifier.range } as const)
          : this.#reexport(from, name, exportSite(this.source, identifier), as));
      uses.set(identifier, { node: identifier, fact });
    }
    return [...uses.values()];
  }

  /** Notes a namespace; its fact may be that of another binding, which the module came through. */
  addNamespace(namespace: Namespace): void {
    this.note(namespace.fact);
    this.taken.push(namespace);
  }

  /** Notes a member of a module; that of a closing tag has the fact of the opening one. */
  addMember(member: Member): void {
    this.note(member.fact);
    this.taken.push(member);
  }

  /**
   * Notes that a module leaves the file whole, or one of its exports.
   * @param hidden names that do not get out by it
   */
  addReexport(from: Named, name: string, site: Node, as: string, hidden: readonly string[] = []): void {
    this.note(this.#reexport(from, name, site, as, hidden));
  }

  #reexport(from: Named, name: string, site: Node, as: string, hidden: readonly string[] = []): ReexportFact {
    const fact = reexportOf(from, name, site, as, hidden);
    this.reexports.push({ fact, site });
    return fact;
  }

  /** Every identifier that refers to `variable`, its declaration not counted, in the order of the text. */
  references(variable: Variable): Use["node"][] {
    const nodes = new Set<Use["node"]>();
    for (const reference of variable.references)
      // vue-eslint-parser marks a name that a template uses by a reference at the name's own declaration.
      if (!reference.init && !variable.identifiers.some((own) => own === reference.identifier) && !isHidden(this.source, reference.identifier, variable)) nodes.add(reference.identifier);
    for (const name of this.#jsxNames)
      if (name.name === variable.name && isElementName(name) && variableAt(this.source, name, name.name) === variable)
        nodes.add(name);
    return [...nodes].sort((one, other) => one.range[0] - other.range[0]);
  }

  #exportNamed(node: TSESTree.ExportNamedDeclaration): void {
    const own = this.#exportsOf(node.parent);
    for (const specifier of node.specifiers) own.push(keyName(specifier.exported) ?? "");
    if (node.declaration)
      for (const variable of this.source.scopeManager?.getDeclaredVariables(node.declaration) ?? []) own.push(variable.name);
    const named = this.governed(node.source);
    if (!named) return;
    for (const specifier of node.specifiers) {
      const [from, name] = exportOf(this.ports, named, keyName(specifier.local) ?? "");
      this.addReexport(from, name, specifier, keyName(specifier.exported) ?? "");
    }
  }

  #exportAll(node: TSESTree.ExportAllDeclaration): void {
    const own = this.#exportsOf(node.parent);
    if (node.exported) own.push(keyName(node.exported) ?? "");
    const named = this.governed(node.source);
    if (!named) return;
    if (node.exported) return this.addReexport(named, "*", node, keyName(node.exported) ?? "");
    this.addReexport(named, "*", node, "*", own);
    this.later(() => { own.push(...contested(this.ports, node, named)); });
  }

  #exportsOf(body: Node): string[] {
    const own = this.#ownExports.get(body) ?? [];
    this.#ownExports.set(body, own);
    return own;
  }

  #moduleExpression(node: Node, literal: Node, kind: "require" | "dynamic"): void {
    if (this.#mockReader.owns(node)) return;
    const named = this.governed(literal);
    if (!named) return;
    const holder: Holder = { kind, ...named, node };
    this.later(() => { this.#consumer.loaded(holder); });
  }

  #call(node: TSESTree.CallExpression): void {
    const [argument] = node.arguments;
    if (node.callee.type === Type.Identifier && argument && isRequire(this.source, node.callee)) this.#moduleExpression(node, argument, "require");
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
    if (isExported(node)) this.addReexport(named, "*", node, node.id.name);
    this.later(() => {
      this.#consumer.namespace(heldBy(holder), node, "import-equals", this.#declared(node, node.id.name));
    });
  }
}
