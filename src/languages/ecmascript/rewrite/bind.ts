/** Chooses the code for a `$name` of `to` that `from` does not bind. */
import { variableAt } from "../syntax.ts";
import type { Node, Source, Variable } from "../syntax.ts";
import { isAssigned } from "./assigned.ts";
import { languageGlobals } from "./globals.ts";
import { readNames } from "./placeholder.ts";
import { allowsAwait } from "./scopes.ts";
import { readTemplate } from "./template.ts";
import type { Template } from "./template.ts";
import { held, heldText, heldTree } from "./tree.ts";
import { hasThisMember } from "./this-member.ts";

/**
 * The first of `texts` that has a value where `site` stands.
 * @param going a variable whose declaration the rewrite takes out
 */
export function firstBound(source: Source, site: Node, texts: readonly string[], going: Variable | undefined): Template | undefined {
  for (const text of texts) {
    const template = readTemplate(text);
    if (template && isBound(source, site, template, going)) return template;
  }
  return undefined;
}

function isBound(source: Source, site: Node, template: Template, going: Variable | undefined): boolean {
  for (const node of template.nodes) {
    if (node.type === "AwaitExpression" && !allowsAwait(source, site)) return false;
    if (node.type === "YieldExpression" || node.type === "Super" || node.type === "MetaProperty") return false;
    if (node.type === "ThisExpression" && !hasThisMember(site, memberOfThis(template, node))) return false;
  }
  return namesIn(template).every((name) => {
    const variable = variableAt(source, site, name);
    if (!variable || variable.defs.length === 0) return languageGlobals.has(name);
    return variable !== going && isValue(variable) && isAssigned(source, variable, site);
  });
}

/** A type has no value; only TypeScript's scopes tell them apart. */
function isValue(variable: Variable): boolean {
  return Reflect.get(variable, "isValueVariable") !== false;
}

/** The names that a text under `bind` refers to; a `$` means nothing special there. */
export function namesIn(template: Template): string[] {
  const { free, holes } = readNames(template, "");
  return [...free.map(({ name }) => name), ...holes.map(({ node }) => heldText(node, "name") ?? "")];
}

function memberOfThis(template: Template, node: Template["root"]): string | undefined {
  const place = template.places.get(node);
  if (place?.parent.type !== "MemberExpression" || held(place.parent, "computed") === true) return undefined;
  const property = heldTree(place.parent, "property");
  if (!property) return undefined;
  const name = heldText(property, "name") ?? "";
  return property.type === "PrivateIdentifier" ? `#${name}` : name;
}
