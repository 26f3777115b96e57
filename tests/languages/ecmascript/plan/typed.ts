/** Plans a text, and proves by TypeScript that what compiled goes on compiling. */
import { expect } from "vitest";
import { standingFolder } from "../../../kit/project-folder.ts";
import { typeErrors } from "../../../kit/prove.ts";
import { planText } from "./orders.ts";
import type { PlannedText, PlanSetting } from "./orders.ts";

const root = standingFolder({});

/** What TypeScript finds wrong with names and unused imports, beside modules that are not there. */
function complaints(text: string): readonly string[] {
  const modules = {
    "old.ts": "export const old = (): number => 1; export const other = 2; export interface Shape { a: number } export default old;\n",
    "new.ts": "export const createX = (): number => 1;\n",
    "z.ts": "export const z = 1; export type T = number; export default z;\n",
  };
  return typeErrors(root, { ...modules, "file.ts": text }, { noImplicitAny: false });
}

/** `planText` of a module that imports from `./old`, `./new` and `./z`. */
export function typed(before: string, setting: PlanSetting = {}): PlannedText {
  const planned = planText(before, setting);
  expect(complaints(before.replace(/^\uFEFF/u, "")), "before").toEqual([]);
  expect(complaints(planned.text.replace(/^\uFEFF/u, "")), "after").toEqual([]);
  return planned;
}
