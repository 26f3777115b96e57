/** Where in a text of Python a word stands: behind which dot, and whether it stands for itself. */
import { posix } from "node:path";
import { lastPart } from "./module-path.ts";

/** What makes `m` a part of `m.x`, or of `from m import x`; what follows in `"m." + x` and `f"m.{x}"` is unknown. */
const goesOn = /\s*\.(?!["'{%])|[\s\\]+import\b/y;
const isRenamed = /[\s\\]+as\b/y;
const isImported = /\b(?:import|from)[ \t]+[\w.]*$/;
/** A module's name is no longer, in UTF-16 units, and what looks back is slow. */
export const lookBack = 200;

/**
 * The name before the dot before an offset, of a relative import the package's: empty where something else is there,
 * `undefined` where there is no dot.
 */
export function nameBefore(text: string, offset: number, path: string): string | undefined {
  const afterDot = behindGap(text, offset);
  if (text[afterDot - 1] !== ".") {
    const isInString = isQuote.test(text[offset - 1] ?? "");
    return (isInString ? joined : commented).test(text.slice(Math.max(0, afterDot - lookBack), offset)) ? "" : undefined;
  }
  let [end, level] = [behindGap(text, afterDot - 1), 1];
  // A comment may stand there, whose words are not the code's.
  if (/[\r\n]/.test(text.slice(end, afterDot))) return "";
  for (; text[end - 1] === "."; level++) end = behindGap(text, end - 1);
  let start = end;
  while (isPart.test(text[start - 1] ?? "")) start--;
  const name = text.slice(start, end);
  return name === "from" ? lastPart(folderAbove(path, level)) : name;
}

const isQuote = /["']/;
const isPart = /[\w\x80-\uffff]/;
/** The end of a string, and where the next one of the same sum begins. */
const joined = /\.["'][\s\\]*(?:\+[\s\\]*)?\w?["']$/;
/** A dot, and comments behind it. */
const commented = /\.[\s\\]*(?:#[^\r\n]*[\r\n][\s\\]*)+$/;

/** Where the gap before an offset begins. */
function behindGap(text: string, offset: number): number {
  let end = offset;
  while (/[\s\\]/.test(text[end - 1] ?? "")) end--;
  return end;
}

/** Whether the word between two offsets stands for what it names, and not for the way to something in it. */
export function isValue(text: string, start: number, end: number): boolean {
  goesOn.lastIndex = end;
  if (goesOn.test(text)) return false;
  isRenamed.lastIndex = end;
  // Under another name it is as good as any use.
  return isRenamed.test(text) || !isImported.test(text.slice(Math.max(0, start - lookBack), start));
}

/** The folder that so many dots lead to. */
export function folderAbove(path: string, level: number): string {
  return level === 0 ? path : folderAbove(posix.dirname(path), level - 1);
}
