/** git's ignore rules for folders and files: https://git-scm.com/docs/gitignore (every `.gitignore`, and `info/exclude`). */
import { posix } from "node:path";
import ignore, { type Ignore } from "ignore";
import { readText } from "./disk.ts";

/** The rules of one file, for what lies below its folder. */
interface RuleFile {
  /** Absolute, with `/`. */
  readonly folder: string;
  readonly rules: Ignore;
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
  return [{ folder, rules: ignore().add(text) }, ...rules];
}

/**
 * Whether git leaves a path out. What lies below an ignored folder is never asked about: git does not look there either.
 * @param path absolute; a folder's ends in `/`
 */
export function isIgnored(rules: IgnoreRules, path: string): boolean {
  for (const { folder, rules: own } of rules) {
    const { ignored, unignored } = own.test(path.slice(folder === "/" ? 1 : folder.length + 1));
    if (ignored || unignored) return ignored;
  }
  return false;
}
