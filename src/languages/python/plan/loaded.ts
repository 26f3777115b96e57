/** Plans modules that are loaded by a string: where all that is taken of one moves, string and attributes are written anew. */
import type { Replacement } from "../../adapter.ts";
import type { Piece } from "../../compose.ts";
import { replaced } from "../../pieces.ts";
import type { Member, Namespace } from "../model.ts";
import { argument } from "../read/dynamic.ts";
import { textOf } from "../read/expressions.ts";
import { isShown, shown } from "../rewrite/shown.ts";
import type { PyStrings } from "../tree/expressions.ts";
import type { PyNode } from "../tree/node.ts";
import { refuse } from "./group.ts";
import type { Desk, Planned } from "./group.ts";

const unplain = "the string is not written plainly";
const passedOn = "the module object is passed on, and may be asked for any export";

/** `import_module("a.b")` of a module that moved as a whole. */
export function planLoaded(desk: Desk, { fact, imported, members, references }: Namespace, replacement: Replacement): Planned {
  const known = new Set(members.map(({ reference }) => reference));
  if ("kind" in imported || references.length === 0 || !references.every((reference) => known.has(reference))) return refuse([fact], passedOn);
  if (imported.gives === "root") return refuse([fact], "`__import__` gives the package above it");
  const piece = respelled(desk.reading.file.text, imported.string, asWritten(imported.string, replacement.specifier));
  return piece ? { groups: [{ facts: [fact], consumes: [], pieces: [piece] }], refused: new Map() } : refuse([fact], unplain);
}

/** The members of `m = import_module("a.b")`: all that is taken of it has to move to one module. */
export function planLoadedMembers(desk: Desk, { imported, members, references, variable }: Namespace): Planned {
  const facts = members.map(({ fact }) => fact).filter((fact) => desk.order(fact));
  if ("kind" in imported) return refuse(facts, unplain);
  if (variable && variable.bindings.length > 1) return refuse(facts, "the variable that holds the module is bound elsewhere too");
  const known = new Set(members.map(({ reference }) => reference));
  if (!references.every((reference) => known.has(reference))) return refuse(facts, passedOn);
  return planTogether(desk, members, imported.string, imported.gives === "root");
}

/** `import_module("a.b").x`. */
export function planLoose(desk: Desk, member: Member): Planned {
  const { object, fact } = member;
  const string = object.type === "PyCall" ? object.arguments[0]?.value : undefined;
  if (string?.type !== "PyStrings" || (object.type === "PyCall" && object.callee.type === "PyName" && object.callee.name === "__import__")) return refuse([fact], "it is taken of a module that is loaded by its name");
  return planTogether(desk, [member], string, false);
}

function planTogether(desk: Desk, members: readonly Member[], string: PyStrings, isRoot: boolean): Planned {
  const facts = members.map(({ fact }) => fact).filter((fact) => desk.order(fact));
  if (isRoot) return refuse(facts, "`__import__` gives the package above it");
  const specifiers = new Set<string>();
  const pieces: Piece[] = [];
  for (const { fact, node } of members) {
    const replacement = desk.replacementOf(fact);
    if (typeof replacement === "string") return refuse(facts, desk.order(fact) ? replacement : "other exports of the module are used as well");
    if (replacement.rewrites.length > 0) return refuse(facts, "it is taken of a module that is loaded by its name");
    specifiers.add(replacement.specifier);
    const piece = node.type === "PyAttribute" ? replaced(node.attribute, replacement.name) : respelledName(desk.reading.file.text, node, replacement.name);
    if (!piece) return refuse(facts, unplain);
    pieces.push(piece);
  }
  const [specifier, ...others] = specifiers;
  if (specifier === undefined || others.length > 0) return refuse(facts, "what is taken of the module goes to several");
  const piece = respelled(desk.reading.file.text, string, asWritten(string, specifier));
  if (!piece) return refuse(facts, unplain);
  const doubt = members.some(({ node }) => isShown(node, desk.reading.file.text)) ? shown : undefined;
  return { groups: [{ facts, consumes: [], pieces: [piece, ...pieces], doubt }], refused: new Map() };
}

/** Relative as the string was: `import_module(".a", "pkg")` becomes `import_module(".b", "pkg")`. */
function asWritten(string: PyStrings, specifier: string): string {
  const call = string.parent?.parent;
  if (call?.type !== "PyCall" || textOf(string)?.startsWith(".") !== true || specifier.startsWith(".")) return specifier;
  const from = argument(call, 1, "package");
  const parts = (from && textOf(from))?.split(".") ?? [];
  for (let level = 1; level <= parts.length; level++) {
    const base = `${parts.slice(0, parts.length - level + 1).join(".")}.`;
    if (specifier.startsWith(base)) return ".".repeat(level) + specifier.slice(base.length);
  }
  return specifier;
}

/** `getattr(m, "x")`: the string. */
function respelledName(text: string, call: PyNode, name: string): Piece | undefined {
  const string = call.type === "PyCall" && call.arguments.length === 2 ? call.arguments[1]?.value : undefined;
  return string?.type === "PyStrings" ? respelled(text, string, name) : undefined;
}

/** New text between the quotes of a plain string. */
export function respelled(text: string, { parts }: PyStrings, value: string): Piece | undefined {
  const [part] = parts;
  if (parts.length !== 1 || part?.type !== "PyString" || text.slice(...part.inner) !== part.value) return undefined;
  return replaced({ range: part.inner }, value);
}
