/** What is wrong with a call shape, for the manifest's validation. */
import { readNames } from "./placeholder.ts";
import type { Hole, Names } from "./placeholder.ts";
import { readTemplate } from "./template.ts";
import type { Template } from "./template.ts";
import type { RewriteNames } from "./compile.ts";
import { held, heldText, heldTrees } from "./tree.ts";
import type { Tree } from "./tree.ts";

/** A complaint about one of a call shape's two texts. */
export interface RewriteComplaint {
  readonly part: "from" | "to";
  readonly message: string;
  readonly mend: string;
}

type Complain = (message: string, mend: string) => void;

/** Checks a call shape's syntax and placeholders; an empty list where it is right. */
export function checkRewrite(rewrite: { readonly from: string; readonly to: string }, names: RewriteNames): readonly RewriteComplaint[] {
  const complaints: RewriteComplaint[] = [];
  const complainOf =
    (part: "from" | "to"): Complain =>
    (message, mend) =>
      complaints.push({ part, message, mend });
  const from = checkText(rewrite.from, names.deprecated, complainOf("from"));
  const to = checkText(rewrite.to, names.canonical, complainOf("to"));
  if (from) checkFrom(from, names.deprecated, complainOf("from"));
  if (to) checkTo(to, names.canonical, from, complainOf("to"));
  return complaints;
}

function checkText(text: string, symbol: string, complain: Complain): Names | undefined {
  const template = readTemplate(text);
  if (!template) {
    complain("is not one expression", "write one JavaScript or TypeScript expression, without a semicolon");
    return undefined;
  }
  const names = readNames(template, symbol);
  for (const hole of names.holes) checkPlace(template, hole, complain);
  return names;
}

function checkPlace(template: Template, { node, name, rest }: Hole, complain: Complain): void {
  const place = template.places.get(node);
  if (place?.parent.type === "Property" && held(place.parent, "shorthand") === true)
    complain(`has $${name} as a shorthand property`, `write { ${name}: $${name} }`);
  const isItem = place !== undefined && ["arguments", "elements"].includes(place.key);
  const others = place ? heldTrees(place.parent, place.key).filter((item) => item !== node && isRest(item)) : [];
  if (rest && others.length > 0)
    complain(`has $$$${name} beside another $$$ in one list`, "let at most one $$$ stand in a list: it takes what the others leave");
  if (rest && !isItem)
    complain(`has $$$${name} where one expression belongs`, "let $$$ stand only among the arguments of a call or the elements of an array");
  if (isAssigned(place)) complain(`assigns to $${name}`, "let a placeholder stand only where a value is read");
}

function isRest(node: Tree): boolean {
  return node.type === "Identifier" && /^\$\$\$[\p{L}_]/u.test(heldText(node, "name") ?? "");
}

function isAssigned(place: { readonly parent: { readonly type: string }; readonly key: string } | undefined): boolean {
  if (!place) return false;
  const { parent, key } = place;
  if (["ArrayPattern", "RestElement", "UpdateExpression", "CatchClause"].includes(parent.type)) return true;
  if (key === "params" && parent.type !== "TSTypeParameterInstantiation") return true;
  return (parent.type === "AssignmentExpression" || parent.type === "AssignmentPattern") && key === "left";
}

function checkFrom({ symbol, holes }: Names, deprecated: string, complain: Complain): void {
  if (symbol.length === 0) complain(`does not contain ${deprecated}`, `write the call to replace, with ${deprecated} in it`);
  if (symbol.length > 1)
    complain(`contains ${deprecated} more than once`, "write it once, and a placeholder for what may hold it again");
  if (holes.some(({ name, rest }) => holes.some((other) => other.name === name && other.rest !== rest)))
    complain("has a name with $ and with $$$", "give them different names");
}

function checkTo({ symbol, holes }: Names, canonical: string, from: Names | undefined, complain: Complain): void {
  if (symbol.length === 0) complain(`does not contain ${canonical}`, `write what takes the call's place, with ${canonical} in it`);
  for (const { name, rest } of holes) {
    const bound = from?.holes.find((hole) => hole.name === name);
    if (rest && from && !bound) complain(`has $$$${name}, which \`from\` does not have`, `write $$$${name} in \`from\` too`);
    const [own, other] = rest ? ["$$$", "$"] : ["$", "$$$"];
    if (bound && bound.rest !== rest) complain(`has ${own}${name}, but \`from\` has ${other}${name}`, "write it alike in both");
  }
}
