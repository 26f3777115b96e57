/** How many arguments a parameter list takes. */
import type { BindingPattern, ParamPattern, TSTypeAnnotation } from "oxc-parser";

/** One way to call a function, or to construct a class. */
export interface Signature {
  /** The fewest arguments. */
  readonly min: number;
  /** The most; `Infinity` behind a rest parameter. */
  readonly max: number;
  /** The parameters as a message shows them: `(key, options?, ...rest)`. */
  readonly text: string;
}

/** What only plain JavaScript needs, where no `?` tells. */
export interface Leniency {
  /** Whether the parameter of that name may be left out. */
  mayOmit(name: string): boolean;
  /** The function reads `arguments`, so that more than its parameters may be given. */
  readonly takesMore: boolean;
}

/**
 * @param params a function's, TypeScript's `this` among them (which no call gives)
 * @param leniency of a function in plain JavaScript
 */
export function signatureOf(params: readonly ParamPattern[], leniency?: Leniency): Signature {
  let min = 0;
  let max = leniency?.takesMore === true ? Infinity : 0;
  const shown: string[] = [];
  for (const param of params) {
    if (param.type === "RestElement") {
      max = Infinity;
      shown.push(`...${nameOf(param.argument)}`);
      continue;
    }
    const pattern = param.type === "TSParameterProperty" ? param.parameter : param;
    if (pattern.type === "Identifier" && pattern.name === "this") continue;
    max += 1;
    const name = nameOf(pattern);
    const isOptional = mayBeOmitted(pattern) || leniency?.mayOmit(name) === true;
    // What stands before a required one has to be given, be it optional itself.
    if (!isOptional) min = shown.length + 1;
    shown.push(isOptional ? `${name}?` : name);
  }
  return { min, max, text: `(${shown.join(", ")})` };
}

function mayBeOmitted(pattern: BindingPattern): boolean {
  return pattern.type === "AssignmentPattern" || hasQuestionMark(pattern) || isVoid(pattern.typeAnnotation);
}

/** oxc-parser 0.154 declares a pattern's `optional` as never true. */
function hasQuestionMark({ optional }: { readonly optional?: boolean }): boolean {
  return optional === true;
}

/** TypeScript lets a last argument go whose type may be `void`. */
function isVoid(annotation: TSTypeAnnotation | null | undefined): boolean {
  const type = annotation?.typeAnnotation;
  const types = type?.type === "TSUnionType" ? type.types : [type];
  return types.some((each) => each?.type === "TSVoidKeyword");
}

function nameOf(pattern: BindingPattern): string {
  switch (pattern.type) {
    case "Identifier":
      return pattern.name;
    case "AssignmentPattern":
      return nameOf(pattern.left);
    case "ObjectPattern":
      return "{…}";
    case "ArrayPattern":
      return "[…]";
  }
}
