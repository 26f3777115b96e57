/** Reads a text of the manifest (`from`, `to`, a text under `bind`) as one expression. */
import { parseSync } from "oxc-parser";
import { children, held, isTree } from "./tree.ts";
import type { Tree } from "./tree.ts";

/** A node of a manifest text; offsets count in that text. */
export interface TemplateNode extends Tree {
  readonly start: number;
  readonly end: number;
}

/** Where a node stands. */
export interface Place {
  readonly parent: TemplateNode;
  readonly key: string;
}

/** A manifest text that is one expression. */
export interface Template {
  readonly text: string;
  readonly root: TemplateNode;
  /** Of every node but the root. */
  readonly places: ReadonlyMap<Tree, Place>;
  /** All nodes, in the order of the text, parents first. */
  readonly nodes: readonly TemplateNode[];
}

/** Inside such a function `await` and `yield` are read as what they are in the code that is matched. */
const before = "async function*_(){(";
const after = "\n)}";
/** Above what any manifest holds; an editor's server that sees many versions of one must not grow for ever. */
const cacheLimit = 2000;
const cache = new Map<string, Template | undefined>();

/** The expression that `text` is, or `undefined` where it is none. */
export function readTemplate(text: string): Template | undefined {
  const known = cache.get(text);
  if (known || cache.has(text)) return known;
  const template = parse(text, "ts") ?? parse(text, "tsx");
  if (cache.size >= cacheLimit) cache.clear();
  cache.set(text, template);
  return template;
}

/** The outermost node of an expression's text, wherever in a function it may stand; not kept. */
export function readExpression(text: string): Tree | undefined {
  return expressionOf(text, "ts") ?? expressionOf(text, "tsx");
}

function parse(text: string, language: "ts" | "tsx"): Template | undefined {
  const root = expressionOf(text, language);
  // `a) + (b` would pass between our parentheses, but not between brackets.
  if (!root || parseSync("x.ts", `async function*_(){[${text}\n]}`, { lang: language }).errors.length > 0) return undefined;
  const places = new Map<Tree, Place>();
  const nodes: TemplateNode[] = [];
  const visit = (node: TemplateNode): void => {
    nodes.push(node);
    const inner = children(node).filter((child) => isTemplateNode(child.node));
    for (const { node: child, key } of inner) {
      // A shorthand property holds one node twice; it stands where it is a value.
      if (key === "key" && held(node, "shorthand") === true) continue;
      if (!isTemplateNode(child)) continue;
      places.set(child, { parent: node, key });
      visit(child);
    }
  };
  shift(root, new Set());
  if (!isTemplateNode(root)) return undefined;
  visit(root);
  nodes.sort((one, other) => one.start - other.start || other.end - one.end);
  return { text, root, places, nodes };
}

function expressionOf(text: string, language: "ts" | "tsx"): Tree | undefined {
  const { program, errors } = parseSync(`x.${language}`, before + text + after, {
    lang: language,
    sourceType: "module",
    preserveParens: false,
  });
  const [wrapper, ...others] = program.body;
  if (errors.length > 0 || others.length > 0 || wrapper?.type !== "FunctionDeclaration") return undefined;
  const statements = wrapper.body?.body ?? [];
  const [statement] = statements;
  if (statements.length !== 1 || statement?.type !== "ExpressionStatement") return undefined;
  return statement.expression;
}

function isTemplateNode(node: Tree): node is TemplateNode {
  return typeof held(node, "start") === "number" && typeof held(node, "end") === "number";
}

/** Makes offsets count from the text's own start. The tree is ours alone, so it may be changed. */
function shift(node: Tree, done: Set<Tree>): void {
  if (done.has(node)) return;
  done.add(node);
  for (const key of ["start", "end"]) {
    const offset = held(node, key);
    if (typeof offset === "number") Reflect.set(node, key, offset - before.length);
  }
  for (const { node: child } of children(node)) if (isTree(child)) shift(child, done);
}
