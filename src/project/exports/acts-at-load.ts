/** Whether an ES module does something for whoever loads it, beside defining and letting out. */
import type { Statement } from "oxc-parser";
import { fromScript } from "./script.ts";

/**
 * Whether the top of a file calls something for its own sake: `beforeEach(reset);`. Never throws: what cannot be read or parsed does nothing.
 *
 * @param path absolute
 * @param size of the file in bytes
 */
export function readActsAtLoad(path: string, size: number): boolean {
  return fromScript(path, size, ({ program, module }) => module.hasModuleSyntax && program.body.some(isCall)) ?? false;
}

function isCall(statement: Statement): boolean {
  if (statement.type !== "ExpressionStatement") return false;
  const { expression } = statement;
  return (expression.type === "AwaitExpression" ? expression.argument : expression).type === "CallExpression";
}
