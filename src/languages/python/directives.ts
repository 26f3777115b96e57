/** ESLint's comments in Python: `# eslint-disable-next-line rule -- why`, `# eslint rule: "off"`. */
import { ConfigCommentParser, Directive } from "@eslint/plugin-kit";
import type { DirectiveType, FileProblem, RulesConfig } from "@eslint/core";
import type { Lines } from "./lines.ts";
import type { PyComment } from "./parse.ts";

const parser = new ConfigCommentParser();

/** A directive may follow another tool's in one comment: `# noqa: F401  # eslint-disable-line`. */
const behindAnother = /#\s*(?=eslint-disable-line\b)/g;

const configuring = new Set(["eslint", "eslint-disable", "eslint-enable", "eslint-disable-line", "eslint-disable-next-line"]);

/** The comments, or the parts of comments, that speak to ESLint. */
export function inlineConfigNodes(comments: readonly PyComment[], lines: Lines): PyComment[] {
  return comments.map((comment) => lastPart(comment, lines)).filter(({ value }) => configuring.has(parser.parseDirective(value)?.label ?? ""));
}

function lastPart(comment: PyComment, lines: Lines): PyComment {
  const found = [...comment.value.matchAll(behindAnother)].at(-1);
  if (!found) return comment;
  const [start, end] = comment.range;
  // The comment's own `#` is not in its value.
  const begin = start + 1 + found.index;
  const value = comment.value.slice(found.index + 1);
  return { type: "PyComment", value, range: [begin, end], loc: { start: lines.position(begin), end: comment.loc.end } };
}

/** The disable and enable directives. */
export function disableDirectives(nodes: readonly PyComment[]): Directive[] {
  return nodes.flatMap((node) => {
    const directive = parser.parseDirective(node.value);
    const type = typeOf(directive?.label);
    return directive && type ? [new Directive({ type, node, value: directive.value, justification: directive.justification })] : [];
  });
}

function typeOf(label: string | undefined): DirectiveType | undefined {
  switch (label) {
    case "eslint-disable":
      return "disable";
    case "eslint-enable":
      return "enable";
    case "eslint-disable-line":
      return "disable-line";
    case "eslint-disable-next-line":
      return "disable-next-line";
    default:
      return undefined;
  }
}

/** What comments in the file say of rules. */
export interface InlineConfig {
  readonly configs: { config: { rules: RulesConfig }; loc: PyComment["loc"] }[];
  readonly problems: FileProblem[];
}

/** The rules that `# eslint …` comments set. */
export function inlineConfig(nodes: readonly PyComment[]): InlineConfig {
  const result: InlineConfig = { configs: [], problems: [] };
  for (const { value, loc } of nodes) {
    const directive = parser.parseDirective(value);
    if (directive?.label !== "eslint") continue;
    const parsed = parser.parseJSONLikeConfig(directive.value);
    if (parsed.ok) result.configs.push({ config: { rules: parsed.config }, loc });
    else result.problems.push({ ruleId: null, message: parsed.error.message, loc });
  }
  return result;
}
