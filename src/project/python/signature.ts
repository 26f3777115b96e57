/** Which arguments a Python parameter list takes. */
import type { PyParameter } from "../../languages/python/tree/expressions.ts";
import type { Signature } from "../exports/signature.ts";

/** The arguments that have names. */
export interface NamedParameters {
  /** Those by position first; one that is only for a name has no position, one that is only by position no name to be given by. */
  readonly parameters: readonly { readonly name: string; readonly position: number | undefined; readonly isNamed: boolean; readonly isRequired: boolean }[];
  /** There is a `**` for all other names. */
  readonly takesOthers: boolean;
}

export interface PythonSignature extends Signature {
  readonly named: NamedParameters;
}

/** @param parameters without a `self` */
export function pythonSignature(parameters: readonly PyParameter[]): PythonSignature {
  const slash = parameters.findIndex(({ name, star }) => !name && star === "");
  const starred = parameters.findIndex(({ star }) => star === "*");
  const named = parameters.flatMap(({ name, star, default: value }, index) => {
    if (!name || star !== "") return [];
    const isByName = starred >= 0 && index > starred;
    const position = isByName ? undefined : index - (slash >= 0 && index > slash ? 1 : 0);
    return [{ name: name.name, position, isNamed: index > slash, isRequired: !value }];
  });
  const ordered = named.filter(({ position }) => position !== undefined);
  const takesMore = parameters.some(({ name, star }) => star === "*" && name);
  return {
    min: ordered.filter(({ isRequired }) => isRequired).length,
    max: takesMore ? Infinity : ordered.length,
    text: `(${parameters.map((each) => shown(each)).join(", ")})`,
    named: { parameters: named, takesOthers: parameters.some(({ star }) => star === "**") },
  };
}

function shown({ name, star, default: value }: PyParameter): string {
  if (!name) return star === "*" ? "*" : "/";
  return `${star}${name.name}${value ? "=…" : ""}`;
}
