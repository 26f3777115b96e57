/** Whether an ES module does something for whoever loads it, beside defining and letting out. */
import type { Statement } from "oxc-parser";
import { SIZE_LIMIT } from "../files/file-bytes.ts";
import { readText } from "../files/disk.ts";
import { parse } from "./record.ts";

/**
 * Whether the top of a file calls something for its own sake: `beforeEach(reset);`. Never throws: what cannot be read or parsed does nothing.
 *
 * @param path absolute
 * @param size of the file in bytes
 */
export function readActsAtLoad(path: string, size: number): boolean {
  const text = size > SIZE_LIMIT || !/\.[cm]?[jt]sx?$/.test(path) ? undefined : readText(path);
  if (text === undefined) return false;
  try {
    const { program, module } = parse(path, text);
    return module.hasModuleSyntax && program.body.some(isCall);
  } catch {
    return false;
  }
}

function isCall(statement: Statement): boolean {
  if (statement.type !== "ExpressionStatement") return false;
  const { expression } = statement;
  return (expression.type === "AwaitExpression" ? expression.argument : expression).type === "CallExpression";
}
