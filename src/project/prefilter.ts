/**
 * Which files can let a governed symbol out, told from their text alone: few need parsing.
 *
 * A file that lets a symbol out has it from somewhere. By a list it names the symbol, by the name under which the other
 * module lets it out; `export *` names nothing. What goes through whole (a namespace, a default, `module.exports`)
 * names only the module, by a specifier. So a file needs parsing when its text has a governed name or an `export *`;
 * when it may pass something on in another way, its specifiers are kept, and it is parsed as soon as one of them leads
 * to a module that lets a governed symbol out. That set grows until it grows no more.
 */
import { closeSync, openSync, readSync } from "node:fs";

/** What a file's text says of it. */
export type Verdict =
  /** It lets nothing out that it has from elsewhere, or nothing that is governed. */
  | { readonly kind: "silent" }
  /** It may, if one of these specifiers leads to a module that lets a governed symbol out. */
  | { readonly kind: "perhaps"; readonly specifiers: readonly string[] }
  /** It has to be parsed. */
  | { readonly kind: "parse" }
  | { readonly kind: "passed over"; readonly reason: string };

/** Past this size in bytes a file is a bundle or data. The same bound as a record's. */
const SIZE_LIMIT = 1_000_000;

const SILENT: Verdict = { kind: "silent" };
const PARSE: Verdict = { kind: "parse" };

/** What may pass something on without naming it. A default that is defined on the spot is the file's own. */
const gap = String.raw`(?:\s|/\*[^]*?\*/|//[^\n]*)*`;
const passesOn = String.raw`\bexport${gap}(?:[{=]|import\b|type${gap}\{|default\b${gap}(?!function\b|class\b|async\s+function\b|abstract\b|interface\b|\s|/))|\bexports\b`;
const star = String.raw`\bexport${gap}(?:type${gap})?\*`;
/** A test may name a module by its mock alone. */
const mayMock = /[mM]ock|[aA]ctual/;
const mocked = /(?:[mM]ock\w*|[aA]ctual)\s*(?:<[^()]*>)?\s*\(\s*(?:\/\*[^]*?\*\/\s*)*(["'`])([^"'`\n]+)\1/g;
const anySpecifier = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)(?:\/\*[^]*?\*\/\s*)*(["'`])([^"'`\n]+)\1/g;

/** A file's text is looked at byte by byte: one byte is one character, whatever it stands for in UTF-8. */
let buffer = Buffer.allocUnsafeSlow(64 * 1024);

/** The text's bytes as characters; `undefined` where the file cannot be read. Much faster than decoding. */
export function readBytes(path: string, size: number): string | undefined {
  if (buffer.length < size + 1) buffer = Buffer.allocUnsafeSlow(Math.max(size + 1, buffer.length * 2));
  try {
    const descriptor = openSync(path, "r");
    try {
      let length = 0;
      for (let read = -1; read !== 0 && length < buffer.length; length += read) read = readSync(descriptor, buffer, length, buffer.length - length, null);
      return buffer.toString("latin1", 0, length);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}

/** A name or specifier as `readBytes` shows it. */
export function asBytes(text: string): string {
  return Buffer.from(text, "utf8").toString("latin1");
}

/** Judges texts by one set of names. */
export class Prefilter {
  readonly #pattern: RegExp;

  /** @param names under which governed symbols are let out; `default` and `*` name nothing and are left out */
  constructor(names: Iterable<string>) {
    const wanted = [...new Set(names)].filter((name) => name !== "default" && name !== "*").map((name) => escaped(asBytes(name)));
    this.#pattern = new RegExp(`(${[...wanted, star].join("|")})|${passesOn}`, "g");
  }

  /** @param size in bytes, as the listing says */
  judge(path: string, size: number): Verdict {
    if (size > SIZE_LIMIT) return { kind: "passed over", reason: "the file is over 1 MB" };
    const text = readBytes(path, size);
    return text === undefined ? { kind: "passed over", reason: "the file cannot be read" } : this.judgeText(text);
  }

  /** @param text as `readBytes` gives it */
  judgeText(text: string): Verdict {
    const pattern = this.#pattern;
    pattern.lastIndex = 0;
    let mayPassOn = false;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      if (match[1] !== undefined) return text.includes("\0") ? { kind: "passed over", reason: "the file is binary" } : PARSE;
      mayPassOn = true;
    }
    if (!mayPassOn) return SILENT;
    const specifiers = specifiersIn(text);
    return specifiers.length > 0 ? { kind: "perhaps", specifiers } : SILENT;
  }
}

/**
 * Every specifier of a text, and maybe some that only look like one.
 * @param text as `readBytes` gives it
 */
export function specifiersIn(text: string): readonly string[] {
  const found = new Set<string>();
  const patterns = mayMock.test(text) ? [anySpecifier, mocked] : [anySpecifier];
  for (const pattern of patterns) for (const [, , specifier] of text.matchAll(pattern)) if (specifier !== undefined) found.add(/[\x80-\xff]/.test(specifier) ? Buffer.from(specifier, "latin1").toString("utf8") : specifier);
  return [...found];
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
