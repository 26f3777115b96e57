/** How the dotted texts that lead to a module of Python end. */
import { posix } from "node:path";
import { dottedText } from "./module-path.ts";

/**
 * The last name of the path that a text leads to: a part of that module's path. `undefined` where the text does not tell.
 * @param folder of the file that writes it; absolute real path
 */
export function endOfDotted(folder: string, specifier: string, hasLinks: boolean): string | undefined {
  const text = dottedText(specifier);
  const last = text?.parts.at(-1);
  if (!text || last !== undefined) return last;
  return hasLinks ? undefined : posix.basename(posix.join(folder, ...Array<string>(text.level - 1).fill("..")));
}
