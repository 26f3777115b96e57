/** Whether a variable surely has a value at a place. What is not surely so is not so. */
import type { Variable } from "../scopes/scope.ts";
import type { PyModule, PyNode } from "../tree/node.ts";
import type { PySimpleStatement, PyStatement, PyTry } from "../tree/statements.ts";
import { nodesOf } from "../tree/walk.ts";
import { within } from "./ranges.ts";
import { around, isOwnScope, type Step } from "./surroundings.ts";

/** Whether `variable` is definitely assigned where `site` stands: before it, on every way there. */
export function isAssignedAt(variable: Variable, site: PyNode): boolean {
  const { scope, bindings } = variable;
  if (bindings.length === 0 || bindings.some(({ kind }) => kind === "deletion")) return false;
  const bound: Bound = new Set(bindings.filter(({ kind }) => kind !== "annotation").map(({ node }) => node));
  let isLater = false;
  for (const step of around(site)) {
    const { owner, child } = step;
    if (owner === scope.node && isOwnScope(step)) return isAssignedInOwn(variable, bound, step, site, isLater);
    if (isAssignedBefore(bound, step, isLater)) return true;
    // What a function holds runs when it is called, which is after it was made.
    if (isOwnScope(step) && (owner.type === "PyFunction" || owner.type === "PyLambda" || owner.type === "PyComprehension")) isLater = true;
    if (owner.type === "PyModule" && child === owner) return false;
  }
  return false;
}

/** The nodes that bind the variable. */
type Bound = ReadonlySet<PyNode>;

function isAssignedInOwn(variable: Variable, bound: Bound, { owner, child }: Step, site: PyNode, isLater: boolean): boolean {
  switch (owner.type) {
    case "PyModule":
      return isAssignedBefore(bound, { owner, child }, isLater) || (isLater && isAssignedLater(bound, owner, child));
    case "PyComprehension":
      // An element stands before the `for`s that give its names, and is computed after them.
      return child === owner.element || variable.bindings.some(({ node }) => node.range[1] <= site.range[0]);
    default:
      return variable.bindings.some(({ kind }) => kind === "parameter" || kind === "type-parameter");
  }
}

function isAssignedBefore(bound: Bound, { owner, child }: Step, isLater: boolean): boolean {
  switch (owner.type) {
    case "PyModule":
    case "PySuite":
      return assignsInOrder(before(owner.body, child), bound);
    case "PyStatementLine":
      return before(owner.body, child).some((statement) => binds(statement, bound));
    case "PyFor":
      return child === owner.body && holdsBound(owner.target, bound);
    case "PyWith":
      return child === owner.body && owner.items.some(({ target }) => target !== undefined && holdsBound(target, bound));
    case "PyExcept":
      // The name is deleted at the handler's end.
      return !isLater && child === owner.body && owner.name !== undefined && bound.has(owner.name);
    case "PyTry":
      return child === owner.orelse && assignsInOrder(owner.body.body, bound);
    default:
      return false;
  }
}

function before<Node extends PyNode>(list: readonly Node[], child: PyNode): readonly Node[] {
  return list.slice(0, list.findIndex((item) => item === child));
}

function assignsInOrder(statements: readonly PyStatement[], bound: Bound): boolean {
  return statements.some((statement) => assigns(statement, bound));
}

/** Whether the variable is assigned whenever the statement has been executed to its end. */
function assigns(statement: PyStatement, bound: Bound): boolean {
  switch (statement.type) {
    case "PyStatementLine":
      return statement.body.some((each) => binds(each, bound));
    case "PyFunction":
    case "PyClass":
      return bound.has(statement.name);
    case "PyIf": {
      // Each `elif` is in the one before: there may be thousands.
      let branch: typeof statement.orelse = statement;
      for (; branch?.type === "PyIf"; branch = branch.orelse) if (!assignsOrLeaves(branch.body.body, bound)) return false;
      return branch !== undefined && assignsOrLeaves(branch.body, bound);
    }
    case "PyTry":
      return assignsInTry(statement, bound);
    case "PyWith":
      // What it holds may be cut off by an exception that it swallows.
      return statement.items.some(({ target }) => target !== undefined && holdsBound(target, bound));
    default:
      return false;
  }
}

function assignsInTry({ body, handlers, orelse, finalbody }: PyTry, bound: Bound): boolean {
  if (finalbody && assignsInOrder(finalbody.body, bound)) return true;
  const inBody = assignsInOrder(body.body, bound) || (orelse !== undefined && assignsInOrder(orelse.body, bound));
  return inBody && handlers.every((handler) => assignsOrLeaves(handler.body.body, bound));
}

function assignsOrLeaves(statements: readonly PyStatement[], bound: Bound): boolean {
  const last = statements.at(-1);
  const end = last?.type === "PyStatementLine" ? last.body.at(-1) : undefined;
  if (end && ["PyReturn", "PyRaise", "PyBreak", "PyContinue"].includes(end.type)) return true;
  return assignsInOrder(statements, bound);
}

function binds(statement: PySimpleStatement, bound: Bound): boolean {
  switch (statement.type) {
    case "PyAssignment":
      return statement.targets.some((target) => holdsBound(target.type === "PyAnnotated" ? target.target : target, bound));
    case "PyImport":
    case "PyImportFrom":
      return statement.names.some((name) => bound.has(name));
    case "PyTypeAlias":
      return bound.has(statement.name);
    default:
      return false;
  }
}

function holdsBound(target: PyNode, bound: Bound): boolean {
  for (const node of bound) if (within(node.range, target.range)) return true;
  return false;
}

/**
 * Whether the module assigns it further down than the function in which it is read, and nobody can have called that
 * function by then.
 */
function isAssignedLater(bound: Bound, module: PyModule, reader: PyNode): boolean {
  if ((reader.type !== "PyFunction" && reader.type !== "PyClass") || reader.decorators.length > 0) return false;
  // A function that is called has its own name by then.
  if (reader.type === "PyFunction" && bound.has(reader.name)) return true;
  const behind = module.body.slice(module.body.findIndex((statement) => statement === reader) + 1);
  const last = behind.findIndex((each) => assigns(each, bound));
  const own = new Set(module.body.flatMap((each) => (each.type === "PyFunction" || each.type === "PyClass" ? [each.name.name] : [])));
  return last >= 0 && behind.slice(0, last + 1).every((statement) => isQuiet(statement, own));
}

/** No function of the file's `own` is called while such a statement is executed. */
function isQuiet(statement: PyStatement, own: ReadonlySet<string>): boolean {
  if (statement.type === "PyFunction" || statement.type === "PyClass") return statement.decorators.length === 0;
  if (statement.type !== "PyStatementLine") return false;
  for (const node of nodesOf(statement)) if (node.type === "PyName" && own.has(node.name)) return false;
  return statement.body.every(({ type }) => quietStatements.has(type));
}

const quietStatements = new Set<string>(["PyImport", "PyImportFrom", "PyPass", "PyStrings", "PyAssignment", "PyAnnotated", "PyTypeAlias"]);
