/** Finds a shape whose inner call was first put in a variable: `const f = getF(); … f.create(a)`. */
import type { TSESTree } from "@typescript-eslint/utils";
import { Type, variableAt, within } from "../syntax.ts";
import type { Node, Source, Variable } from "../syntax.ts";
import type { CompiledRewrite } from "./compile.ts";
import { isUsedFurther } from "./further.ts";
import { climb, matchPattern } from "./match.ts";
import type { Match } from "./match.ts";
import { isNeverReassigned } from "./purity.ts";

/** A rewrite with the place where it matches. */
export interface Found {
  readonly rewrite: CompiledRewrite;
  readonly match: Match;
}

/** A variable all of whose uses match. */
export interface VariableForm {
  readonly declarator: TSESTree.VariableDeclarator;
  readonly variable: Variable;
  readonly uses: readonly Found[];
}

/**
 * The variable that the anchor's value is put in, with the matches of all its uses.
 * @returns a reason where there is such a variable, but not every use matches; `undefined` where there is none
 */
export function variableForm(source: Source, anchor: Node, rewrites: readonly CompiledRewrite[]): VariableForm | string | undefined {
  const reached = rewrites.flatMap((rewrite) => {
    const { node, index } = climb(rewrite.pattern, { node: anchor, index: 0 });
    const declarator = node.parent;
    if (index === rewrite.pattern.spine.length - 1 || declarator?.type !== Type.VariableDeclarator || declarator.init !== node) return [];
    return [{ rewrite, index, declarator, value: node }];
  });
  const [first] = reached;
  if (!first) return undefined;
  const { declarator, value } = first;
  const variable = removable(source, declarator);
  if (typeof variable === "string") return variable;
  const uses: Found[] = [];
  for (const { identifier, init } of variable.references) {
    if (init === true) continue;
    if (within(identifier, declarator)) return `\`${variable.name}\` is used in its own declaration`;
    const found = reached.flatMap(({ rewrite, index }) => useAt(source, anchor, rewrite, identifier, value, index)).at(0);
    if (!found) return `\`${variable.name}\` has a use that no shape describes`;
    uses.push(found);
  }
  return uses.length === 0 ? undefined : { declarator, variable, uses };
}

function useAt(source: Source, anchor: Node, rewrite: CompiledRewrite, use: Node, value: Node, index: number): Found[] {
  const { pattern } = rewrite;
  const end = climb(pattern, { node: use, index });
  if (end.index !== pattern.spine.length - 1) return [];
  const match = matchPattern(pattern, anchor, end.node, { use, value });
  return match && !(rewrite.extended && isUsedFurther(source, match.root)) ? [{ rewrite, match }] : [];
}

/** The declarator's variable, if its declaration can go; else why not. */
function removable(source: Source, declarator: TSESTree.VariableDeclarator): Variable | string {
  const { id, parent: declaration } = declarator;
  if (id.type !== Type.Identifier) return "the value is taken apart where it is declared";
  const { name } = id;
  const list = declaration.parent.type;
  const isList = list === Type.Program || list === Type.BlockStatement || list === Type.StaticBlock || list === Type.TSModuleBlock;
  if (!isList || declaration.kind === "using" || declaration.kind === "await using")
    return `the declaration of \`${name}\` cannot be taken out where it stands`;
  const variable = variableAt(source, declarator, name);
  if (!variable || !isNeverReassigned(variable)) return `\`${name}\` is assigned more than once`;
  // In a script, what the outermost scope declares is seen by other scripts.
  if (variable.scope.type === "global") return `\`${name}\` can be used by other scripts`;
  // TypeScript's parser calls the tokens of `{a.b}` in an element so, too.
  const isElement = (token: TSESTree.Token): boolean => (token.type as string) === "JSXIdentifier" && token.value === name && /^[</]$/.test(source.getTokenBefore(token)?.value ?? "");
  return source.ast.tokens.some(isElement) ? `\`${name}\` is used as an element` : variable;
}
