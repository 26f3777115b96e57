/** Which modules a file asks for: the cheap question that decides whether it is read at all. */
import type { TSESTree } from "@typescript-eslint/utils";
import { Type } from "./syntax.ts";

/** A string behind `require(`, `import(`, `import("…")` in a type, or any mocking call; comments may stand between. */
const calls =
  /(?:\brequire|\bimport|[mM]ock\w*|[aA]ctual)(?:\.resolve)?\s*(?:<[^;()]{0,400}>\s*)?\((?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n]*\n)*(?:"([^"\n]*)"|'([^'\n]*)'|`([^`\n]*)`)/g;

/**
 * Every specifier that the file may name: those of its import and export declarations, and those of calls as found in
 * the text (a superset: strings and comments are searched too).
 */
export function* requestedSpecifiers(text: string, program: TSESTree.Program): Iterable<string> {
  for (const statement of program.body) {
    switch (statement.type) {
      case Type.ImportDeclaration:
      case Type.ExportAllDeclaration:
        yield statement.source.value;
        break;
      case Type.ExportNamedDeclaration:
        if (statement.source) yield statement.source.value;
        break;
      case Type.TSModuleDeclaration:
        yield* nestedRequests(statement);
        break;
      default:
    }
  }
  calls.lastIndex = 0;
  for (let match = calls.exec(text); match; match = calls.exec(text))
    yield match[1] ?? match[2] ?? match[3] ?? "";
}

/** `declare module "x" { import … }` holds declarations of its own. */
function* nestedRequests(declaration: TSESTree.TSModuleDeclaration): Iterable<string> {
  const body = declaration.body;
  if (body?.type !== Type.TSModuleBlock) return;
  for (const statement of body.body) {
    if (statement.type === Type.ImportDeclaration || statement.type === Type.ExportAllDeclaration)
      yield statement.source.value;
    if (statement.type === Type.ExportNamedDeclaration && statement.source) yield statement.source.value;
    if (statement.type === Type.TSModuleDeclaration) yield* nestedRequests(statement);
  }
}
