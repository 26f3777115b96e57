/** Writes what takes a match's place, and fits it to what stands around. */
import { isParenthesized } from "@typescript-eslint/utils/ast-utils";
import type { TSESTree } from "@typescript-eslint/utils";
import { inserted } from "../../pieces.ts";
import { Type } from "../syntax.ts";
import type { Node, Source } from "../syntax.ts";
import type { Span } from "../../../policy/facts.ts";
import { callsIn, listInTemplate } from "./arguments.ts";
import { asBlock, commentText, commentsOutside, indentationAt, isInline, lineEnding, withoutLead } from "./comments.ts";
import type { Piece } from "../../compose.ts";
import { fill } from "./fill.ts";
import type { Job } from "./fill.ts";
import { needsParentheses } from "./precedence.ts";
import { around, isFunctionNode } from "./scopes.ts";
import { continues, followsUnended } from "./semicolon.ts";
import type { TemplateNode } from "./template.ts";
import { children, heldTree } from "./tree.ts";

/** The new text of a match. */
export interface Rendering {
  readonly piece: Piece;
  /** The code of the file that it holds. */
  readonly kept: readonly Span[];
  /** A comment has no place in it as it is. */
  readonly recast: boolean;
}

/**
 * Writes a match's new text.
 * @param awaits whether an `await` inside the shape has to be moved before the whole
 */
export function render(job: Job, awaits: boolean): Rendering {
  const { source, match } = job;
  const { template } = job.rewrite.output;
  const { root } = match;
  const filling = fill(job);
  const loose = commentsOutside(source, root, filling.kept);
  const opening = firstOpening(job);
  const behind = opening === undefined ? [] : loose.filter((comment) => !isInline(comment));
  const leading = loose.filter((comment) => !behind.includes(comment));
  const extra: Piece[] = [];
  if (opening !== undefined && behind.length > 0) {
    const list = filling.lists.find(({ place }) => place[0] === opening);
    const follows = list ? source.text.slice(list.span[0] + 1) : template.text.slice(opening + 1);
    const text = commentsBehind(source, behind, follows);
    extra.push(inserted(opening + 1, text));
  }
  const lead = leading.map((comment) => `${isInline(comment) ? commentText(source, comment) : asBlock(comment)} `).join("");
  return {
    kept: filling.kept,
    recast: leading.some((comment) => !isInline(comment)),
    piece: {
      span: root.range,
      text: (inner) => {
        const node = writtenNode(job);
        return placed(source, root, node, filling.text(node, inner, extra), lead, awaits);
      },
    },
  };
}

/** Where the code already awaits the match, an `await` of `to` would be a second one. */
function writtenNode({ match, rewrite }: Job): TemplateNode {
  const { root } = rewrite.output.template;
  const isTwice = root.type === "AwaitExpression" && match.root.parent?.type === Type.AwaitExpression;
  const argument = isTwice ? heldTree(root, "argument") : undefined;
  return argument ? (rewrite.output.template.nodes.find((node) => node === argument) ?? root) : root;
}

function firstOpening({ rewrite }: Job): number | undefined {
  const { template } = rewrite.output;
  const openings = callsIn(template).flatMap((call) => listInTemplate(template, call)?.[0] ?? []);
  return openings.length === 0 ? undefined : Math.min(...openings);
}

/** Line comments, and those over several lines, behind a `(`: there a line break changes nothing. */
function commentsBehind(source: Source, comments: readonly TSESTree.Comment[], follows: string): string {
  const { text } = source;
  const end = lineEnding(text);
  const lines = comments.map((comment, index) => {
    const breaks = index === comments.length - 1 && /^[ \t]*\r?\n/.test(follows);
    const next = source.getTokenAfter(comment);
    const indentation = indentationAt(text, next?.range[0] ?? comment.range[0]);
    return commentText(source, comment) + (breaks ? "" : end + indentation);
  });
  return ` ${lines.join("")}`;
}

/** The text of `node` where `root` was: awaited, in parentheses, apart from its neighbours, as each is needed. */
function placed(source: Source, root: Node, node: TemplateNode, filled: string, lead: string, awaits: boolean): string {
  let text = filled;
  let tree: { readonly type: string } = node;
  if (awaits && node.type !== "AwaitExpression" && root.parent?.type !== Type.AwaitExpression) {
    tree = { type: "AwaitExpression" };
    text = `await ${needsParentheses(node, text, { parent: tree, key: "argument" }) ? `(${text})` : text}`;
  }
  const { parent } = root;
  if (parent && !isParenthesized(root, source)) {
    const key = children(parent).find(({ node: child }) => child === root)?.key ?? "";
    const head = withoutLead(text);
    if (needsParentheses(tree, text, { parent, key }) || beginsOtherwise(root, head) || endsHead(root, text)) text = `(${text})`;
  }
  if (isShorthandValue(root)) text = `${source.text.slice(...root.range)}: ${text}`;
  text = lead + text;
  const statement = statementBegunBy(root);
  if (statement?.type === Type.ExpressionStatement && continues(text) && followsUnended(source, statement)) return `;${text}`;
  return apart(source.text, root.range, text);
}

/** Whether what begins so would be read as something else than an expression at this place. */
function beginsOtherwise(root: Node, head: string): boolean {
  const place = statementBegunBy(root);
  switch (place?.type) {
    case Type.ExpressionStatement:
      return /^(?:\{|(?:async\s+)?function\b|class\b|let\s*\[)/.test(head);
    case Type.ExportDefaultDeclaration:
      return /^(?:(?:async\s+)?function|(?:abstract\s+)?class|interface)\b/.test(head);
    case Type.ArrowFunctionExpression:
      return head.startsWith("{");
    default:
      return false;
  }
}

/** Whether an `in` would be read as that of `for (a in b)`. */
function endsHead(root: Node, text: string): boolean {
  if (!/\bin\b/.test(text)) return false;
  for (const { owner, child } of around(root)) {
    if (owner.type === Type.ForStatement) return owner.init === child;
    if (isFunctionNode(owner) && owner.body === child && child.type === Type.BlockStatement) return false;
  }
  return false;
}

/** The statement, or arrow function by its body, whose expression begins with `root`. */
function statementBegunBy(root: Node): Node | undefined {
  let child = root;
  for (let node = root.parent; node; node = node.parent) {
    if (node.type === Type.ExpressionStatement) return node.range[0] === root.range[0] ? node : undefined;
    if (node.type === Type.ExportDefaultDeclaration) return child.range[0] === root.range[0] ? node : undefined;
    if (node.type === Type.ArrowFunctionExpression) return node.body === child && child.range[0] === root.range[0] ? node : undefined;
    if (node.range[0] !== root.range[0]) return undefined;
    child = node;
  }
  return undefined;
}

function isShorthandValue(root: Node): boolean {
  return root.parent?.type === Type.Property && root.parent.shorthand;
}

/** With a space where the text would grow together with its neighbour: `return(await f()).g()`, `a /` before a comment. */
function apart(text: string, [start, end]: Span, replaced: string): string {
  const before = text[start - 1] ?? "";
  const after = text[end] ?? "";
  const first = replaced[0] ?? "";
  const last = replaced.at(-1) ?? "";
  const joins = (one: string, other: string): boolean =>
    (isWordPart(one) && isWordPart(other)) || (one === other && ["+", "-", "/"].includes(one));
  return (joins(before, first) ? " " : "") + replaced + (joins(last, after) ? " " : "");
}

function isWordPart(character: string): boolean {
  return /^[\p{ID_Continue}$]$/u.test(character);
}
