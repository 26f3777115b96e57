/** From a JSON path to its place in the manifest's text. */
import type { Node } from "jsonc-parser";
import type { JsonPath, Place } from "./problems.ts";
import { readJson } from "./read-json.ts";

/** Finds places in one text. */
export interface Locator {
  /**
   * @returns the place of the value, or of its key; where the text has no such value (a key that is missing), that of
   * the nearest value around it. An object or a list of several lines is pointed at by its opening bracket alone.
   */
  readonly at: (path: JsonPath, part?: "key" | "value") => Place;
  /** @param start offset in UTF-16 code units, a byte order mark not counted; `end` is just after the last one */
  readonly span: (start: number, end: number) => Place;
}

/**
 * For who checks the manifest against the code, and has to point into a text that was read before.
 * @param text the manifest's text, with or without byte order mark
 */
export function locateIn(text: string): Locator {
  const bare = withoutByteOrderMark(text);
  return locatorOf(bare, readJson(bare).tree);
}

/** @returns `text` without its byte order mark, which no offset and no column counts */
export function withoutByteOrderMark(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

/** @param tree the tree of `text`; without it, every path leads to the beginning */
export function locatorOf(text: string, tree: Node | undefined): Locator {
  const lineStarts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) lineStarts.push(match.index + match[0].length);

  function positionOf(offset: number): readonly [line: number, column: number] {
    let low = 0;
    let high = lineStarts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return [low + 1, offset - (lineStarts[low] ?? 0) + 1];
  }

  function span(start: number, end: number): Place {
    const [line, column] = positionOf(start);
    const [endLine, endColumn] = positionOf(end);
    return { line, column, endLine, endColumn, start, end };
  }

  function at(path: JsonPath, part: "key" | "value" = "value"): Place {
    if (tree === undefined) return span(0, 0);
    const found = follow(tree, path);
    const node = part === "key" && found.isWhole ? (found.key ?? found.node) : found.node;
    const end = node.offset + node.length;
    const isLong = node.children !== undefined && /[\r\n]/.test(text.slice(node.offset, end));
    return span(node.offset, isLong ? node.offset + 1 : end);
  }

  return { at, span };
}

interface Found {
  readonly node: Node;
  /** The key of the last step, if that was one of an object. */
  readonly key: Node | undefined;
  /** Whether the path could be followed to its end. */
  readonly isWhole: boolean;
}

function follow(tree: Node, path: JsonPath): Found {
  let found: Found = { node: tree, key: undefined, isWhole: true };
  for (const step of path) {
    const next = stepInto(found.node, step);
    if (next === undefined) return { ...found, isWhole: false };
    found = next;
  }
  return found;
}

function stepInto(node: Node, step: string | number): Found | undefined {
  const children = node.children ?? [];
  if (typeof step === "number") {
    const item = node.type === "array" ? children[step] : undefined;
    return item === undefined ? undefined : { node: item, key: undefined, isWhole: true };
  }
  if (node.type !== "object") return undefined;
  // The last one, since of a key that stands twice the last value counts.
  const property = children.findLast((child) => child.children?.[0]?.value === step);
  const [key, value] = property?.children ?? [];
  return key === undefined || value === undefined ? undefined : { node: value, key, isWhole: true };
}
