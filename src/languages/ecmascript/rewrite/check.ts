/** What is wrong with a call shape, for the manifest's validation. */
import type { RewriteComplaint } from "../../../manifest/check-rewrites.ts";
import { checkShape, type Complain, type RewriteNames } from "../../call-shape.ts";
import { readNames } from "./placeholder.ts";
import type { Hole, Names } from "./placeholder.ts";
import { readTemplate } from "./template.ts";
import type { Template } from "./template.ts";
import { held, heldText, heldTrees } from "./tree.ts";
import type { Tree } from "./tree.ts";

/** Checks a call shape's syntax and placeholders; an empty list where it is right. */
export function checkRewrite(rewrite: { readonly from: string; readonly to: string }, names: RewriteNames): readonly RewriteComplaint[] {
  return checkShape(rewrite, names, checkText);
}

function checkText(text: string, symbol: string, complain: Complain): Names | undefined {
  const template = readTemplate(text);
  if (!template) {
    complain("is not one expression", "Write one JavaScript or TypeScript expression, without a semicolon");
    return undefined;
  }
  const names = readNames(template, symbol);
  for (const hole of names.holes) checkPlace(template, hole, complain);
  return names;
}

function checkPlace(template: Template, { node, name, rest }: Hole, complain: Complain): void {
  const place = template.places.get(node);
  if (place?.parent.type === "Property" && held(place.parent, "shorthand") === true)
    complain(`has $${name} as a shorthand property`, `Write { ${name}: $${name} }`);
  const isItem = place !== undefined && ["arguments", "elements"].includes(place.key);
  const others = place ? heldTrees(place.parent, place.key).filter((item) => item !== node && isRest(item)) : [];
  if (rest && others.length > 0)
    complain(`has $$$${name} beside another $$$ in one list`, "Let at most one $$$ stand in a list: it takes what the others leave");
  if (rest && !isItem)
    complain(`has $$$${name} where one expression belongs`, "Let $$$ stand only among the arguments of a call or the elements of an array");
  if (isAssigned(place)) complain(`assigns to $${name}`, "Let a placeholder stand only where a value is read");
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
