/** Files that a linter cannot write as they were. */

/** PEP 263: in the first line, or in the second behind a comment or nothing. */
const cookie = /^(?:[ \t\f]*(?:#[^\r\n]*)?(?:\r\n?|\n))?[ \t\f]*#[^\r\n]*?coding[:=][ \t]*([-\w.]+)/;

/**
 * Why no edit may be made; `undefined` where nothing is in its way. ESLint reads and writes UTF-8: of a file that declares
 * another encoding it has lost the letters beyond ASCII, and would write their loss.
 */
export function whyNotWritten(text: string): string | undefined {
  if (!text.includes("\uFFFD")) return undefined;
  const declared = cookie.exec(text)?.[1];
  return declared === undefined || /^utf[-_]?8\b/i.test(declared) ? undefined : `the file is in ${declared}, and ESLint would write it in UTF-8`;
}
