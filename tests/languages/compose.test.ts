import { expect, test } from "vitest";
import { applyEdits, compose } from "../../src/languages/compose.ts";
import type { Piece } from "../../src/languages/compose.ts";

const piece = (start: number, end: number, text: string): Piece => ({ span: [start, end], text: () => text });
const around = (start: number, end: number, inner: readonly [number, number]): Piece => ({ span: [start, end], text: (of) => `<${of(inner)}>` });
const apply = (text: string, pieces: readonly Piece[]): string => applyEdits(text, compose(text, pieces));

test("edits are disjoint and in the order of the text", () => {
  expect(compose("abcdef", [piece(4, 5, "E"), piece(0, 1, "A"), piece(1, 2, "B")]).map(({ span }) => span)).toEqual([[0, 1], [1, 2], [4, 5]]);
});
test("a piece in another is applied where the outer one keeps it", () => { expect(apply("abcdef", [around(0, 6, [1, 3]), piece(2, 3, "C")])).toBe("<bC>"); });
test("a piece in another goes where the outer one does not keep it", () => { expect(apply("abcdef", [around(0, 6, [1, 3]), piece(4, 5, "E")])).toBe("<bc>"); });
test("an outer piece may take what stands elsewhere", () => { expect(apply("abcdef", [around(0, 1, [4, 6]), piece(4, 5, "E")])).toBe("<Ef>bcdEf"); });
test("three deep", () => { expect(apply("abcdef", [around(0, 6, [1, 5]), around(1, 5, [2, 4]), piece(3, 4, "D")])).toBe("<<cD>>"); });
test("the same piece twice counts once", () => { expect(apply("abc", [piece(1, 2, "B"), piece(1, 2, "B")])).toBe("aBc"); });
test("two texts for one span are refused", () => { expect(() => compose("abc", [piece(1, 2, "B"), piece(1, 2, "X")])).toThrow("differ"); });
test("overlapping pieces are refused", () => { expect(() => compose("abcdef", [piece(0, 3, "X"), piece(2, 5, "Y")])).toThrow("overlap"); });
test("insertions keep their order, and stand before what begins there", () => { expect(apply("abc", [piece(1, 2, "B"), piece(1, 1, "1"), piece(1, 1, "2"), piece(3, 3, "!")])).toBe("a12Bc!"); });
test("no pieces, no edits", () => { expect(compose("abc", [])).toEqual([]); });
