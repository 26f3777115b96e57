/** Finds a shape whose inner call was first put in a variable: `f = get_f()`, and then `f.create(a)`. */
import type { Reference, Variable } from "../scopes/scope.ts";
import type { PyName } from "../tree/expressions.ts";
import type { PyNode } from "../tree/node.ts";
import type { PyAssignment } from "../tree/statements.ts";
import { nodesOf } from "../tree/walk.ts";
import type { CompiledRewrite } from "./compile.ts";
import { isUsedFurther, type Names } from "./further.ts";
import { climb, type Match, matchPattern } from "./match.ts";
import { within } from "./ranges.ts";
import { variableAt } from "./surroundings.ts";

/** A rewrite with the place where it matches. */
export interface Found {
  readonly rewrite: CompiledRewrite;
  readonly match: Match;
}

/** A variable all of whose uses match. */
export interface VariableForm {
  readonly declaration: PyAssignment;
  readonly variable: Variable;
  readonly uses: readonly Found[];
}

/** A file, as far as its variables are asked for. */
export interface VariableFile extends Names {
  readonly text: string;
}

/**
 * The variable that the anchor's value is put in, with the matches of all its uses.
 * @returns a reason where there is such a variable, but not every use matches; `undefined` where there is none
 */
export function variableForm(file: VariableFile, anchor: PyNode, rewrites: readonly CompiledRewrite[]): VariableForm | string | undefined {
  const reached = rewrites.flatMap((rewrite) => {
    const { node, index } = climb(rewrite.pattern, { node: anchor, index: 0 });
    const declaration = node.parent;
    if (index === rewrite.pattern.spine.length - 1 || declaration?.type !== "PyAssignment" || declaration.value !== node) return [];
    return [{ rewrite, index, declaration, value: node }];
  });
  const [first] = reached;
  if (!first) return undefined;
  const { declaration, value } = first;
  const variable = removable(file, declaration);
  if (typeof variable === "string") return variable;
  const uses: Found[] = [];
  for (const reference of variable.references) {
    const use = reference.node;
    if (within(use.range, declaration.range)) return `${variable.name} is used in its own declaration`;
    const found = isPlain(reference) ? reached.flatMap(({ rewrite, index }) => useAt(file, anchor, rewrite, use, value, index)).at(0) : undefined;
    if (!found) return `\`${variable.name}\` has a use that no shape describes`;
    uses.push(found);
  }
  return uses.length === 0 ? undefined : { declaration, variable, uses };
}

function isPlain({ inAnnotation, fallback }: Reference): boolean {
  return !inAnnotation && !fallback;
}

function useAt(file: VariableFile, anchor: PyNode, rewrite: CompiledRewrite, use: PyName, value: PyNode, index: number): Found[] {
  const { pattern } = rewrite;
  const end = climb(pattern, { node: use, index });
  if (end.index !== pattern.spine.length - 1) return [];
  const match = matchPattern(pattern, anchor, end.node, { use, value }, file.text);
  return match && !(rewrite.extended && isUsedFurther(file, match.root)) ? [{ rewrite, match }] : [];
}

/** The variable that a declaration gives its value, if it can go; else why not. */
function removable({ ast, scopes }: VariableFile, declaration: PyAssignment): Variable | string {
  const [target, second] = declaration.targets;
  const name = target?.type === "PyAnnotated" ? target.target : target;
  if (second || name?.type !== "PyName") return "the value is taken apart, or kept elsewhere, where it is declared";
  const variable = variableAt(scopes, declaration, name.name);
  if (!variable || variable.scope.kind === "class") return `${name.name} is an attribute of its class`;
  if (variable.declarations.length > 0) return `a \`global\` or \`nonlocal\` statement names ${name.name}`;
  if (variable.bindings.some(({ kind }) => kind === "deletion")) return `a \`del\` statement names ${name.name}`;
  if (variable.bindings.length !== 1) return `\`${name.name}\` is assigned more than once`;
  if (seesLocals(variable, ast)) return `${name.name} may be read by its name`;
  return variable;
}

/** `locals()` and the like read variables by their names; so does `__all__`, of a module's. */
function seesLocals({ name, scope }: Variable, ast: PyNode): boolean {
  const root = scope.kind === "module" ? ast : scope.node;
  for (const node of nodesOf(root)) {
    if (node.type === "PyName" && byName.has(node.name) && node.parent?.type === "PyCall" && node.parent.callee === node) return true;
    if (scope.kind === "module" && node.type === "PyString" && node.value === name) return true;
  }
  return false;
}

const byName = new Set(["locals", "vars", "globals", "eval", "exec", "dir"]);
