/**
 * Follows an expression that holds a whole module (`require("m")`, `await import("m")`, `ws`, `facade.ws`) to what is taken
 * of it.
 */
import type { TSESTree } from "@typescript-eslint/utils";
import type { ImportFact, ImportForm, ModuleKey } from "../../policy/facts.ts";
import { copiedAs, exportedAs, exportSite, isExported, isExportedObject } from "./exported.ts";
import { carriedBy, heldBy, importOf, looseForm, namedOf } from "./held.ts";
import type { Held } from "./held.ts";
import { isForLoader } from "./loaders.ts";
import type { Holder, Member, Namespace } from "./model.ts";
import { handedBack } from "./mocks.ts";
import { PatternReader } from "./patterns.ts";
import type { Reading } from "./read.ts";
import { declaratorOfMember, isDefaultItself } from "./required.ts";
import { literalText, memberName, memberObject, openingName, Type, unwrapped, variableAt } from "./syntax.ts";
import type { Node, Variable } from "./syntax.ts";
import { isAwaited, isCalled, isCommonJs, isIgnored, keysOf, nameNode, qualifierNames, variableOf } from "./taking.ts";

/** Turns what is done with a module into facts of a reading. */
export class Consumer {
  readonly #reading: Reading;
  readonly #patterns: PatternReader;
  /** Variables that a module was put in: what they refer to is followed once (`let ws; ws = …; ws = …`). */
  readonly #followed = new Set<Variable>();
  /** The facts of opening tags, for the closing ones: by place, module and name. */
  readonly #opened = new Map<string, ImportFact>();

  constructor(reading: Reading) {
    this.#reading = reading;
    this.#patterns = new PatternReader(reading, this);
  }

  /** A binding that holds the module: its references are followed. */
  namespace(held: Held, node: Node, form: ImportForm, variable: Variable | undefined, pending = false, name?: string): void {
    const { holder, carriers } = held;
    const fact = held.fact ?? importOf(held, form, "*", node);
    const writes = variable?.references.filter((reference) => reference.isWrite()) ?? [];
    const references = (variable ? this.#reading.references(variable) : []).filter(
      // The one assignment that puts the module there; with another one the variable may hold anything.
      (reference) => writes.length > 1 || node.type !== Type.AssignmentExpression || reference !== node.left,
    );
    const within = name === undefined ? undefined : withinOf(held, name);
    const namespace: Namespace = { how: "namespace", fact, holder, node, variable, references, members: [], carriers, within };
    this.#reading.addNamespace(namespace);
    for (const reference of references)
      this.#expression({ ...held, fact, binding: namespace, reference, counted: [namespace] }, reference, pending);
  }

  /** A `require` or `import()`. */
  loaded(holder: Holder): void {
    this.#expression(heldBy(holder), holder.node, holder.kind === "dynamic");
  }

  /** @param before whether the value is a promise of the module as yet */
  #expression(held: Held, expression: Node, before = false): void {
    const { source } = this.#reading;
    const named = namedOf(held);
    const value = handedBack(source, unwrapped(expression));
    const pending = before && !isAwaited(expression, value);
    this.#reading.wholes.set(expression, named).set(value, named);
    const parent = value.parent;
    if (!parent) return;
    if (memberObject(parent) === value) {
      const name = memberName(parent);
      if (pending) this.#promise(held, parent, name);
      else if (name !== undefined) this.#member(held, parent, nameNode(parent), name);
      else this.whole(held, value);
      return;
    }
    if (parent.type === Type.VariableDeclarator && parent.init === value) return this.#declarator(held, parent, pending);
    if (parent.type === Type.AssignmentExpression && parent.right === value && this.#assignment(held, parent, pending)) return;
    if (parent.type === Type.ArrayExpression && pending && this.#all(held, parent, value)) return;
    const indexed = parent.type === Type.TSTypeQuery ? parent.parent : parent;
    if (indexed.type === Type.TSIndexedAccessType) {
      const name = literalText(indexed.indexType);
      if (name !== undefined) return this.#member(held, indexed, indexed.indexType, name);
    }
    const as = exportedAs(source, value);
    if (as !== undefined) this.#reading.addReexport(named, "*", exportSite(source, value), as);
    // `import w = facade.ws`: the name goes on holding the module, exported or not.
    if (parent.type === Type.TSImportEqualsDeclaration)
      return this.namespace(held, parent, "import-equals", source.scopeManager?.getDeclaredVariables(parent)[0]);
    if (as !== undefined) return;
    if (parent.type === Type.SpreadElement && isExportedObject(source, parent.parent))
      return this.#reading.addReexport(named, "*", parent, "module.exports", keysOf(parent.parent));
    const copied = copiedAs(source, value);
    if (copied) return this.#reading.addReexport(named, "*", value, copied);
    if (held.binding && held.carriers.length === 0 && isCommonJs(held.holder) && isCalled(value, parent)) return this.#member(held, value, value, "default");
    if (held.holder.kind === "dynamic" && !held.fact && isForLoader(value)) return this.#forLoader(held, value);
    if (!isIgnored(value)) this.whole(held, value);
  }

  /** The loader takes the default export, and nothing else. */
  #forLoader(held: Held, value: Node): void {
    const { node, literal } = held.holder;
    const namespace = this.whole(held, value);
    if (namespace) this.#taken({ ...held, fact: namespace.fact, counted: [namespace] }, node, literal, "default");
  }

  /** `import("m").Name`, `import("facade").ws.Name`, `typeof import("m")`. */
  importType(holder: Holder, node: TSESTree.TSImportType): void {
    let held = heldBy(holder);
    for (const part of qualifierNames(node.qualifier)) {
      const inner = this.#reading.ports.namespaceAt(held.module, part.name);
      if (inner === undefined) return this.#taken(held, node, part, part.name);
      held = this.passed(held, part, part.name, inner);
    }
    const indexed = node.parent.type === Type.TSTypeQuery ? node.parent.parent : node.parent;
    const name = indexed.type === Type.TSIndexedAccessType ? literalText(indexed.indexType) : undefined;
    if (name !== undefined && indexed.type === Type.TSIndexedAccessType) return this.#member(held, indexed, indexed.indexType, name);
    this.whole(held, node);
  }

  /**
   * Notes that `carrier` takes the module `inner` out of the one that is held.
   * @param name the export that `inner` is
   */
  passed(held: Held, carrier: Node, name: string, inner: ModuleKey): Held {
    const next = carriedBy(held, carrier, inner);
    const fact = this.#factOf(next, "namespace", "*", carrier);
    const { holder, carriers } = next;
    const within = withinOf(held, name);
    const namespace: Namespace = { how: "namespace", fact, holder, node: carrier, variable: undefined, references: [carrier], members: [], carriers, within };
    this.#reading.addNamespace(namespace);
    return { ...next, fact, counted: [...held.counted, namespace] };
  }

  #declarator(held: Held, declarator: TSESTree.VariableDeclarator, pending: boolean): void {
    const { id } = declarator;
    if (id.type === Type.ObjectPattern && !pending) return this.#patterns.properties(held, id, true);
    if (id.type !== Type.Identifier) return void this.whole(held, declarator);
    if (isExported(declarator.parent)) this.#reading.addReexport(namedOf(held), "*", held.fact ? (declarator.init ?? declarator) : declarator, id.name);
    const variable = this.#reading.source.scopeManager?.getDeclaredVariables(declarator)[0];
    if (!variable || this.#followed.has(variable)) return;
    this.#followed.add(variable);
    if (isDefaultItself(this.#reading, held, declarator, variable)) return this.#reading.addListed(held.holder, declarator, "default", "require", variable);
    this.namespace(held, declarator, held.holder.kind === "require" ? "require" : "dynamic", variable, pending);
  }

  /** @returns whether the assignment is one that can be followed */
  #assignment(held: Held, assignment: TSESTree.AssignmentExpression, pending: boolean): boolean {
    const { left } = assignment;
    if (left.type === Type.ObjectPattern && !pending) {
      this.#patterns.properties(held, left, false);
      return true;
    }
    const variable = left.type === Type.Identifier && !held.binding ? variableAt(this.#reading.source, left, left.name) : undefined;
    if (!variable || this.#followed.has(variable)) return false;
    this.#followed.add(variable);
    this.namespace(held, assignment, held.holder.kind === "require" ? "require" : "dynamic", variable, pending);
    return true;
  }

  /** `const [a, { b }] = await Promise.all([import("a"), import("b")])`. */
  #all(held: Held, list: TSESTree.ArrayExpression, value: Node): boolean {
    const call = list.parent;
    if (call.type !== Type.CallExpression || memberName(call.callee) !== "all") return false;
    const index = list.elements.findIndex((element) => element === value);
    const given = unwrapped(call);
    const id = given.parent?.type === Type.VariableDeclarator && isAwaited(call, given) ? given.parent.id : this.#callbackOf(given.parent)?.params[0];
    const element = id?.type === Type.ArrayPattern ? id.elements[index] : undefined;
    if (element?.type === Type.ObjectPattern) this.#patterns.properties(heldBy(held.holder), element, true);
    else if (element?.type === Type.Identifier) this.#bound({ ...held, fact: undefined }, element);
    else return false;
    return true;
  }

  /** A parameter, or an element of a pattern, that the module is put in when it is there. */
  #bound(held: Held, id: TSESTree.Identifier): void {
    const fact = held.fact ?? importOf(held, "dynamic", "*", held.holder.node);
    this.namespace({ ...held, fact }, id, "dynamic", variableOf(this.#reading.source, id, id.name));
  }

  /** What is done with the promise of a module: `.then((m) => m.x)`, `.then(({ x }) => …)`; what else it has, no module has. */
  #promise(held: Held, member: Node, name: string | undefined): void {
    const call = member.parent;
    if (name === "catch" || name === "finally") {
      if (call?.type === Type.CallExpression && call.callee === member) this.#expression(held, call, true);
      return;
    }
    const callback = this.#callbackOf(member);
    const parameter = callback?.params[0];
    if (parameter?.type === Type.ObjectPattern) return this.#patterns.properties(heldBy(held.holder), parameter, true);
    if (parameter?.type === Type.Identifier) return this.#bound(held, parameter);
    // A callback that takes nothing waits for what the module does.
    if (!callback) this.whole(held, held.holder.node);
  }

  /** The function that is the first argument of `.then(…)`. */
  #callbackOf(member: Node | undefined): TSESTree.ArrowFunctionExpression | TSESTree.FunctionExpression | undefined {
    const call = member?.parent;
    if (!member || memberName(member) !== "then" || call?.type !== Type.CallExpression || call.callee !== member) return undefined;
    const [callback] = call.arguments;
    return callback?.type === Type.ArrowFunctionExpression || callback?.type === Type.FunctionExpression ? callback : undefined;
  }

  /** A member: an export of the module held, or a module again that it exports whole. */
  #member(held: Held, node: Node, name: Node, text: string): void {
    const inner = this.#reading.ports.namespaceAt(held.module, text);
    if (inner === undefined) this.#taken(held, node, name, text);
    else this.#expression(this.passed(held, node, text, inner), node);
  }

  #taken(held: Held, node: Node, name: Node, text: string): void {
    const { holder, binding, reference, carriers } = held;
    const declarator = declaratorOfMember(held, node);
    const variable = declarator && this.#reading.source.scopeManager?.getDeclaredVariables(declarator)[0];
    if (variable) return this.#reading.addListed(holder, declarator, text, looseForm(holder), variable);
    const form = binding || carriers.length > 0 ? "member" : looseForm(holder);
    const fact = this.#factOf(held, form, text, node);
    const member: Member = { how: "member", fact, holder, node, name, namespace: binding, reference, carriers };
    this.#reading.addMember(member);
    for (const namespace of held.counted) namespace.members.push(member);
    const as = exportedAs(this.#reading.source, node);
    if (as !== undefined) this.#reading.addReexport(namedOf(held), text, node, as);
  }

  /** The fact of what `node` takes; that of a closing tag is the opening one's. */
  #factOf(held: Held, form: ImportForm, name: string, node: Node): ImportFact {
    const opening = openingName(node);
    const key = [(opening ?? node).range[0], held.module, name].join("\0");
    const fact = (opening && this.#opened.get(key)) ?? importOf(held, form, name, node);
    if (node.type === Type.JSXMemberExpression) this.#opened.set(key, fact);
    return fact;
  }

  /** The module as a whole, not bound to a name: of one that has a fact already nothing is noted. */
  whole(held: Held, node: Node): Namespace | undefined {
    const { holder, carriers } = held;
    if (held.fact) return undefined;
    const fact = importOf(held, looseForm(holder), "*", holder.node);
    const namespace: Namespace = { how: "namespace", fact, holder, node, variable: undefined, references: [node], members: [], carriers };
    this.#reading.addNamespace(namespace);
    return namespace;
  }
}

function withinOf({ counted, reference }: Held, name: string): Namespace["within"] {
  const namespace = counted.at(-1);
  return namespace && { namespace, name, reference };
}
