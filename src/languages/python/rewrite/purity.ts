/**
 * What moving, dropping or repeating a piece of code would change.
 *
 * Free of side effects are names, literals, lambdas, operators, f-strings, attributes and subscripts. A property or an
 * operator's method could do something there, but hardly any does, and without attributes (`self.user`, `request.id`)
 * next to nothing could be fixed. That such a read may give another value at another time is kept apart, in `reads`.
 */
import type { Binding, Scopes, Variable } from "../scopes/scope.ts";
import type { PyNode } from "../tree/node.ts";
import { childrenOf } from "../tree/walk.ts";
import type { PyFor, PyWhile } from "../tree/statements.ts";
import { isBuiltin } from "./builtins.ts";
import { isCollected, within } from "./ranges.ts";
import { around, isOwnScope } from "./surroundings.ts";

/** What there is to know of a piece of code before it is moved. */
export interface Traits {
  /** Evaluating it does something. */
  readonly effects: boolean;
  /** What it gives may differ from one time to another. */
  readonly reads: boolean;
  /** Each evaluation makes a new object, or uses one up: once and twice are not the same. */
  readonly fresh: boolean;
  /** Holds an `await` or `yield` of the function around it. */
  readonly suspends: boolean;
  /** Binds a name (`:=`) in the scope around it. */
  readonly binds: boolean;
  /** Holds `super()` or `locals()`, which ask the function that they stand in. */
  readonly contextual: boolean;
  /** The variables that it refers to, by name, as far as it does not declare them itself. */
  readonly names: ReadonlyMap<string, Variable | undefined>;
  /** A variable in it is written by another function, so it may change while this one waits. */
  readonly changesMeanwhile: boolean;
}

const effectTypes = new Set<string>(["PyCall", "PyAwait", "PyYield", "PyYieldFrom", "PyWalrus"]);
const readTypes = new Set<string>(["PyAttribute", "PySubscript", "PyBinary", "PyUnary", "PyFormatString", "PyConditional", "PyStarred", "PyDictUnpack", "PyComprehension"]);
const freshTypes = new Set<string>(["PyList", "PySet", "PyDict", "PyLambda", "PyComprehension", "PyStarred"]);

const ofFunction = new Set(["super", "__class__", "locals", "eval", "exec"]);

/**
 * Examines pieces of code of one file, which stand together (one capture).
 * @param keeps whether a variable that is bound again and again keeps its value for as long as matters
 */
export function examine(scopes: Scopes, nodes: readonly PyNode[], keeps: (variable: Variable) => boolean = () => false): Traits {
  const found = { effects: false, reads: false, fresh: false, suspends: false, binds: false, contextual: false, changesMeanwhile: false };
  const names = new Map<string, Variable | undefined>();
  /** `inside`: in a lambda or a generator, which is made now but run later. */
  const pending = nodes.map((node) => ({ node, inside: false }));
  for (let item = pending.pop(); item; item = pending.pop()) {
    const { node, inside } = item;
    if (!inside) {
      if (effectTypes.has(node.type) || (node.type === "PyComprehension" && isCollected(node))) found.effects = true;
      if (readTypes.has(node.type) || isStarred(node)) found.reads = true;
      if (freshTypes.has(node.type) || isStarred(node)) found.fresh = true;
    }
    // Even one in a generator binds outside of it; one in a lambda does not, and that is no harm.
    if (node.type === "PyWalrus") found.effects = found.binds = true;
    // In a generator, even one that is run later, they make an asynchronous one, or are not allowed.
    if (node.type === "PyAwait" || node.type === "PyYield" || node.type === "PyYieldFrom") found.suspends = true;
    if (node.type === "PyName") {
      if (ofFunction.has(node.name)) found.contextual = true;
      const reference = scopes.referenceAt(node);
      const variable = reference?.variable;
      if (reference && !(variable && isMadeWithin(variable, nodes))) {
        names.set(node.name, variable);
        const isKept = variable ? isSteady(variable) || keeps(variable) : isBuiltin(node.name) && scopes.module.starImports.length === 0;
        if (!inside && !isKept) found.reads = true;
        if (variable && isWrittenElsewhere(variable)) found.changesMeanwhile = true;
      }
    }
    const later = inside || node.type === "PyLambda" || (node.type === "PyComprehension" && !isCollected(node));
    const first = node.type === "PyComprehension" ? node.clauses[0] : undefined;
    for (const child of childrenOf(node)) {
      if (later && node.type === "PyLambda" && child.type === "PyParameter") pending.push({ node: child, inside });
      else if (child !== first) pending.push({ node: child, inside: later });
      else if (child.type === "PyComprehensionFor") pending.push({ node: child.iterable, inside });
    }
  }
  return { ...found, names };
}

function isStarred(node: PyNode): boolean {
  return node.type === "PyArgument" && node.star !== "";
}

function isMadeWithin({ scope }: Variable, nodes: readonly PyNode[]): boolean {
  if (scope.kind !== "lambda" && scope.kind !== "comprehension") return false;
  for (let node: PyNode | null = scope.node; node; node = node.parent) if (nodes.includes(node)) return true;
  return false;
}

/** Whether a variable gives the same value whenever it is read, once it is assigned. */
function isSteady(variable: Variable): boolean {
  const binding = onlyBinding(variable);
  return binding !== undefined && (binding.kind === "parameter" || (binding.scope.kind !== "comprehension" && !loopAround(binding)));
}

/** The one place that binds a variable. Within one expression code may change sides with `:=`, so that counts for none. */
function onlyBinding({ bindings, declarations, scope }: Variable): Binding | undefined {
  const [binding, second] = bindings;
  return binding && !second && declarations.length === 0 && binding.scope === scope && !isWalrus(binding) ? binding : undefined;
}

/**
 * Whether a variable that a loop binds has, at `later`, the value that it had at `sooner`: both are in the loop's body,
 * behind the binding, and no function is left in between.
 */
export function isKeptByLoop(variable: Variable, sooner: PyNode, later: PyNode): boolean {
  const binding = onlyBinding(variable);
  const loop = binding && loopAround(binding);
  if (!loop || binding.node.range[1] > sooner.range[0] || !within(sooner.range, loop.body.range) || !within(later.range, loop.body.range)) return false;
  for (const step of around(later)) {
    if (step.owner === loop) return true;
    if (isOwnScope(step)) return false;
  }
  return false;
}

function isWalrus({ node }: Binding): boolean {
  const { parent }: PyNode = node;
  return parent?.type === "PyWalrus";
}

/** The loop that makes a binding again and again while its scope lives. */
function loopAround({ node, scope }: Binding): PyFor | PyWhile | undefined {
  for (const { owner } of around(node)) {
    if (owner === scope.node) return undefined;
    if (owner.type === "PyFor" || owner.type === "PyWhile") return owner;
  }
  return undefined;
}

function isWrittenElsewhere({ scope, bindings, declarations }: Variable): boolean {
  return declarations.length > 0 || bindings.some((binding) => binding.scope !== scope) || (scope.kind === "module" && bindings.length > 1);
}
