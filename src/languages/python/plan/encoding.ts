/** Files that a linter cannot write as they were. */

/** PEP 263: in the first line, or in the second behind a comment or nothing. */
const cookie = /^(?:[ \t\f]*(?:#[^\r\n]*)?(?:\r\n?|\n))?[ \t\f]*#[^\r\n]*?coding[:=][ \t]*([-\w.]+)/;

/**
 * Why no edit may be made; `undefined` where nothing is in its way. ESLint reads and writes UTF-8: of a file in another
 * encoding it has lost the letters beyond ASCII, and would write their loss. U+FFFD itself is meant where the file's bytes are
 * UTF-8, or it declares so.
 *
 * @param isInUtf8 whether the bytes are; asked only where it matters
 */
export function whyNotWritten(text: string, isInUtf8: () => boolean): string | undefined {
  if (!text.includes("\uFFFD") || isInUtf8()) return undefined;
  const declared = cookie.exec(text)?.[1];
  if (declared === undefined) return "the file has letters that are not in UTF-8, and ESLint would write what it has lost";
  return /^utf[-_]?8\b/i.test(declared) ? undefined : `the file is in ${declared}, and ESLint would write it in UTF-8`;
}
