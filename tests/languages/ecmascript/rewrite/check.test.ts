import { describe, expect, test } from "vitest";
import { checkRewrite } from "../../../../src/languages/ecmascript/rewrite/check.ts";

const names = { deprecated: "getF", canonical: "createX" };
const messages = (from: string, to: string, by = names): string[] => checkRewrite({ from, to }, by).map(({ part, message }) => `${part} ${message}`);

describe("a call shape that is right", () => {
  const rights: readonly (readonly [string, string])[] = [
    ["getF().create($a, $b)", "createX($a, $b)"],
    ["getF($$$all)", "createX(...[$$$all])"],
    ["await getF()", "await createX()"],
    ["new getF()", "{ a: createX() }"],
    ["getF<$T>($a)", "createX<$T>($a)"],
    ["<getF a={$a} />", "createX($a)"],
    ["getF(getF => getF)", "createX(x => x)"],
    ["getF().getF", "createX($other)"],
  ];
  test.each(rights)("%s to %s", (from, to) => { expect(messages(from, to)).toEqual(from.startsWith("<") ? ["from does not contain getF"] : []); });
  test("of a default export", () => { expect(messages("factory($a)", "make($a)", { deprecated: "default", canonical: "default" })).toEqual([]); });
});

describe("a call shape that is wrong", () => {
  const wrongs: readonly (readonly [string, string, string])[] = [
    ["getF(", "createX()", "from is not one expression"],
    ["getF();", "createX()", "from is not one expression"],
    ["", "createX()", "from is not one expression"],
    ["getF(); getF()", "createX()", "from is not one expression"],
    ["getF() + (a", "createX()", "from is not one expression"],
    ["getF()) + (a", "createX()", "from is not one expression"],
    ["getF()", "const a = createX()", "to is not one expression"],
    ["other()", "createX()", "from does not contain getF"],
    ["x.getF()", "createX()", "from does not contain getF"],
    ["getF(getF())", "createX()", "from contains getF more than once"],
    ["getF()", "other()", "to does not contain createX"],
    ["$$$a.getF(getF)", "createX()", "from has $$$a where one expression belongs"],
    ["getF($$$a, $$$b)", "createX()", "from has $$$a beside another $$$ in one list"],
    ["getF($a)", "createX({ $a })", "to has $a as a shorthand property"],
    ["getF($a)", "createX(($a) => 1)", "to assigns to $a"],
    ["getF($a)", "$a = createX()", "to assigns to $a"],
  ];
  test.each(wrongs)("%s to %s", (from, to, message) => { expect(messages(from, to)).toContain(message); });
  test("every complaint says how to mend it", () => {
    for (const [from, to] of wrongs) for (const { mend } of checkRewrite({ from, to }, names)) expect(mend).not.toBe("");
  });
});
