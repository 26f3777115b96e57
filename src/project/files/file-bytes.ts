/** What is in a file, as bytes that are taken for characters. */
import { closeSync, openSync, readSync } from "node:fs";
import { isAscii } from "../../languages/words.ts";

/** Past this size in bytes a file is a bundle or data, and reading it would be felt. */
export const SIZE_LIMIT = 1_000_000;

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

/** The text of a file whose bytes were taken for characters. */
export function decoded(bytes: string): string {
  return isAscii(bytes) ? bytes : Buffer.from(bytes, "latin1").toString("utf8");
}

/** A text as it is shown where bytes are taken for characters: the other way round. */
export function asBytes(text: string): string {
  return isAscii(text) ? text : Buffer.from(text, "utf8").toString("latin1");
}
