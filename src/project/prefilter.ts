/**
 * Which files can let out what they have from elsewhere, told from their text alone: few need parsing.
 *
 * A file that lets another module's export out has it by a specifier. So of a file that may pass something on, the
 * specifiers are kept, and it is parsed as soon as one of them leads to a module that lets a governed symbol out; by then
 * the file is such a module itself, and others are looked at again, until the set grows no more. No name is looked for:
 * renames, namespaces, defaults and stars are all found, and a manifest of many symbols costs no more than one of few.
 */
import { closeSync, openSync, readSync } from "node:fs";

/** What a file's text says of it. */
export type Verdict =
  /** It lets nothing out that it has from elsewhere. */
  | { readonly kind: "silent" }
  /** It may, if one of these specifiers leads to a module that lets a governed symbol out. */
  | { readonly kind: "perhaps"; readonly specifiers: readonly string[] }
  /** One of them does. */
  | { readonly kind: "parse" }
  | { readonly kind: "passed over"; readonly reason: string };

/** Past this size in bytes a file is a bundle or data. The same bound as a record's. */
const SIZE_LIMIT = 1_000_000;

const SILENT: Verdict = { kind: "silent" };

/** White space and comments, which may stand between any two tokens. */
const gap = String.raw`(?:\s|/\*[^]*?\*/|//[^\n]*)*`;
/** A default that is defined on the spot is the file's own. */
const ownDefault = String.raw`function\b|class\b|async${gap}function\b|abstract\b|interface\b`;
const passesOn = new RegExp(String.raw`\bexport${gap}(?:[*{=]|import\b|type${gap}[*{]|default\b${gap}(?!\s|/|${ownDefault}))|\bexports\b`);
const wholly = new RegExp(String.raw`\bexport${gap}(?:[*=]|type${gap}\*)|\bexports\b|\\u|\0`);
const anySpecifier = /(?:\bfrom|\bimport|\brequire\s*\()\s*\(?\s*(?:\/\*[^]*?\*\/\s*|\/\/[^\n]*\n\s*)*(["'`])([^"'`\n]+)\1/g;
/** A test may name a module by its mock alone. */
const mayMock = /[mM]ock|[aA]ctual/;
const mocked = /(?:[mM]ock\w*|[aA]ctual)\s*(?:<[^()]*>)?\s*\(\s*(?:\/\*[^]*?\*\/\s*)*(["'`])([^"'`\n]+)\1/g;

/** A file's text is looked at byte by byte: one byte is one character, whatever it stands for in UTF-8. */
let buffer = Buffer.allocUnsafeSlow(64 * 1024);

/** The text's bytes as characters; `undefined` where the file cannot be read. Much faster than decoding. */
export function readBytes(path: string, size: number): string | undefined {
  if (buffer.length < size + 1) buffer = Buffer.allocUnsafeSlow(Math.max(size + 1, buffer.length * 2));
  try {
    const descriptor = openSync(path, "r");
    try {
      let length = 0;
      // One call is enough where the size is right, and a system call is what reading a small file costs.
      for (let read = -1; read !== 0 && length !== size && length < buffer.length; length += read) read = readSync(descriptor, buffer, length, buffer.length - length, null);
      return buffer.toString("latin1", 0, length);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}

/**
 * Judges one file.
 * @param size in bytes, as the listing says
 */
export function judge(path: string, size: number): Verdict {
  if (size > SIZE_LIMIT) return { kind: "passed over", reason: "the file is over 1 MB" };
  const text = readBytes(path, size);
  return text === undefined ? { kind: "passed over", reason: "the file cannot be read" } : judgeText(text);
}

/** @param text as `readBytes` gives it */
export function judgeText(text: string): Verdict {
  if (!passesOn.test(text)) return SILENT;
  if (text.includes("\0")) return { kind: "passed over", reason: "the file is binary" };
  const specifiers = specifiersIn(text);
  return specifiers.length > 0 ? { kind: "perhaps", specifiers } : SILENT;
}

/** A name as `readBytes` shows it. */
export function asBytes(text: string): string {
  return Buffer.from(text, "utf8").toString("latin1");
}

/** Whether a file may export names that its text does not have: by a star, by CommonJS, or since it cannot be read here. */
export function passesAllOn(path: string, size: number): boolean {
  const text = size > SIZE_LIMIT ? undefined : readBytes(path, size);
  return text === undefined || wholly.test(text);
}

/**
 * Every specifier of a text, and maybe some that only look like one.
 * @param text as `readBytes` gives it
 */
export function specifiersIn(text: string): readonly string[] {
  const found = new Set<string>();
  for (const pattern of mayMock.test(text) ? [anySpecifier, mocked] : [anySpecifier])
    for (const [, , specifier] of text.matchAll(pattern))
      if (specifier !== undefined) found.add(/[\x80-\xff]/.test(specifier) ? Buffer.from(specifier, "latin1").toString("utf8") : specifier);
  return [...found];
}
