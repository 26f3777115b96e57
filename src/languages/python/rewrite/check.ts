/** What is wrong with a call shape, for the manifest's validation. */
import type { RewriteComplaint } from "../../../manifest/check-rewrites.ts";
import { checkShape, type Complain, type RewriteNames } from "../../call-shape.ts";
import type { PyNode } from "../tree/node.ts";
import { childrenOf } from "../tree/walk.ts";
import { type Hole, isNamed, type Names, readNames, written } from "./placeholder.ts";
import { readTemplate, sigil, type Template } from "./template.ts";

/** Checks a call shape's syntax and placeholders; an empty list where it is right. */
export function checkRewrite(rewrite: { readonly from: string; readonly to: string }, names: RewriteNames): readonly RewriteComplaint[] {
  return checkShape(rewrite, names, checkText);
}

function checkText(text: string, symbol: string, complain: Complain): Names | undefined {
  const template = readTemplate(text);
  if (!template) {
    // `f(a=1, *b)` is Python, `f(a=1, b)` is not.
    const isLate = text.includes("$$$") && readTemplate(text.replaceAll("$$$", "*$")) !== undefined;
    if (isLate) complain("has a $$$ behind a keyword argument", "Put it before that: what it takes may go by its position");
    else complain("is not one expression", "Write one Python expression, without a comment");
    return undefined;
  }
  const names = readNames(template, symbol);
  for (const hole of names.holes) checkPlace(hole, complain);
  const places = new Set<PyNode>(names.holes.map(({ node }) => node));
  for (const node of template.nodes) checkNode(node, places, complain);
  checkLists(template, names.holes, complain);
  return names;
}

/** What may hold any number of items: without any, a tuple would be a mere value, and a set a dict. */
const lists = new Set<string>(["PyCall", "PyList"]);

function checkPlace({ node, name, rest }: Hole, complain: Complain): void {
  if (!rest) return;
  const { parent } = node;
  const isItem = parent?.type === "PyArgument" ? !parent.name && parent.star === "" && parent.parent?.type === "PyCall" : parent !== null && lists.has(parent.type);
  // The list around the whole text is none of the text's own.
  const isCallee = parent?.type === "PyCall" && parent.callee === node;
  const isWhole = parent?.type === "PyList" && parent.parent?.type === "PyStatementLine";
  if (!isItem || isCallee || isWhole)
    complain(`has $$$${name} where one expression belongs`, "Let $$$ stand only among the arguments of a call or the items of a list, without a name or a star");
}

function checkNode(node: PyNode, holes: ReadonlySet<PyNode>, complain: Complain): void {
  if (node.type === "PyWalrus") complain("binds a name with :=", "Write what it is bound to in its place");
  if (node.type === "PyYield" || node.type === "PyYieldFrom") complain("has a yield", "Write an expression that does not end the function's turn");
  if (!isNamed(node) || !node.name.includes(sigil) || holes.has(node)) return;
  const name = written(node.name);
  if (!/^(?:\$|\$\$\$)[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) complain(`has ${name}, which is no placeholder`, "Write $name for one expression, or $$$name for any number of arguments");
  else if (node.type === "PyName" || node.parent?.type === "PyParameter") complain(`assigns to ${name}`, "Let a placeholder stand only where a value is read");
  else complain(`has ${name} where a fixed name belongs`, "Write the name itself: a placeholder stands for an expression");
}

function checkLists(template: Template, holes: readonly Hole[], complain: Complain): void {
  const rests = new Map<PyNode, string>(holes.flatMap(({ node, name, rest }) => (rest ? [[node, name]] : [])));
  for (const node of template.nodes) {
    if (!lists.has(node.type)) continue;
    const items = childrenOf(node).map((child) => (child.type === "PyArgument" ? child.value : child));
    const [, second] = items.filter((item) => rests.has(item));
    if (second) complain(`has $$$${rests.get(second) ?? ""} beside another $$$ in one list`, "Let at most one $$$ stand in a list: it takes what the others leave");
  }
}
