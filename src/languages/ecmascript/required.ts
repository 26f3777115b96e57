/** Variables that take one export of a module by a `require` without a pattern: `const x = require("m").x`, `const x = require("m")`. */
import type { TSESTree } from "@typescript-eslint/utils";
import { isExported } from "./exported.ts";
import type { Held } from "./held.ts";
import type { Reading } from "./read.ts";
import { isWritten, memberObject, Type } from "./syntax.ts";
import type { Node, Variable } from "./syntax.ts";

/** The declarator of `const x = require("m").x`, of which `node` is the value; none where the file exports it. */
export function declaratorOfMember({ holder, binding, carriers }: Held, node: Node): TSESTree.VariableDeclarator | undefined {
  const { parent } = node;
  const isDirect = holder.kind === "require" && !binding && carriers.length === 0 && memberObject(node) === holder.node;
  const isOwn = isDirect && parent?.type === Type.VariableDeclarator && parent.init === node && parent.id.type === Type.Identifier;
  return isOwn && !isExported(parent.parent) ? parent : undefined;
}

/** Whether `const x = require("m")` takes what a script of CommonJS is itself, and nothing that it has beside that. */
export function isDefaultItself(reading: Reading, held: Held, { init, parent }: TSESTree.VariableDeclarator, variable: Variable): boolean {
  const { ports } = reading;
  const { holder, module, fact, carriers } = held;
  if (holder.kind !== "require" || init !== holder.node || fact || carriers.length > 0 || isExported(parent)) return false;
  const names = ports.deprecatedNames(module);
  // A module that moves whole has its own question: whether both are the same object.
  if (!names.includes("default") || names.includes("*") || ports.requiredDefault(module) !== "itself") return false;
  return reading.references(variable).every((reference) => isTakenItself(reference));
}

/** Whether a reference is to a value as it is: no member of it is taken, and nothing is put in its place. */
function isTakenItself(reference: Node): boolean {
  const { parent } = reference;
  if (!parent || memberObject(parent) === reference || isWritten(reference)) return false;
  if (parent.type === Type.VariableDeclarator) return parent.init === reference && parent.id.type === Type.Identifier;
  return parent.type !== Type.SpreadElement && parent.type !== Type.TSTypeQuery;
}
