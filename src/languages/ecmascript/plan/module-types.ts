/** Types that say which module a loaded one is: `require("m") as typeof import("m")`, `let ws: typeof import("m")`. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Holder, Listed, Member } from "../model.ts";
import { literalText, Type, unwrapped } from "../syntax.ts";
import type { Node } from "../syntax.ts";

/** The literals that name the module in the types around what is taken; `undefined` where such a type says something else. */
export function typesAround({ holder, ...taken }: Listed | Member): readonly Node[] | undefined {
  const types: (Node | undefined)[] = [...assertedTypes(holder.node)];
  if (taken.how === "member" && taken.reference) types.push(...assertedTypes(taken.reference));
  if (taken.how === "member") for (const { name } of taken.namespace?.variable?.defs ?? []) types.push(annotationOf(name));
  for (let pattern: Node | undefined = taken.node.parent; pattern?.type === Type.ObjectPattern; pattern = pattern.parent.parent) types.push(annotationOf(pattern));
  return literalsIn(types, holder);
}

/** The same for a declarator that a `require` or `import()` is the value of. */
export function typesOfDeclarator({ id }: TSESTree.VariableDeclarator, holder: Holder): readonly Node[] | undefined {
  return literalsIn([...assertedTypes(holder.node), annotationOf(id)], holder);
}

function literalsIn(types: readonly (Node | undefined)[], holder: Holder): readonly Node[] | undefined {
  const literals = types.map((type) => (type ? literalsOf(type, holder) : []));
  return literals.some((each) => each === undefined) ? undefined : [...new Set(literals.flatMap((each) => each ?? []))];
}

/** What a type names the module by: nothing in `any`; `undefined` for a type that may not fit another module. */
function literalsOf(type: Node, holder: Holder): readonly Node[] | undefined {
  switch (type.type) {
    case Type.TSAnyKeyword:
    case Type.TSUnknownKeyword:
    case Type.TSUndefinedKeyword:
    case Type.TSNullKeyword:
      return [];
    case Type.TSUnionType:
      return literalsIn(type.types, holder);
    case Type.TSTypeReference:
      return type.typeName.type === Type.Identifier && type.typeName.name === "Promise" && type.typeArguments ? literalsIn(type.typeArguments.params, holder) : undefined;
    case Type.TSTypeQuery: {
      const { exprName } = type;
      if (exprName.type !== Type.TSImportType || exprName.qualifier) return undefined;
      return literalText(exprName.source) === holder.specifier ? [exprName.source] : undefined;
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
