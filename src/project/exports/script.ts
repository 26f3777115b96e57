/** A script, whole. */
import type { ParseResult } from "oxc-parser";
import { readText } from "../files/disk.ts";
import { SIZE_LIMIT } from "../files/file-bytes.ts";
import { parse } from "./record.ts";

/**
 * What `use` makes of a file's tree and text; `undefined` where it is no script, cannot be read, or throws while it is parsed or used.
 *
 * @param path absolute
 * @param size of the file in bytes
 */
export function fromScript<Result>(path: string, size: number, use: (parsed: ParseResult, text: string) => Result): Result | undefined {
  const text = size > SIZE_LIMIT || !/\.[cm]?[jt]sx?$/.test(path) ? undefined : readText(path);
  if (text === undefined) return undefined;
  try {
    return use(parse(path, text), text);
  } catch {
    return undefined;
  }
}
