/** Writes what takes a match's place, and fits it to what stands around. */
import type { Piece } from "../../compose.ts";
import type { PyComment } from "../parse.ts";
import type { PyNode } from "../tree/node.ts";
import { type Edit, fill, type Job } from "./fill.ts";
import { callsIn, type KeptList, listOf } from "./kept-lists.ts";
import { leastLevel, level, levelOf } from "./precedence.ts";
import { isParenthesized, within } from "./ranges.ts";
import type { PyRange } from "../tree/node.ts";

/** The new text of a match. */
export interface Rendering {
  readonly piece: Piece;
  /** The code of the file that it holds. */
  readonly kept: readonly PyRange[];
  readonly lists: readonly KeptList[];
  /** Comments that have no place in it. */
  readonly lost: readonly PyComment[];
}

/** Writes a match's new text. An `await` inside the shape is moved before the whole. */
export function render(job: Job): Rendering {
  const { file, match } = job;
  const { template } = job.rewrite.output;
  const { root } = match;
  const filling = fill(job);
  const loose = file.comments.filter(({ range }) => within(range, root.range) && !filling.kept.some((span) => within(range, span)));
  const [call] = callsIn(template);
  const extra: Edit[] = [];
  const isPlaced = call !== undefined && job.quotes.size === 0;
  if (isPlaced && loose.length > 0) {
    const at = listOf(call, { text: template.code, comments: [] })[0];
    const list = filling.lists.find((each) => each.call === call);
    const follows = list ? file.text.slice(list.span[0]) : template.code.slice(at);
    extra.push({ range: [at, at], text: commentsBehind(job, loose, follows) });
  }
  return {
    kept: filling.kept,
    lists: filling.lists,
    lost: isPlaced ? [] : loose,
    piece: {
      span: root.range,
      text: (inner) => {
        const node = writtenNode(job);
        return placed(job, node, filling.text(node, inner, extra));
      },
    },
  };
}

/** Where the code already awaits the match, an `await` of `to` would be a second one. */
function writtenNode({ match, rewrite }: Job): PyNode {
  const { root } = rewrite.output.template;
  return root.type === "PyAwait" && match.root.parent?.type === "PyAwait" ? root.value : root;
}

/** Behind a `(`, where a line break changes nothing. */
function commentsBehind({ file, match }: Job, comments: readonly PyComment[], follows: string): string {
  const { text } = file;
  const lineStart = Math.max(text.lastIndexOf("\n", match.root.range[0] - 1), text.lastIndexOf("\r", match.root.range[0] - 1)) + 1;
  const indentation = /^[ \t\f]*/.exec(text.slice(lineStart))?.[0] ?? "";
  const step = indentation.includes("\t") ? "\t" : "    ";
  const newLine = (/\r\n|[\r\n]/.exec(text)?.[0] ?? "\n") + indentation + step;
  const breaks = /^[ \t\f]*[\r\n]/.test(follows);
  return `  ${comments.map(({ range }) => text.slice(...range)).join(newLine)}${breaks ? "" : newLine}`;
}

/** The text of `node` where the match was: awaited, in parentheses, apart from its neighbours, as each is needed. */
function placed({ file, match, rewrite }: Job, node: PyNode, filled: string): string {
  const { root } = match;
  const { parent } = root;
  const { text: code } = rewrite.output.template;
  let text = filled;
  let own = levelOf(node);
  if (match.awaits.length > 0 && node.type !== "PyAwait" && parent?.type !== "PyAwait") {
    text = `await ${own < level.primary ? `(${text})` : text}`;
    own = level.await;
  }
  const breaks = /[\r\n]/.test(code);
  if (parent && !isParenthesized(root, file.text) && (own < leastLevel({ parent, child: root }) || breaks)) text = `(${text})`;
  return apart(file.text, root.range, text);
}

/** With a space where the text would grow together with its neighbour: `return(await f()).g()`. */
function apart(text: string, [start, end]: PyRange, replaced: string): string {
  const joins = /[\p{ID_Continue}]$/u.test(text.slice(Math.max(0, start - 2), start)) && /^[\p{ID_Continue}"']/u.test(replaced);
  const opens = text[start - 1] === "{" && replaced.startsWith("{");
  const continues = /[\p{ID_Continue}]$/u.test(replaced.slice(-2)) && /^[\p{ID_Continue}]/u.test(text.slice(end, end + 2));
  return (joins || opens ? " " : "") + replaced + (continues ? " " : "");
}
