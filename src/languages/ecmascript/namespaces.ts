/** Follows an expression that holds a whole module (`require("m")`, `await import("m")`, `ws`) to what is taken of it. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { ImportFact, ImportForm } from "../../policy/facts.ts";
import { exportedAs, exportSite } from "./exported.ts";
import type { Holder, Namespace } from "./model.ts";
import type { Reading } from "./read.ts";
import { keyName, literalText, memberName, memberObject, openingName, Type, unwrapped } from "./syntax.ts";
import type { Node, Variable } from "./syntax.ts";

/** Turns what is done with a module into facts of a reading. */
export class Consumer {
  readonly #reading: Reading;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** A binding that holds the module: its references are followed. */
  namespace(holder: Holder, node: Node, form: ImportForm, variable: Variable | undefined): void {
    const references = variable ? this.#reading.references(variable) : [];
    const fact = factOf(holder, form, "*", node);
    const namespace: Namespace = { how: "namespace", fact, holder, node, variable, references, members: [] };
    this.#reading.addNamespace(namespace);
    for (const reference of references) this.expression(holder, reference, namespace);
  }

  /**
   * An expression whose value is the module.
   * @param namespace the binding that the expression refers to, if it is one
   */
  expression(holder: Holder, expression: Node, namespace: Namespace | undefined): void {
    const value = unwrapped(expression);
    const parent = value.parent;
    if (!parent) return;
    if (memberObject(parent) === value) {
      const name = memberName(parent);
      if (!namespace && name === "then" && value === expression && holder.kind === "dynamic") return this.#then(holder, parent);
      // `ws.default.x`: what is taken is the default export.
      if (name !== undefined) this.#member(holder, parent, nameNode(parent), name, namespace);
      return;
    }
    if (parent.type === Type.VariableDeclarator && parent.init === value) return this.#pattern(holder, parent.id, parent, namespace);
    if (parent.type === Type.AssignmentExpression && parent.right === value && parent.left.type === Type.ObjectPattern)
      return this.#properties(holder, parent.left, namespace, false);
    const as = exportedAs(value);
    if (as !== undefined) this.#reading.addReexport(holder, "*", exportSite(value), as);
    else if (!namespace && !isIgnored(value)) this.#whole(holder, value);
  }

  /** `import("m").Name`, `typeof import("m")`. */
  importType(holder: Holder, node: TSESTree.TSImportType): void {
    const first = leftmost(node.qualifier);
    if (first) return this.#member(holder, node, first, first.name, undefined);
    const indexed = node.parent.type === Type.TSTypeQuery ? node.parent.parent : node.parent;
    const name = indexed.type === Type.TSIndexedAccessType ? literalText(indexed.indexType) : undefined;
    if (name !== undefined && indexed.type === Type.TSIndexedAccessType)
      return this.#member(holder, indexed, indexed.indexType, name, undefined);
    this.#whole(holder, node);
  }

  #pattern(holder: Holder, id: Node, declarator: TSESTree.VariableDeclarator, namespace: Namespace | undefined): void {
    if (id.type === Type.ObjectPattern) return this.#properties(holder, id, namespace, true);
    if (id.type !== Type.Identifier || namespace) return;
    const variable = this.#reading.source.scopeManager?.getDeclaredVariables(declarator)[0];
    this.namespace(holder, declarator, holder.kind === "require" ? "require" : "dynamic", variable);
  }

  #properties(holder: Holder, pattern: TSESTree.ObjectPattern, namespace: Namespace | undefined, declares: boolean): void {
    for (const property of pattern.properties) {
      if (property.type !== Type.Property) continue;
      const name = keyName(property.key, property.computed);
      if (name === undefined) continue;
      const binds = declares && !namespace && property.value.type === Type.Identifier;
      const form = namespace ? "member" : "destructured";
      const local = bindingOf(property);
      const variable = declares && local ? this.#variableOf(pattern, local) : undefined;
      if (namespace || !binds) this.#memberOfPattern(holder, property, name, namespace, form, variable);
      else this.#reading.addListed(holder, property, name, form, variable);
    }
  }

  /** A property of `const { x } = ws`, or one with a default: a site whose local binding may go on being used. */
  #memberOfPattern(
    holder: Holder,
    property: TSESTree.Property,
    name: string,
    namespace: Namespace | undefined,
    form: ImportForm,
    variable: Variable | undefined,
  ): void {
    const fact = factOf(holder, form, name, property);
    const member = { how: "member", fact, holder, node: property, name: property.key, namespace } as const;
    this.#reading.addMember(member);
    namespace?.members.push(member);
    for (const identifier of variable ? this.#reading.references(variable) : []) {
      const as = exportedAs(identifier);
      if (as !== undefined) this.#reading.addReexport(holder, name, exportSite(identifier), as);
      else this.#reading.facts.push({ kind: "use", module: holder.module, specifier: holder.specifier, name, span: identifier.range });
    }
  }

  #variableOf(pattern: TSESTree.ObjectPattern, local: string): Variable | undefined {
    let declaration: Node | undefined = pattern.parent;
    while (declaration && declaration.type !== Type.VariableDeclaration && !("params" in declaration)) declaration = declaration.parent;
    if (!declaration) return undefined;
    return this.#reading.source.scopeManager?.getDeclaredVariables(declaration).find(({ name }) => name === local);
  }

  /** `import("m").then((m) => m.x)`, `.then(({ x }) => …)`. */
  #then(holder: Holder, member: Node): void {
    const call = member.parent;
    if (call?.type !== Type.CallExpression || call.callee !== member) return;
    const [callback] = call.arguments;
    if (callback?.type !== Type.ArrowFunctionExpression && callback?.type !== Type.FunctionExpression) return;
    const [parameter] = callback.params;
    if (parameter?.type === Type.ObjectPattern) return this.#properties(holder, parameter, undefined, true);
    if (parameter?.type !== Type.Identifier) return;
    const variable = this.#reading.source.scopeManager
      ?.getDeclaredVariables(callback)
      .find(({ name }) => name === parameter.name);
    this.namespace(holder, parameter, "dynamic", variable);
  }

  #member(holder: Holder, node: Node, name: Node, text: string, namespace: Namespace | undefined): void {
    const form = namespace ? "member" : holder.kind === "type" ? "type" : holder.kind === "require" ? "require" : "dynamic";
    const opening = namespace && openingName(node);
    const opened = namespace?.members.find((known) => known.node.range[0] === opening?.range[0]);
    const fact = opened?.fact ?? factOf(holder, form, text, node);
    const member = { how: "member", fact, holder, node, name, namespace } as const;
    this.#reading.addMember(member);
    namespace?.members.push(member);
    const value = unwrapped(node);
    const as = exportedAs(value);
    if (as !== undefined) this.#reading.addReexport(holder, text, node, as);
  }

  /** The module as a whole, not bound to a name. */
  #whole(holder: Holder, node: Node): void {
    const form = holder.kind === "type" ? "type" : holder.kind === "require" ? "require" : "dynamic";
    const fact = factOf(holder, form, "*", holder.node);
    this.#reading.addNamespace({ how: "namespace", fact, holder, node, variable: undefined, references: [node], members: [] });
  }
}

function factOf({ module, specifier }: Holder, form: ImportForm, name: string, node: Node): ImportFact {
  return { kind: "import", form, module, specifier, name, span: node.range };
}

/** A bare `require("m");` runs a module and takes nothing of it. */
function isIgnored(value: Node): boolean {
  return value.parent?.type === Type.ExpressionStatement;
}

function nameNode(member: Node): Node {
  switch (member.type) {
    case Type.MemberExpression:
    case Type.JSXMemberExpression:
      return member.property;
    case Type.TSQualifiedName:
      return member.right;
    default:
      return member;
  }
}

function leftmost(qualifier: TSESTree.EntityName | null): TSESTree.Identifier | undefined {
  if (qualifier?.type === Type.TSQualifiedName) return leftmost(qualifier.left);
  return qualifier?.type === Type.Identifier ? qualifier : undefined;
}

/** The name that a property of a pattern binds: `x` of `{ x }`, `{ y: x }`, `{ y: x = 1 }`. */
function bindingOf(property: TSESTree.Property): string | undefined {
  const value = property.value.type === Type.AssignmentPattern ? property.value.left : property.value;
  return value.type === Type.Identifier ? value.name : undefined;
}
