/** Reads a text of the manifest (`from`, `to`, a text under `bind`) as one expression. */
import { parsePython } from "../parse.ts";
import { scopesOf } from "../scopes/analyze.ts";
import type { Scopes } from "../scopes/scope.ts";
import type { PyExpression } from "../tree/expressions.ts";
import type { PyModule, PyNode } from "../tree/node.ts";
import { nodesOf } from "../tree/walk.ts";
import { ownsParentheses } from "./ranges.ts";

/** A manifest text that is one expression. */
export interface Template {
  /** As the manifest has it. */
  readonly text: string;
  /** What the nodes' ranges count in: the text with a function around it, in which it is parsed. */
  readonly code: string;
  readonly root: PyExpression;
  /** All nodes, in the order of the text, parents first. */
  readonly nodes: readonly PyNode[];
  readonly scopes: Scopes;
}

/**
 * What `$` is written as for the parser: a letter that nobody's names have. It is as long as a `$`, so that places in
 * what is parsed are places in what the manifest says.
 */
export const sigil = "ǃ";

/** Inside such a function `await` and `yield` are what they are in the code that is matched. */
const before = `async def ${sigil}():\n [`;
const after = "\n]";
/** Above what any manifest holds; an editor's server that sees many versions of one must not grow for ever. */
const cacheLimit = 2000;
const cache = new Map<string, Template | undefined>();

/** The expression that `text` is, or `undefined` where it is none. */
export function readTemplate(text: string): Template | undefined {
  const known = cache.get(text);
  if (known || cache.has(text)) return known;
  const template = parse(text);
  if (cache.size >= cacheLimit) cache.clear();
  cache.set(text, template);
  return template;
}

function parse(text: string): Template | undefined {
  if (text.includes(sigil)) return undefined;
  const code = before + text.replaceAll("$", sigil) + after;
  const parsed = parsePython(code);
  // `a] + [b` would pass between our brackets, but not between parentheses.
  if (!parsed.ok || parsed.comments().length > 0 || !parsePython(code.replace("[", "(0, ").replace(/\]$/, ")")).ok) return undefined;
  const root = rootOf(parsed.ast, code);
  if (!root) return undefined;
  const nodes: PyNode[] = [];
  for (const node of nodesOf(root)) nodes.push(node);
  return { text, code: before + text + after, root, nodes, scopes: scopesOf(parsed.ast) };
}

/** The one item of the list that was wrapped around the text. */
function rootOf({ body }: PyModule, code: string): PyExpression | undefined {
  const [wrapper, ...others] = body;
  const [line, ...lines] = wrapper?.type === "PyFunction" ? wrapper.body.body : [];
  const [list] = line?.type === "PyStatementLine" ? line.body : [];
  if (others.length > 0 || lines.length > 0 || list?.type !== "PyList" || list.range[1] !== code.length) return undefined;
  const [root, second] = list.items;
  if (!root || second || root.type === "PyStarred" || (root.type === "PyComprehension" && !ownsParentheses(root, code))) return undefined;
  // A comma behind it would make a tuple of it.
  const end = root.parenthesized?.[1] ?? root.range[1];
  return code.slice(end, code.length - after.length).trim() === "" ? root : undefined;
}
