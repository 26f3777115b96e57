/** Follows an expression that holds a whole module (`require("m")`, `await import("m")`, `ws`) to what is taken of it. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { ImportFact, ImportForm } from "../../policy/facts.ts";
import { copiedAs, exportedAs, exportSite, isExported, isExportedObject } from "./exported.ts";
import type { Holder, Member, Namespace } from "./model.ts";
import type { Reading } from "./read.ts";
import { keyName, literalText, memberName, memberObject, openingName, Type, unwrapped, variableAt } from "./syntax.ts";
import type { Node, Variable } from "./syntax.ts";
import { bindingOf, isAwaited, isCalled, isCommonJs, isIgnored, keysOf, leftmost, nameNode } from "./taking.ts";

/** What is known of an expression that holds a module. */
interface Origin {
  /** The binding that the expression refers to, if it is one. */
  readonly namespace?: Namespace | undefined;
  /** The value is a promise of the module as yet. */
  readonly pending: boolean;
}

/** Turns what is done with a module into facts of a reading. */
export class Consumer {
  readonly #reading: Reading;
  /** Variables that a module was put in: what they refer to is followed once (`let ws; ws = …; ws = …`). */
  readonly #followed = new Set<Variable>();
  /** Members by where they start, to find the opening tag's of a closing one. */
  readonly #opened = new Map<number, Member>();

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /**
   * A binding that holds the module: its references are followed.
   * @param fact of another binding that the module came through; the site is that one's
   */
  namespace(holder: Holder, node: Node, form: ImportForm, variable: Variable | undefined, pending = false, fact = factOf(holder, form, "*", node)): void {
    const writes = variable?.references.filter((reference) => reference.isWrite()) ?? [];
    const references = (variable ? this.#reading.references(variable) : []).filter(
      // The one assignment that puts the module there; with another one the variable may hold anything.
      (reference) => writes.length > 1 || node.type !== Type.AssignmentExpression || reference !== node.left,
    );
    const namespace: Namespace = { how: "namespace", fact, holder, node, variable, references, members: [] };
    this.#reading.addNamespace(namespace);
    for (const reference of references) this.#expression(holder, reference, { namespace, pending });
  }

  /** A `require` or `import()`. */
  loaded(holder: Holder): void {
    this.#expression(holder, holder.node, { pending: holder.kind === "dynamic" });
  }

  #expression(holder: Holder, expression: Node, { namespace, pending: before }: Origin): void {
    const value = unwrapped(expression);
    const pending = before && !isAwaited(expression, value);
    const origin: Origin = { namespace, pending };
    const parent = value.parent;
    if (!parent) return;
    if (memberObject(parent) === value) {
      const name = memberName(parent);
      if (pending) this.#promise(holder, parent, name, origin);
      else if (name !== undefined) this.#member(holder, parent, nameNode(parent), name, namespace);
      else if (!namespace) this.#whole(holder, value);
      return;
    }
    if (parent.type === Type.VariableDeclarator && parent.init === value) return this.#pattern(holder, parent.id, parent, origin);
    if (parent.type === Type.AssignmentExpression && parent.right === value && this.#assignment(holder, parent, origin)) return;
    if (parent.type === Type.ArrayExpression && pending && this.#all(holder, parent, value)) return;
    if (parent.type === Type.TSTypeQuery && parent.parent.type === Type.TSIndexedAccessType) {
      const { indexType } = parent.parent;
      const name = literalText(indexType);
      if (name !== undefined) return this.#member(holder, parent.parent, indexType, name, namespace);
    }
    const as = exportedAs(this.#reading.source, value);
    if (as !== undefined) return this.#reading.addReexport(holder, "*", exportSite(value), as);
    if (parent.type === Type.SpreadElement && isExportedObject(this.#reading.source, parent.parent))
      return this.#reading.addReexport(holder, "*", parent, "module.exports", keysOf(parent.parent));
    const copied = copiedAs(this.#reading.source, value);
    if (copied) return this.#reading.addReexport(holder, "*", value, copied);
    if (namespace && isCommonJs(holder) && isCalled(value, parent)) return this.#member(holder, value, value, "default", namespace);
    if (!namespace && !isIgnored(value)) this.#whole(holder, value);
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

  #pattern(holder: Holder, id: Node, declarator: TSESTree.VariableDeclarator, { namespace, pending }: Origin): void {
    if (id.type === Type.ObjectPattern && !pending) return this.#properties(holder, id, namespace, true);
    if (id.type !== Type.Identifier) {
      if (!namespace) this.#whole(holder, declarator);
      return;
    }
    if (isExported(declarator.parent)) this.#reading.addReexport(holder, "*", namespace ? (declarator.init ?? declarator) : declarator, id.name);
    const variable = this.#reading.source.scopeManager?.getDeclaredVariables(declarator)[0];
    if (!variable || this.#followed.has(variable)) return;
    this.#followed.add(variable);
    this.namespace(holder, declarator, holder.kind === "require" ? "require" : "dynamic", variable, pending, namespace?.fact);
  }

  /** @returns whether the assignment is one that can be followed */
  #assignment(holder: Holder, assignment: TSESTree.AssignmentExpression, { namespace, pending }: Origin): boolean {
    const { left } = assignment;
    if (left.type === Type.ObjectPattern && !pending) {
      this.#properties(holder, left, namespace, false);
      return true;
    }
    const variable = left.type === Type.Identifier && !namespace ? variableAt(this.#reading.source, left, left.name) : undefined;
    if (!variable || this.#followed.has(variable)) return false;
    this.#followed.add(variable);
    this.namespace(holder, assignment, holder.kind === "require" ? "require" : "dynamic", variable, pending);
    return true;
  }

  /** `const [a, { b }] = await Promise.all([import("a"), import("b")])`. */
  #all(holder: Holder, list: TSESTree.ArrayExpression, value: Node): boolean {
    const call = list.parent;
    if (call.type !== Type.CallExpression || memberName(call.callee) !== "all") return false;
    const index = list.elements.findIndex((element) => element === value);
    const given = unwrapped(call);
    const id = given.parent?.type === Type.VariableDeclarator && isAwaited(call, given) ? given.parent.id : this.#callbackOf(given.parent)?.params[0];
    const element = id?.type === Type.ArrayPattern ? id.elements[index] : undefined;
    if (element?.type === Type.ObjectPattern) this.#properties(holder, element, undefined, true);
    else if (element?.type === Type.Identifier) this.namespace(holder, element, "dynamic", this.#variableOf(element, element.name), false, factOf(holder, "dynamic", "*", holder.node));
    else return false;
    return true;
  }

  #properties(holder: Holder, pattern: TSESTree.ObjectPattern, namespace: Namespace | undefined, declares: boolean): void {
    const rest = pattern.properties.some(({ type }) => type === Type.RestElement);
    if (rest && !namespace) this.#whole(holder, holder.node);
    const declaration = declares && pattern.parent.type === Type.VariableDeclarator ? pattern.parent.parent : undefined;
    for (const property of pattern.properties) {
      if (property.type !== Type.Property) continue;
      const name = keyName(property.key, property.computed);
      if (name === undefined) continue;
      const isOutward = declaration !== undefined && isExported(declaration);
      // What is taken out of the pattern would fall to its rest.
      const binds = declares && !namespace && !rest && property.value.type === Type.Identifier;
      const form = namespace ? "member" : "destructured";
      const local = bindingOf(property);
      const variable = declares && local !== undefined ? this.#variableOf(pattern, local) : undefined;
      if (binds) this.#reading.addListed(holder, property, name, form, variable);
      else this.#memberOfPattern(holder, property, name, namespace, form, variable);
      if (isOutward && local !== undefined) this.#reading.addReexport(holder, name, property, local);
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
    for (const { fact: use } of variable ? this.#reading.usesOf(holder, name, variable) : []) this.#reading.note(use);
  }

  #variableOf(pattern: Node, local: string): Variable | undefined {
    let declaration: Node | undefined = pattern.parent;
    while (declaration && declaration.type !== Type.VariableDeclaration && !("params" in declaration)) declaration = declaration.parent;
    if (!declaration) return undefined;
    return this.#reading.source.scopeManager?.getDeclaredVariables(declaration).find(({ name }) => name === local);
  }

  /** What is done with the promise of a module: `.then((m) => m.x)`, `.then(({ x }) => …)`; what else it has, no module has. */
  #promise(holder: Holder, member: Node, name: string | undefined, { namespace }: Origin): void {
    const call = member.parent;
    if (name === "catch" || name === "finally") {
      if (call?.type === Type.CallExpression && call.callee === member) this.#expression(holder, call, { namespace, pending: true });
      return;
    }
    const callback = this.#callbackOf(member);
    const parameter = callback?.params[0];
    if (parameter?.type === Type.ObjectPattern) return this.#properties(holder, parameter, undefined, true);
    const fact = namespace?.fact ?? factOf(holder, "dynamic", "*", holder.node);
    if (parameter?.type === Type.Identifier)
      return this.namespace(holder, parameter, "dynamic", this.#variableOf(parameter, parameter.name), false, fact);
    // A callback that takes nothing waits for what the module does.
    if (!callback && !namespace) this.#whole(holder, holder.node);
  }

  /** The function that is the first argument of `.then(…)`. */
  #callbackOf(member: Node | undefined): TSESTree.ArrowFunctionExpression | TSESTree.FunctionExpression | undefined {
    const call = member?.parent;
    if (!member || memberName(member) !== "then" || call?.type !== Type.CallExpression || call.callee !== member) return undefined;
    const [callback] = call.arguments;
    return callback?.type === Type.ArrowFunctionExpression || callback?.type === Type.FunctionExpression ? callback : undefined;
  }

  #member(holder: Holder, node: Node, name: Node, text: string, namespace: Namespace | undefined): void {
    const form = namespace ? "member" : holder.kind === "type" ? "type" : holder.kind === "require" ? "require" : "dynamic";
    const opening = namespace && openingName(node);
    const opened = opening && this.#opened.get(opening.range[0]);
    const fact = opened?.fact ?? factOf(holder, form, text, node);
    const member = { how: "member", fact, holder, node, name, namespace } as const;
    this.#reading.addMember(member);
    namespace?.members.push(member);
    if (node.type === Type.JSXMemberExpression) this.#opened.set(node.range[0], member);
    const as = exportedAs(this.#reading.source, node);
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
