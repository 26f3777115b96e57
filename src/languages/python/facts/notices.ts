/** Whether a definition, or a whole file, says that it is deprecated. */
import { calleeName, dottedName, textOf } from "../read/expressions.ts";
import type { PythonFile } from "../source-code.ts";
import type { Scopes } from "../scopes/scope.ts";
import type { PyCall, PyExpression } from "../tree/expressions.ts";
import type { PyNode } from "../tree/node.ts";
import type { PyAssignment, PyClass, PyFunction } from "../tree/statements.ts";
import { childrenOf, pushReversed } from "../tree/walk.ts";
import { blockStatement } from "./statements.ts";

/** `.. deprecated:: 2.0`, `Deprecated: use x`, `DEPRECATED since 3`, `@deprecated`: at the start of a line. */
const notice = /^[\s#:*]*(?:\.\.\s*|@)?deprecated\b/im;
const category = /Deprecat\w*Warning$/;

/** Whether a statement that defines something carries a notice. */
export function isNoticed(statement: PyNode, file: PythonFile, scopes: Scopes): boolean {
  switch (statement.type) {
    case "PyFunction":
      return isDecorated(statement, scopes) || hasDocstring(statement.body.body) || warns(statement.body);
    case "PyClass":
      return isDecorated(statement, scopes) || hasDocstring(statement.body.body) || constructors(statement).some(({ body }) => warns(body));
    case "PyAssignment":
      return isWrapped(statement, scopes) || isSaidBeside(statement, file);
    default:
      return isSaidBeside(statement, file);
  }
}

/** Whether a file says at its top, or when it is imported, that it is deprecated as a whole. */
export function isFileNoticed({ ast, comments }: PythonFile): boolean {
  const [first] = ast.body;
  const top = comments.filter(({ range }) => !first || range[0] < first.range[0]);
  return hasDocstring(ast.body) || top.some(({ value }) => notice.test(value)) || warns(ast);
}

/** `@deprecated("…")` of `warnings` or `typing_extensions`, or of whatever other library under that name. */
function isDecorated({ decorators }: PyFunction | PyClass, scopes: Scopes): boolean {
  return decorators.some(({ expression }) => isDecorator(expression, scopes));
}

/** `old = deprecated("…")(new)`, as the decorator would have it. */
function isWrapped({ value }: PyAssignment, scopes: Scopes): boolean {
  return value.type === "PyCall" && isDecorator(value.callee, scopes);
}

function isDecorator(expression: PyExpression, scopes: Scopes): boolean {
  const path = dottedName(expression.type === "PyCall" ? expression.callee : expression);
  if (!path) return false;
  const last = path.attributes.at(-1)?.attribute.name;
  if (last !== undefined) return last.toLowerCase() === "deprecated";
  const imported = scopes.referenceAt(path.root)?.variable?.bindings.some(({ node }) => node.type === "PyImportFromAlias" && node.name.name === "deprecated");
  return imported === true || path.root.name.toLowerCase() === "deprecated";
}

function hasDocstring(body: readonly PyNode[]): boolean {
  const [first] = body;
  const text = first && stringOf(first);
  return text !== undefined && notice.test(text);
}

/** The value of a statement that is nothing but a string. */
function stringOf(statement: PyNode): string | undefined {
  const expression = statement.type === "PyStatementLine" ? statement.body[0] : undefined;
  return expression?.type === "PyStrings" ? textOf(expression) : undefined;
}

/** Whether running the code warns: functions and classes in it are not run. */
function warns(block: PyNode): boolean {
  const pending = [...childrenOf(block)];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === "PyFunction" || node.type === "PyClass" || node.type === "PyLambda") continue;
    if (node.type === "PyCall" && isWarning(node)) return true;
    pushReversed(pending, childrenOf(node));
  }
  return false;
}

/** `warnings.warn("…", DeprecationWarning)`, `warn(DeprecationWarning("…"))`, `warn_deprecated("…")`. */
function isWarning(call: PyCall): boolean {
  const name = dottedName(call.callee)?.attributes.at(-1)?.attribute.name ?? calleeName(call) ?? "";
  if (!/warn/i.test(name)) return false;
  return /deprecat/i.test(name) || call.arguments.some(({ value }) => isCategory(value));
}

function isCategory(value: PyExpression): boolean {
  const path = dottedName(value.type === "PyCall" ? value.callee : value);
  return path !== undefined && category.test(path.attributes.at(-1)?.attribute.name ?? path.root.name);
}

function constructors({ body }: PyClass): readonly PyFunction[] {
  return body.body.flatMap((statement) => (statement.type === "PyFunction" && /^__(?:init|new)__$/.test(statement.name.name) ? [statement] : []));
}

/** A comment above it or behind it, or a string below it, which documentation tools read. */
function isSaidBeside(statement: PyNode, { text, comments }: PythonFile): boolean {
  const line = blockStatement(statement);
  const siblings = line.parent ? childrenOf(line.parent) : [];
  const next = siblings[siblings.indexOf(line) + 1];
  if (next && notice.test(stringOf(next) ?? "")) return true;
  const { start, end } = line.loc;
  let above = start.line;
  for (const { value, loc, range } of comments.toReversed()) {
    if (range[0] >= line.range[1]) {
      if (loc.start.line === end.line && notice.test(value)) return true;
      continue;
    }
    const isAlone = /(?:^|[\r\n])[ \t\f]*$/.test(text.slice(Math.max(0, range[0] - loc.start.column - 1), range[0]));
    if (loc.start.line !== above - 1 || !isAlone) break;
    if (notice.test(value)) return true;
    above -= 1;
  }
  return false;
}
