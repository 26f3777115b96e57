/** Whether a file has to be parsed at all, told from its text. */
import { isAscii, literally } from "../words.ts";

/** Tells of a text whether it names something that is looked for. */
export type Mentions = (text: string) => boolean;

/** Names that are only known when a file is at hand. */
export interface LiveNames {
  /** `undefined`: the file is to be parsed, whatever it spells. */
  mentionsFor(path: string, languageOptions: object): Mentions | undefined;
  /** The same, where it is not known yet, as far as can be told from where the file lies. */
  guessFor(path: string): Mentions | undefined;
}

/** Whether a language option is such an object. */
function isLive(names: unknown): names is LiveNames {
  return typeof names === "object" && names !== null && "mentionsFor" in names && typeof names.mentionsFor === "function";
}

/**
 * Whether a file has to be parsed.
 * @param languageOptions as ESLint has them
 */
export function isMentioned(text: string, path: string, languageOptions: { readonly ssotNames?: unknown }): boolean {
  const { ssotNames } = languageOptions;
  if (!isLive(ssotNames)) return mentionsOf(ssotNames)(text);
  const mentions = ssotNames.mentionsFor(path, languageOptions);
  return mentions === undefined || hasDirective(text) || inNormalForm(mentions)(text);
}

/**
 * Whether an error of a file that does not parse is to be told. It must not depend on which file came first in a run, of
 * which the names are not known yet; and a file that was parsed for its comments alone is nobody's concern.
 */
export function isErrorWanted(text: string, path: string, { ssotNames }: { readonly ssotNames?: unknown }): boolean {
  const mentions = isLive(ssotNames) ? ssotNames.guessFor(path) : undefined;
  return mentions === undefined || inNormalForm(mentions)(text);
}

let last: { readonly names: unknown; readonly mentions: Mentions } | undefined;

/**
 * Reads the language option `ssotNames`: a list of names, or the source of a regular expression that finds one.
 * Absent, or anything else: every file is to be parsed.
 */
export function mentionsOf(names: unknown): Mentions {
  // ESLint hands the same options over for every file of a run.
  if (last?.names !== names || !last) last = { names, mentions: makeMentions(names) };
  return last.mentions;
}

function makeMentions(names: unknown): Mentions {
  const source = Array.isArray(names) ? sourceOf(names) : names;
  if (typeof source !== "string") return () => true;
  const expression = new RegExp(source, "u");
  const mentions = inNormalForm((text) => expression.test(text));
  return (text) => hasDirective(text) || mentions(text);
}

/** A directive may be unused or misspelt, which only a comment that was read can tell. Few files have the word at all. */
function hasDirective(text: string): boolean {
  return text.includes("eslint") && /#[^\r\n]*\beslint\b/.test(text);
}

function inNormalForm(mentions: Mentions): Mentions {
  return (text) => {
    if (mentions(text)) return true;
    // Python compares identifiers in normal form KC.
    return !isAscii(text) && mentions(text.normalize("NFKC"));
  };
}

function sourceOf(names: readonly unknown[]): string {
  const literals = names.filter((name) => typeof name === "string" && name !== "").map((name) => literally(String(name)));
  // No name at all: nothing is found.
  return literals.length > 0 ? literals.join("|") : "[]";
}
