/** ESLint's disable comments in a file's text, found without parsing. */

/** What each of them lists: rules, or nothing where it is about all of them. */
export function disableCommentsIn(text: string): readonly string[] {
  return [...text.matchAll(/eslint-disable(?:-next-line|-line)?(?![\w-])((?:(?!--|\*\/)[^\n])*)/g)].map(([, listed = ""]) => listed.trim());
}
