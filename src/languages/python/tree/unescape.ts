/** Escapes in strings (language reference, 2.5.1). */

const escape = /\\(?:(\r\n|[\r\n])|([0-7]{1,3})|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([\\'"abfnrtv]))/g;

const named: Readonly<Record<string, string>> = { a: "\x07", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };

/** The value of a text string, of what stands between its quotes; `\N{…}` and what is no escape stay as they are. */
export function unescape(text: string): string {
  return text.replaceAll(escape, (all, lineBreak?: string, octal?: string, ...rest: readonly (string | undefined)[]) => {
    if (lineBreak !== undefined) return "";
    const [byte, short, long, letter] = rest;
    const hexadecimal = byte ?? short ?? long;
    if (letter !== undefined && !hexadecimal) return named[letter] ?? letter;
    const point = octal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number.parseInt(octal, 8);
    return point <= 0x10ffff ? String.fromCodePoint(point) : all;
  });
}
