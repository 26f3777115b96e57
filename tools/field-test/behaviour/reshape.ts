/** A function that gets another call shape: its arguments as an object, or a place as a method of one. */
import ts from "typescript";
import { exportKeyword } from "./styles.ts";
import type { Exported, Rewrite } from "./styles.ts";

export interface Shaped {
  readonly as: string;
  readonly rewrites: readonly Rewrite[];
  /** What stands after the new module's text, and in the old module. */
  readonly tail: string;
  readonly shim: string;
  edits(tree: ts.SourceFile): readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

/** Nothing where types would not carry over: type parameters, predicates, destructured or rest parameters. */
export function reshape({ name, callable, statement }: Exported, kind: "reshaped" | "member"): Shaped | undefined {
  if (!callable?.body || /^[A-Z]|^use[A-Z]/.test(name)) return undefined;
  const hide: Shaped["edits"] = (tree) => {
    const keyword = exportKeyword(statement);
    return keyword ? [{ start: keyword.getStart(tree), end: keyword.end + 1, text: "" }] : [];
  };
  if (kind === "member") {
    const as = `${name}Api`;
    return { as, rewrites: [{ from: `${name}($$$args)`, to: `${as}.run($$$args)` }], tail: `\nexport const ${as} = { run: ${name} };\n`, shim: `/** @deprecated */\nexport const ${name} = ${as}.run;\n`, edits: hide };
  }
  const { parameters, type } = callable;
  if (callable.typeParameters || callable.asteriskToken || (type && ts.isTypePredicateNode(type)) || parameters.length < 2 || parameters.length > 4) return undefined;
  const names: { name: string; isOptional: boolean }[] = [];
  for (const parameter of parameters) {
    if (!ts.isIdentifier(parameter.name) || parameter.dotDotDotToken || parameter.name.text === "this") return undefined;
    names.push({ name: parameter.name.text, isOptional: Boolean(parameter.questionToken ?? parameter.initializer) });
  }
  const as = `${name}With`;
  const required = names.filter((each) => !each.isOptional).length;
  const rewrites: Rewrite[] = [];
  for (let count = names.length; count >= required; count--) {
    const taken = names.slice(0, count);
    rewrites.push({ from: `${name}(${taken.map((each) => `$${each.name}`).join(", ")})`, to: `${as}({ ${taken.map((each) => `${each.name}: $${each.name}`).join(", ")} })` });
  }
  const optional = (isOptional: boolean): string => (isOptional ? "?" : "");
  const typed = names.map((each, index) => `${each.name}${optional(each.isOptional)}: Parameters<typeof ${name}>[${index}]`);
  return {
    as,
    rewrites,
    tail: `\nexport function ${as}(options: { ${typed.join("; ")} }): ReturnType<typeof ${name}> {\n  return ${name}(${names.map((each) => `options.${each.name}`).join(", ")});\n}\n`,
    shim: `/** @deprecated */\nexport function ${name}(${names.map((each) => `${each.name}${optional(each.isOptional)}: Parameters<typeof ${as}>[0]['${each.name}']`).join(", ")}): ReturnType<typeof ${as}> {\n  return ${as}({ ${names.map((each) => each.name).join(", ")} });\n}\n`,
    edits: hide,
  };
}
