/** What a program shows of its own text. */
import type { PyNode } from "../tree/node.ts";
import { outerRange } from "./ranges.ts";
import { around } from "./surroundings.ts";

export const shown = "the f-string shows the code itself";

/** Whether an f-string prints the text of an expression, `f"{get_x()=}"`, so that another text is another output. */
export function isShown(node: PyNode, text: string): boolean {
  for (const { owner, child } of around(node)) {
    if (owner.type === "PyFormatString" && /^\s*=\s*[!:}]/.test(text.slice(outerRange(child, text)[1]))) return true;
    if (owner.type === "PyStatementLine") return false;
  }
  return false;
}
