/** Expressions that find words in a text. */

/** Whether all characters of a text are ASCII: by its length in UTF-8, which is known several times sooner than by a look for others. */
export function isAscii(text: string): boolean {
  return Buffer.byteLength(text) === text.length;
}

/** The source of an expression that finds this very text. */
export function literally(text: string): string {
  return text.replaceAll(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`);
}

/**
 * The source of an expression that finds any of some words, and none as a part of a longer one.
 * @param letter what words are made of, as an expression: the usual ones stand for ASCII letters, so that others end a word
 */
export function anyWord(words: Iterable<string>, letter = String.raw`\w`): string {
  const sources = Array.from(new Set(words), literally);
  return sources.length === 0 ? "[]" : `(?<!${letter})(?:${sources.join("|")})(?!${letter})`;
}
