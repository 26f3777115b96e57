/** What a module reads of others while it loads: in a cycle of imports, it may come before that is there. */
import type { Node, Program } from "oxc-parser";
import { childrenOf, requiredSpecifier } from "./commonjs-values.ts";
import { fromScript } from "./script.ts";

/**
 * `readAtLoad` of a file. Never throws: what cannot be read or parsed reads nothing.
 *
 * @param path absolute
 * @param size of the file in bytes
 */
export function readLoadReads(path: string, size: number): readonly string[] {
  return fromScript(path, size, ({ program }) => [...readAtLoad(program)]) ?? [];
}

/**
 * The specifiers of the modules whose exports the code at the top of a file reads, or may read: not in functions that are only defined
 * there, nor where a name is let out. A function counts that the top names. Of CommonJS each `require` at the top reads.
 */
function readAtLoad(program: Program): ReadonlySet<string> {
  const imported = new Map<string, string>();
  const functions = new Map<string, Node>();
  for (const statement of program.body) {
    if (statement.type === "ImportDeclaration" && statement.importKind !== "type")
      for (const specifier of statement.specifiers)
        if (specifier.type !== "ImportSpecifier" || specifier.importKind !== "type") imported.set(specifier.local.name, statement.source.value);
    const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (declaration?.type === "FunctionDeclaration" && declaration.id && declaration.body) functions.set(declaration.id.name, declaration.body);
    if (declaration?.type !== "VariableDeclaration") continue;
    for (const { id, init } of declaration.declarations) if (id.type === "Identifier" && isFunction(init)) functions.set(id.name, init.body);
  }
  const read = new Set<string>();
  const visited = new Set<Node>();
  const pending: Node[] = [...program.body];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (visited.has(node)) continue;
    visited.add(node);
    const required = requiredSpecifier(node);
    if (required !== undefined) read.add(required);
    if (node.type === "Identifier") {
      const from = imported.get(node.name);
      if (from !== undefined) read.add(from);
      const body = functions.get(node.name);
      if (body) pending.push(body);
    }
    pending.push(...runWith(node));
  }
  return read;
}

/** The parts of a node that run when it does, names of members and types left out. */
function runWith(node: Node): Iterable<Node> {
  if (node.type.startsWith("TS") && !runningTypes.has(node.type)) return [];
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportAllDeclaration":
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return [];
    case "ExportNamedDeclaration":
      return node.declaration ? [node.declaration] : [];
    case "CallExpression":
    case "NewExpression":
      // A function may be called at once, or by what it is given to.
      return [...[node.callee, ...node.arguments].filter(isFunction).map(({ body }) => body), ...childrenOf(node)];
    case "VariableDeclarator":
      return [...(node.id.type === "Identifier" ? [] : [node.id]), ...(node.init ? [node.init] : [])];
    case "MemberExpression":
      return node.computed ? [node.object, node.property] : [node.object];
    case "Property":
      return node.computed ? [node.key, node.value] : [node.value];
    case "MethodDefinition":
      return [...node.decorators, ...(node.computed ? [node.key] : [])];
    case "PropertyDefinition":
    case "AccessorProperty":
      return [...node.decorators, ...(node.computed ? [node.key] : []), ...(node.static && node.value ? [node.value] : [])];
    default:
      return childrenOf(node);
  }
}

/** Nodes of TypeScript that have code that runs. */
const runningTypes: ReadonlySet<string> = new Set(["TSAsExpression", "TSSatisfiesExpression", "TSNonNullExpression", "TSTypeAssertion", "TSInstantiationExpression", "TSEnumDeclaration", "TSEnumBody", "TSEnumMember", "TSModuleDeclaration", "TSModuleBlock", "TSExportAssignment"]);

type FunctionNode = Extract<Node, { type: "FunctionDeclaration" | "FunctionExpression" | "ArrowFunctionExpression" }>;

function isFunction(node: Node | null): node is FunctionNode {
  return node?.type === "FunctionExpression" || node?.type === "ArrowFunctionExpression" || node?.type === "FunctionDeclaration";
}
