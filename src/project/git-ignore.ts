/** git's ignore rules for folders and files: https://git-scm.com/docs/gitignore (every `.gitignore`, and `info/exclude`). */
import { posix } from "node:path";
import ignore, { type Ignore } from "ignore";
import { readText } from "./disk.ts";

/** The rules of one file, for what lies below its folder. */
interface RuleFile {
  /** Absolute, with `/`. */
  readonly folder: string;
  readonly rules: Ignore;
  /** Whether any rule may be about something of that name: most names are no rule's affair, and there are many to ask about. */
  mayMean(name: string, folder: string): boolean;
}

/** The rules that hold in one folder: of the nearest folder first. */
export type IgnoreRules = readonly RuleFile[];

/** The rules that hold in `folder` by the folders above it, up to the repository's root; none outside of a repository. */
export function rulesAbove(folder: string, isRepository: (folder: string) => boolean): IgnoreRules {
  const above: string[] = [];
  for (let at = folder; ; at = posix.dirname(at)) {
    if (at !== folder) above.push(at);
    if (isRepository(at)) break;
    // Without git around it, the project's own `.gitignore` files still say what is no source.
    if (posix.dirname(at) === at) return [];
  }
  let rules: IgnoreRules = [];
  const top = above.at(-1) ?? folder;
  const exclude = readText(posix.join(top, ".git/info/exclude"));
  if (exclude !== undefined) rules = withRules(rules, top, exclude);
  for (const each of above.reverse()) {
    const text = readText(posix.join(each, ".gitignore"));
    if (text !== undefined) rules = withRules(rules, each, text);
  }
  return rules;
}

/** The rules with those of a nearer `.gitignore`. */
export function withRules(rules: IgnoreRules, folder: string, text: string): IgnoreRules {
  // A file of comments alone is asked about nothing.
  if (!/^[^#\s]/m.test(text)) return rules;
  return [{ folder, rules: ignore({ ignorecase }).add(text), mayMean: namesOf(text.split(/\r?\n/)) }, ...rules];
}

/** git's own default: as the file system has it. */
const ignorecase = process.platform === "win32" || process.platform === "darwin";

/** Tells from the last part of each pattern which names it may be about: what is above them is not ignored, or nobody asks. */
function namesOf(patterns: readonly string[]): (name: string, folder: string) => boolean {
  const exact = new Set<string>();
  const shapes: Shape[] = [];
  const within: Shape[] = [];
  for (const pattern of patterns) {
    const trimmed = pattern.replace(/^!/, "").replace(/\s+$/, "").replace(/\/+$/, "");
    if (trimmed === "" || pattern.startsWith("#")) continue;
    const [last = "", above] = fold(trimmed).split("/").reverse();
    if (/^\*+$/.test(last) && above !== undefined && above !== "") within.push(shapeOf(above));
    else if (special.test(last)) shapes.push(shapeOf(last));
    else exact.add(last);
  }
  return (name, folder) => {
    const folded = fold(name);
    return exact.has(folded) || shapes.some((shape) => fits(folded, shape)) || (within.length > 0 && within.some((shape) => fits(fold(folder), shape)));
  };
}

/** What a name has to begin and end with. */
type Shape = readonly [start: string, end: string];

const special = /[*?[\]\\\s]/;

function shapeOf(part: string): Shape {
  return [/^[^*?[\]\\\s]*/.exec(part)?.[0] ?? "", /[^*?[\]\\\s]*$/.exec(part)?.[0] ?? ""];
}

function fits(name: string, [start, end]: Shape): boolean {
  return name.startsWith(start) && name.endsWith(end);
}

function fold(name: string): string {
  return ignorecase ? name.toLowerCase() : name;
}

/**
 * Whether git leaves a path out. What lies below an ignored folder is never asked about: git does not look there either.
 * @param path absolute; a folder's ends in `/`
 */
export function isIgnored(rules: IgnoreRules, path: string): boolean {
  const [name = "", above = ""] = (path.endsWith("/") ? path.slice(0, -1) : path).split("/").slice(-2).reverse();
  for (const { folder, rules: own, mayMean } of rules) {
    if (!mayMean(name, above)) continue;
    const { ignored, unignored } = own.test(path.slice(folder === "/" ? 1 : folder.length + 1));
    if (ignored || unignored) return ignored;
  }
  return false;
}
