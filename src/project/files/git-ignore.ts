/** git's ignore rules for folders and files: https://git-scm.com/docs/gitignore (every `.gitignore`, and `info/exclude`). */
import { posix } from "node:path";
import ignore, { type Ignore } from "ignore";
import { readText } from "./disk.ts";
import { asBytes } from "./file-bytes.ts";
import type { Repository } from "./git-repository.ts";

/** The rules of one file, for what lies below its folder. */
interface RuleFile {
  /** Absolute, with `/`. */
  readonly folder: string;
  readonly rules: Ignore;
  /** Rules for what lies in folders that these rules alone would ignore, but nearer ones do not; by folder. */
  readonly within: Map<string, Ignore>;
  readonly text: string;
  /** Whether any rule may be about something of that name: most names are no rule's affair, and there are many to ask about. */
  mayMean(name: string, folder: string): boolean;
}

/** The rules that hold in one folder: of the nearest folder first. Below a folder that is ignored everything is, whatever is said there. */
export type IgnoreRules = readonly RuleFile[] | "everything";

/** A file that has rules for what is below its folder, if it is there. */
export interface IgnoreFile {
  /** Absolute, with `/`. */
  readonly path: string;
  readonly folder: string;
}

/**
 * The files whose rules hold in `folder` by the folders above it, up to the repository's root, the strongest last; none
 * outside of a repository: without git around it, the project's own `.gitignore` files still say what is no source.
 */
export function ignoreFilesAbove(folder: string, repository: Repository | undefined): readonly IgnoreFile[] {
  if (!repository) return [];
  const above: IgnoreFile[] = [];
  for (let at = folder; at !== repository.top; ) {
    at = posix.dirname(at);
    above.push({ path: posix.join(at, ".gitignore"), folder: at });
  }
  return [{ path: posix.join(repository.common, "info/exclude"), folder: repository.top }, ...above.reverse()];
}

/** The rules that hold in `folder` by the folders above it. */
export function rulesAbove(folder: string, repository: Repository | undefined): IgnoreRules {
  let rules: IgnoreRules = [];
  for (const file of ignoreFilesAbove(folder, repository)) rules = withRules(rules, file.folder, readText(file.path) ?? "");
  return rules;
}

/** The rules with those of a nearer `.gitignore`. */
export function withRules(rules: IgnoreRules, folder: string, text: string): IgnoreRules {
  // A file of comments alone is asked about nothing.
  if (rules === "everything" || !/^[^#\r\n]/m.test(text)) return rules;
  // git matches bytes: to it, `?` is no `ü`.
  const bytes = asBytes(text);
  return [{ folder, text: bytes, rules: ignore({ ignorecase }).add(bytes), within: new Map(), mayMean: namesOf(bytes.split(/\r?\n/)) }, ...rules];
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
    if (last === "*" && above !== undefined && above !== "") within.push(shapeOf(above));
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
 * Whether git leaves a path out. Of what lies below an ignored folder it is asked by the rules that `below` gives.
 * @param path absolute; a folder's ends in `/`
 */
export function isIgnored(rules: IgnoreRules, path: string): boolean {
  if (rules === "everything") return true;
  const [name = "", above = ""] = asBytes(path.endsWith("/") ? path.slice(0, -1) : path).split("/").slice(-2).reverse();
  for (const file of rules) {
    if (!file.mayMean(name, above)) continue;
    const { ignored, unignored } = testIn(file, asBytes(path.slice(file.folder === "/" ? 1 : file.folder.length + 1)));
    if (ignored || unignored) return ignored;
  }
  return false;
}

/** The rules of a folder for one in it (absolute). */
export function below(folder: string, rules: IgnoreRules): IgnoreRules {
  return isIgnored(rules, `${folder}/`) ? "everything" : rules;
}

/** What the rules say of a path below their folder, whatever they say of the folders on the way: nobody asks below ignored ones. */
function testIn({ rules, text, within }: RuleFile, path: string): { ignored: boolean; unignored: boolean } {
  const parent = posix.dirname(path);
  if (parent === "." || !rules.test(`${parent}/`).ignored) return rules.test(path);
  let own = within.get(parent);
  if (!own) {
    const above = parent.split("/").map((_, index, parts) => `!/${parts.slice(0, index + 1).join("/").replace(/[\\*?[\]\s]/g, "\\$&")}/`);
    within.set(parent, (own = ignore({ ignorecase }).add(text).add(above)));
  }
  return own.test(path);
}
