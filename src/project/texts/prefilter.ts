/**
 * Which files can let out what they have from elsewhere, told from their text alone: few need parsing.
 *
 * A file that lets another module's export out has it by a specifier. So of a file that may pass something on, the
 * specifiers are kept, and it is parsed as soon as one of them leads to a module that lets a governed symbol out; by then
 * the file is such a module itself, and others are looked at again, until the set grows no more. No name is looked for:
 * renames, namespaces, defaults and stars are all found, and a manifest of many symbols costs no more than one of few.
 */
import { decoded, readBytes, SIZE_LIMIT } from "../files/file-bytes.ts";
import { isPython } from "../python/module-path.ts";
import { pythonPassingsIn } from "../python/specifiers-in-text.ts";
import { gap, specifiersIn } from "./specifiers-in-text.ts";

/** What a file's text says of it. */
export type Verdict =
  /** It lets nothing out that it has from elsewhere. */
  | { readonly kind: "silent" }
  /** It may, if one of these specifiers leads to a module that lets a governed symbol out. */
  | { readonly kind: "perhaps"; readonly specifiers: readonly string[] }
  /** One of them does. */
  | { readonly kind: "parse" }
  | { readonly kind: "passed over"; readonly reason: string };

const SILENT: Verdict = { kind: "silent" };
const BINARY: Verdict = { kind: "passed over", reason: "the file is binary" };

/** As far as git looks for a null byte. */
const head = 8_000;

/** A default that is defined on the spot is the file's own. */
const ownDefault = String.raw`function\b|class\b|async${gap}function\b|abstract\b|interface\b`;
const passing = new RegExp(String.raw`\bexport${gap}(?:[*{=]|import\b|type${gap}[*{]|default\b${gap}(?!\s|/|${ownDefault}))|\bexports\b`, "y");
const wholly = new RegExp(String.raw`\bexport${gap}(?:[*=]|type${gap}\*)|\bexports\b|\\u|\0`);

/**
 * Judges one file.
 * @param size in bytes, as the listing says
 */
export function judge(path: string, size: number): Verdict {
  if (size > SIZE_LIMIT) return { kind: "passed over", reason: "the file is over 1 MB" };
  const text = readBytes(path, size);
  if (text === undefined) return { kind: "passed over", reason: "the file cannot be read" };
  return isPython(path) ? judgePython(text) : judgeText(text);
}

/** @param text as `readBytes` gives it */
export function judgeText(text: string): Verdict {
  // Other things by a source's name are so from the start.
  if (text.slice(0, head).includes("\0")) return BINARY;
  if (!passesOn(text)) return SILENT;
  if (text.includes("\0")) return BINARY;
  const specifiers = specifiersIn(decoded(text));
  return specifiers.length > 0 ? { kind: "perhaps", specifiers } : SILENT;
}

/** Whether the expression is anywhere in the text. An `x` is rare: to find those first takes a quarter of the time. */
function passesOn(text: string): boolean {
  for (let at = text.indexOf("xport"); at !== -1; at = text.indexOf("xport", at + 1)) {
    passing.lastIndex = Math.max(0, at - 1);
    if (passing.test(text)) return true;
  }
  return false;
}

/** Whatever a module of Python imports it has, and everybody may take it there. */
function judgePython(text: string): Verdict {
  if (text.includes("\0")) return BINARY;
  const specifiers = pythonPassingsIn(decoded(text));
  if (!specifiers) return { kind: "passed over", reason: "its imports cannot be told apart" };
  return specifiers.length > 0 ? { kind: "perhaps", specifiers } : SILENT;
}

/** Whether a module of this text may have an export of that name from elsewhere. */
export function mayPassOn(text: string, name: string): boolean {
  const spelled = name === "default" ? "" : name.replaceAll("$", "\\$");
  return /\bexport\s*(?:type\s*)?\*|\bexport\s+(?:default|import)\b|\bexports?\s*=|\brequire\b/.test(text) || new RegExp(`\\bexport\\s*(?:type\\s*)?\\{[^}]*${spelled}`).test(text);
}

/**
 * The bytes of a file that exports no name that it does not spell; `undefined` where it may: by a star, by CommonJS, or
 * since it cannot be read here.
 */
export function closedText(path: string, size: number): string | undefined {
  const text = size > SIZE_LIMIT ? undefined : readBytes(path, size);
  return text === undefined || wholly.test(text) ? undefined : text;
}
