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
import { decoded, gap, specifiersIn } from "./specifiers-in-text.ts";

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
const BINARY: Verdict = { kind: "passed over", reason: "the file is binary" };

/** As far as git looks for a null byte. */
const head = 8_000;

/** What may pass something on without naming it. A default that is defined on the spot is the file's own. */
const passesOn = String.raw`\bexport${gap}(?:[{=]|import\b|type${gap}\{|default\b${gap}(?!function\b|class\b|async${gap}function\b|abstract\b|interface\b|\s|/))|\bexports\b`;
const star = String.raw`\bexport${gap}(?:type${gap})?\*`;

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
    // Other things by a source's name are so from the start.
    if (text.slice(0, head).includes("\0")) return BINARY;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      if (match[1] !== undefined) return text.includes("\0") ? BINARY : PARSE;
      mayPassOn = true;
    }
    if (!mayPassOn) return SILENT;
    if (text.includes("\0")) return BINARY;
    const specifiers = specifiersIn(decoded(text));
    return specifiers.length > 0 ? { kind: "perhaps", specifiers } : SILENT;
  }
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
