/** The values of pyright's nodes that are no children, as our nodes hold them. */
import type { RawNode, RawToken } from "../python-parser.cjs";
import type { PyRange } from "./node.ts";
import { unescape } from "./unescape.ts";

/** Operators by pyright's `OperatorType`. */
export const binaryOperators: readonly string[] = [
  ..."+ += = & &= ~ | |= ^ ^= / /= == // //= > >= << <<= <> < <= @ @= % %= * *= != ** **= >> >>= - -= := and or not is".split(" "),
  "is not",
  "in",
  "not in",
];

/** Constants by pyright's `KeywordType`. */
export const constants: Readonly<Record<number, string>> = { 9: "__debug__", 15: "False", 27: "None", 34: "True" };

/** The mark before an argument or a parameter, by pyright's category. */
export const stars: readonly string[] = ["", "*", "**"];

/** A number that pyright gives; -1 where it gives none. */
export function numberOf(value: unknown): number {
  return typeof value === "number" ? value : -1;
}

/** Whether a value of a node is a node itself. */
export function isRaw(value: unknown): value is RawNode {
  return typeof value === "object" && value !== null && "nodeType" in value;
}

/** A value that is `true` or left out. */
export function flag(key: string): (raw: RawNode) => boolean {
  return (raw) => raw.d[key] === true;
}

/** `value` as one of pyright's tokens; `undefined` where it is none. */
function tokenOf(value: unknown): RawToken | undefined {
  return isToken(value) ? value : undefined;
}

function isToken(value: unknown): value is RawToken {
  return typeof value === "object" && value !== null && "start" in value && "length" in value;
}

/** The range of one of pyright's tokens. */
export function rangeOf(token: unknown): PyRange | undefined {
  return isToken(token) ? [token.start, token.start + token.length] : undefined;
}

const bytesFlag = 32;
const rawFlag = 8;

/** Of a string: its value, where its text stands, and of which kind it is. */
export const stringValues: Readonly<Record<string, (raw: RawNode) => unknown>> = {
  value: (raw) => {
    const { escapedValue = "", flags = 0 } = tokenOf(raw.d["token"]) ?? {};
    // Pyright cuts `\U0001F44D` to its lower half.
    return escapedValue.includes("\\U") && (flags & (bytesFlag | rawFlag)) === 0 ? unescape(escapedValue) : raw.d["value"];
  },
  isBytes: (raw) => (numberOf(tokenOf(raw.d["token"])?.flags) & bytesFlag) !== 0,
  inner: (raw): PyRange => {
    const token = tokenOf(raw.d["token"]);
    const quotes = token?.quoteMarkLength ?? 0;
    const begin = raw.start + (token?.prefixLength ?? 0) + quotes;
    return [begin, Math.max(begin, raw.start + raw.length - quotes)];
  },
};
