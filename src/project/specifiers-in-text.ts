/** Specifiers in a file's text, found without parsing: every one that is there, and maybe some that only look like one. */

/**
 * White space and comments, which may stand between any two tokens; and bytes beyond ASCII, which may be white space.
 * Each part ends in one way only: else a banner of slashes would be tried in more ways than there is time for.
 */
export const gap = String.raw`(?:\s|[\x80-\uffff]|/\*[^*]*\*+(?:[^/*][^*]*\*+)*/|//[^\r\n]*[\r\n])*`;

const literal = String.raw`(["'\x60])((?:(?!\1)[^\\\n]|\\[^])+)\1`;
const imported = new RegExp(String.raw`\b(?:from|import|require)${gap}(?:\(${gap})?${literal}`, "g");
const importCall = new RegExp(String.raw`\bimport${gap}\(${gap}${literal}`, "g");
/** Type arguments are of any shape (`vi.importActual<typeof import("./a")>("./a")`), and not long. */
const mocked = new RegExp(String.raw`\b(?:\w*[mM]ock\w*|\w*[aA]ctual)\b["'\x60]?${gap}[\]?.!]*${gap}(?:<[^]{0,300}?>${gap})?\(${gap}(?:import${gap}\(${gap})?${literal}`, "g");

/** Every specifier in an import, a re-export, or a call of `import` or `require`. */
export function specifiersIn(text: string): readonly string[] {
  return literalsOf(text, imported);
}

/** Every specifier in `import("m")`, as an expression and as a type. */
export function importCallsIn(text: string): readonly string[] {
  return text.includes("import") ? literalsOf(text, importCall) : [];
}

/** Every specifier in a call by which a test runner mocks a module, or gives the real one. */
export function mocksIn(text: string): readonly string[] {
  return /[mM]ock|[aA]ctual/.test(text) ? literalsOf(text, mocked) : [];
}

/** The text of a file whose bytes were taken for characters. */
export function decoded(bytes: string): string {
  return /[\x80-\xff]/.test(bytes) ? Buffer.from(bytes, "latin1").toString("utf8") : bytes;
}

/** A text as it is shown where bytes are taken for characters: the other way round. */
export function asBytes(text: string): string {
  return /[^\0-\x7f]/.test(text) ? Buffer.from(text, "utf8").toString("latin1") : text;
}

function literalsOf(text: string, pattern: RegExp): readonly string[] {
  const found = new Set<string>();
  for (const [, , written = ""] of text.matchAll(pattern)) found.add(written.includes("\\") ? unescaped(written) : written);
  return [...found];
}

/** What a string literal's text stands for. */
function unescaped(written: string): string {
  return written.replace(/\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2})|(\r\n|[^]))/gi, (_, braced: string | undefined, four: string | undefined, two: string | undefined, other: string | undefined) => {
    const code = braced ?? four ?? two;
    if (code !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10_ff_ff));
    return /^[\r\n\u2028\u2029]/.test(other ?? "") ? "" : (other ?? "");
  });
}
