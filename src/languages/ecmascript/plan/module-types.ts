/** Types that say which module a loaded one is: `require("m") as typeof import("m")`, `let ws: typeof import("m")`. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Fact } from "../../../policy/facts.ts";
import type { Holder, Taken } from "../model.ts";
import type { Reading } from "../read.ts";
import { literalText, Type, unwrapped } from "../syntax.ts";
import type { Node } from "../syntax.ts";

export const typeInTheWay = "a type says which module it is";

/** The specifier that a type may name a module by, and the one that is to take its place, which it may name already. */
interface Specifiers {
  readonly specifier: string;
  readonly target?: string;
}

/** The literals that name the module in the types around what is taken; `undefined` where such a type says something else. */
export function typesAround({ holder, ...taken }: Taken, target: string): readonly Node[] | undefined {
  const types: (Node | undefined)[] = [...assertedTypes(holder.node)];
  if (taken.how === "member" && taken.reference) types.push(...assertedTypes(taken.reference));
  const bound = taken.how === "member" ? taken.namespace : taken.how === "namespace" ? taken : undefined;
  for (const { name } of bound?.variable?.defs ?? []) types.push(annotationOf(name));
  for (let pattern: Node | undefined = taken.node.parent; pattern?.type === Type.ObjectPattern; pattern = pattern.parent.parent) types.push(annotationOf(pattern));
  return literalsIn(types, { specifier: holder.specifier, target });
}

/** The same for a declarator that a `require` or `import()` is the value of. */
export function typesOfDeclarator({ id }: TSESTree.VariableDeclarator, holder: Holder): readonly Node[] | undefined {
  return literalsIn([...assertedTypes(holder.node), annotationOf(id)], holder);
}

/** The same for a call that gives the module: `vi.importActual<typeof import("m")>("m")`. */
export function typesOfCall(call: TSESTree.CallExpression, specifiers: Specifiers): readonly Node[] | undefined {
  const { parent } = unwrapped(call);
  const id = parent?.type === Type.VariableDeclarator ? parent.id : undefined;
  return literalsIn([...(call.typeArguments?.params ?? []), ...assertedTypes(call), annotationOf(id)], specifiers);
}

/** The facts that types tell of a module that moves as a whole, by its literals in them. */
export function factsOfTypes({ taken }: Reading, literals: readonly Node[]): readonly Fact[] {
  return taken.flatMap(({ holder, fact }) => (literals.includes(holder.literal) ? fact : []));
}

function literalsIn(types: readonly (Node | undefined)[], named: Specifiers): readonly Node[] | undefined {
  const literals = types.map((type) => (type ? literalsOf(type, named) : []));
  return literals.some((each) => each === undefined) ? undefined : [...new Set(literals.flatMap((each) => each ?? []))];
}

/** What a type names the module by: nothing in `any`; `undefined` for a type that may not fit another module. */
function literalsOf(type: Node, named: Specifiers): readonly Node[] | undefined {
  switch (type.type) {
    case Type.TSAnyKeyword:
    case Type.TSUnknownKeyword:
    case Type.TSUndefinedKeyword:
    case Type.TSNullKeyword:
      return [];
    case Type.TSUnionType:
      return literalsIn(type.types, named);
    case Type.TSTypeReference:
      return type.typeName.type === Type.Identifier && type.typeName.name === "Promise" && type.typeArguments ? literalsIn(type.typeArguments.params, named) : undefined;
    case Type.TSTypeQuery: {
      const { exprName } = type;
      if (exprName.type !== Type.TSImportType || exprName.qualifier) return undefined;
      const module = literalText(exprName.source);
      if (module === named.target) return [];
      return module === named.specifier ? [exprName.source] : undefined;
    }
    default:
      return undefined;
  }
}

function* assertedTypes(expression: Node): Iterable<Node> {
  const outer = unwrapped(expression);
  for (let node: Node | undefined = expression; node && node !== outer; node = node.parent) {
    const parent: Node | undefined = node.parent;
    if (parent?.type === Type.TSAsExpression || parent?.type === Type.TSTypeAssertion || parent?.type === Type.TSSatisfiesExpression) yield parent.typeAnnotation;
  }
}

function annotationOf(name: Node | undefined): Node | undefined {
  return name?.type === Type.Identifier || name?.type === Type.ObjectPattern ? name.typeAnnotation?.typeAnnotation : undefined;
}
