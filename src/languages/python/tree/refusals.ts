/** What pyright's parser lets pass and leaves to its checker, and Python's own refuses: a file with it is no Python file. */
import type { RawNode } from "../python-parser.cjs";
import type { PyNodeType } from "./node.ts";
import { shapes } from "./shapes.ts";
import { isRaw } from "./values.ts";

/** What is wrong, and where. */
export interface Refusal {
  readonly offset: number;
  readonly message: string;
}

type Refuse = (raw: RawNode, text: string) => Refusal | undefined;

const single = new Set<PyNodeType | undefined>(["PyName", "PyAttribute", "PySubscript"]);
const several = new Set<PyNodeType | undefined>(["PyTuple", "PyList"]);

/** By the type of our node. */
export const refusals: Partial<Record<PyNodeType, Refuse>> = {
  PyAssignment: ({ d }) => (typeOf(d["leftExpr"]) === "PyAnnotated" ? undefined : ofTarget(d["leftExpr"], "assign to")),
  PyAugmentedAssignment: ({ d }) => (several.has(typeOf(d["leftExpr"])) ? refused(d["leftExpr"], "assign to") : ofTarget(d["leftExpr"], "assign to")),
  PyAnnotated: ({ d }) => (several.has(typeOf(d["valueExpr"])) ? refused(d["valueExpr"], "annotate") : ofTarget(d["valueExpr"], "annotate")),
  PyFor: ({ d }) => ofTarget(d["targetExpr"], "assign to"),
  PyComprehensionFor: ({ d }) => ofTarget(d["targetExpr"], "assign to"),
  PyWithItem: ({ d }) => ofTarget(d["target"], "assign to"),
  PyDelete: ({ d }) => ofTarget(d["targets"], "delete"),
  PyNumber: ofNumber,
};

function typeOf(value: unknown): PyNodeType | undefined {
  return isRaw(value) ? shapes[value.nodeType]?.type : undefined;
}

function refused(value: unknown, what: string): Refusal | undefined {
  return isRaw(value) ? { offset: value.start, message: `Cannot ${what} this expression` } : undefined;
}

/** The first part of a target, or of several, that can't be one. */
function ofTarget(target: unknown, what: string): Refusal | undefined {
  // From the end, since that is where it is cheap to take from.
  const pending = [target].flat().reverse();
  for (let each = pending.pop(); each !== undefined; each = pending.pop()) {
    const type = typeOf(each);
    if (!isRaw(each) || single.has(type)) continue;
    if (several.has(type)) for (const item of [each.d["items"]].flat().reverse()) pending.push(item);
    else if (type === "PyStarred" && what !== "delete") pending.push(each.d["expr"]);
    else return refused(each, what);
  }
  return undefined;
}

/** `0777` of Python 2. */
function ofNumber({ start, length, d }: RawNode, text: string): Refusal | undefined {
  // Pyright takes it for no integer.
  if (d["isInteger"] === true || d["isImaginary"] === true || !/^0[\d_]*$/.test(text.slice(start, start + length))) return undefined;
  return { offset: start, message: "Leading zeros are not permitted in decimal numbers; octal ones begin with 0o" };
}
