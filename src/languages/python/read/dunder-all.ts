/** `__all__`: what a module lets out, in every form in which type checkers read it (typing spec, "Library interface"). */
import type { PyCall, PyExpression, PyStrings } from "../tree/expressions.ts";
import type { PyModule, PyNode } from "../tree/node.ts";
import type { PyAssignment, PyAugmentedAssignment } from "../tree/statements.ts";
import { childrenOf, pushReversed } from "../tree/walk.ts";
import { calleeName, textOf } from "./expressions.ts";

/** A statement that sets or changes `__all__`. */
export type AllStatement = PyAssignment | PyAugmentedAssignment | PyCall;

/** One string in `__all__`. */
export interface AllEntry {
  readonly name: string;
  readonly node: PyStrings;
  /** The list, tuple or set that it is an item of; absent for `.append("x")` and `.remove("x")`. */
  readonly list: PyExpression | undefined;
  readonly statement: AllStatement;
  /** `__all__.remove("x")`: takes the name out. */
  readonly removes: boolean;
}

/** Another module's `__all__`, all of which is let out: `[*other.__all__]`, `__all__ += other.__all__`. */
export interface AllOfModule {
  /** What stands before `.__all__`. */
  readonly object: PyExpression;
  readonly statement: AllStatement;
}

/** What a file says of its `__all__`. */
export interface DunderAll {
  readonly entries: readonly AllEntry[];
  readonly modules: readonly AllOfModule[];
  /** Parts that are computed: what they let out is not known. */
  readonly unknown: readonly PyNode[];
  /** The file sets `__all__` at all; otherwise every name without a leading underscore is let out. */
  readonly isSet: boolean;
}

const blocks = new Set(["PyModule", "PySuite", "PyStatementLine", "PyIf", "PyTry", "PyExcept", "PyWith", "PyFor", "PyWhile", "PyMatch", "PyCase"]);

/** The entries that no later `.remove("x")` takes out again. */
export function lastingOf(entries: readonly AllEntry[]): readonly AllEntry[] {
  const removedAt = new Map(entries.flatMap(({ name, node, removes }) => (removes ? [[name, node.range[0]] as const] : [])));
  return entries.filter(({ name, node, removes }) => !removes && node.range[0] > (removedAt.get(name) ?? -1));
}

/** Reads `__all__` at the module's level, in branches too. */
export function dunderAllOf(module: PyModule): DunderAll {
  const reading = new Reading();
  const pending: PyNode[] = [module];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (blocks.has(node.type)) pushReversed(pending, childrenOf(node));
    else reading.statement(node);
  }
  return reading;
}

class Reading implements DunderAll {
  readonly entries: AllEntry[] = [];
  readonly modules: AllOfModule[] = [];
  readonly unknown: PyNode[] = [];
  isSet = false;

  statement(node: PyNode): void {
    if (node.type === "PyAssignment" && node.targets.some((target) => isAll(target.type === "PyAnnotated" ? target.target : target))) {
      this.isSet = true;
      this.#value(node.value, node);
    } else if (node.type === "PyAssignment" && node.targets.some(isPartOfAll)) {
      this.isSet = true;
      this.unknown.push(node);
    } else if (node.type === "PyAugmentedAssignment" && isAll(node.target)) {
      this.#value(node.value, node);
    } else if (node.type === "PyCall") this.#call(node);
  }

  /** `__all__.append("x")` and its like. */
  #call(call: PyCall): void {
    const { callee } = call;
    if (callee.type !== "PyAttribute" || !isAll(callee.object)) return;
    const method = callee.attribute.name;
    const value = call.arguments[method === "insert" ? 1 : 0]?.value;
    if (method === "extend" && value) this.#value(value, call);
    else if (changing.has(method) && value) this.#item(value, call, undefined, method === "remove");
    else if (!ordering.has(method)) this.unknown.push(call);
  }

  #value(value: PyExpression, statement: AllStatement): void {
    const pending = [value];
    for (let next = pending.pop(); next; next = pending.pop()) {
      switch (next.type) {
        case "PyList":
        case "PyTuple":
        case "PySet":
          for (const item of next.items) this.#item(item, statement, next, false);
          break;
        case "PyBinary":
          if (next.operator === "+") pending.push(next.right, next.left);
          else this.unknown.push(next);
          break;
        case "PyConditional":
          pending.push(next.orelse, next.body);
          break;
        case "PyCall": {
          const [{ value: argument } = {}] = next.arguments;
          if (argument && wrappers.has(calleeName(next) ?? "")) pending.push(argument);
          else this.unknown.push(next);
          break;
        }
        default:
          this.#other(next, statement);
      }
    }
  }

  #item(item: PyExpression, statement: AllStatement, list: PyExpression | undefined, removes: boolean): void {
    if (item.type === "PyStarred") {
      this.#value(item.value, statement);
      return;
    }
    const name = textOf(item);
    if (item.type === "PyStrings" && name !== undefined) this.entries.push({ name, node: item, list, statement, removes });
    else this.unknown.push(item);
  }

  #other(value: PyExpression, statement: AllStatement): void {
    if (value.type === "PyAttribute" && value.attribute.name === "__all__") this.modules.push({ object: value.object, statement });
    // `__all__ = __all__ + […]`
    else if (!isAll(value)) this.unknown.push(value);
  }
}

/** Methods of a list that take one item in or out, and those that change no item. */
const changing = new Set(["append", "insert", "remove"]);
const ordering = new Set(["sort", "reverse", "copy", "count", "index"]);

/** What gives back the names that it was given. */
const wrappers = new Set(["list", "tuple", "set", "sorted", "frozenset"]);

/** `a, __all__ = …`, `__all__[:] = …`: something of it is set, who knows to what. */
function isPartOfAll(target: PyNode): boolean {
  if (target.type === "PySubscript") return isAll(target.object);
  return (target.type === "PyTuple" || target.type === "PyList") && target.items.some((item) => isAll(item) || (item.type === "PyStarred" && isAll(item.value)));
}

function isAll(node: PyNode): boolean {
  return node.type === "PyName" && node.name === "__all__";
}
