/** Call shapes as any language has them, and what may be wrong with their placeholders. */
import type { RewriteComplaint } from "../manifest/check-rewrites.ts";
import type { RewriteText } from "./adapter.ts";

/** `$name` or `$$$name` in a manifest text, at a node of that text's tree. */
export interface ShapeHole<Node> {
  readonly node: Node;
  /** Without the `$`s. */
  readonly name: string;
  /** `$$$name`: any number of arguments or elements. */
  readonly rest: boolean;
}

/** A `from`. */
export interface ShapePattern<Template, Node, Hole> {
  readonly template: Template;
  /** From the deprecated symbol outwards to the root. */
  readonly spine: readonly Node[];
  readonly holes: readonly Hole[];
  /** By its node, for the matcher. */
  readonly holeAt: ReadonlyMap<unknown, Hole>;
  /** Other names that it shows; the code that it matches has them too. */
  readonly names: ReadonlySet<string>;
}

/** A `to`. */
export interface ShapeOutput<Template, Name, Hole, Free = Name> {
  readonly template: Template;
  readonly holes: readonly Hole[];
  /** Where the canonical symbol stands. */
  readonly canonical: readonly Name[];
  /** Names that are neither placeholders nor the canonical symbol. */
  readonly others: readonly Free[];
}

/** One call shape, ready to be matched. */
export interface CompiledShape<Pattern, Output> {
  readonly pattern: Pattern;
  readonly output: Output;
  /** Another `from` of the entry goes on where this one ends. */
  readonly extended: boolean;
  /** What the manifest says of it. */
  readonly safe: boolean;
}

/** The names by which call shapes speak of the two symbols. */
export interface RewriteNames {
  readonly deprecated: string;
  readonly canonical: string;
}

/** How a language reads call shapes. */
export interface ShapeReader<Pattern extends { readonly spine: readonly unknown[] }, Output> {
  /** `undefined` where a text has a fault: a shape that is understood by half must not change code. */
  read(rewrite: RewriteText): { readonly pattern: Pattern; readonly output: Output } | undefined;
  /** Whether some code could match both: a placeholder of either side takes anything. `inner` is a node of `longer`. */
  unify(shorter: Pattern, longer: Pattern, inner: Pattern["spine"][number]): boolean;
}

/** Reads call shapes. One with a fault is left out: the manifest's validation reports it. */
export function compileShapes<Pattern extends { readonly spine: readonly unknown[] }, Output>(
  rewrites: readonly RewriteText[],
  { read, unify }: ShapeReader<Pattern, Output>,
): readonly CompiledShape<Pattern, Output>[] {
  const all = rewrites.flatMap((rewrite) => {
    const shape = read(rewrite);
    return shape ? [{ ...shape, safe: rewrite.safe }] : [];
  });
  /** Whether `longer` holds, on its way out from the symbol, what `shorter` is, and goes on from there. */
  const extend = (shorter: Pattern, longer: Pattern): boolean => {
    const inner = longer.spine[shorter.spine.length - 1];
    return longer.spine.length > shorter.spine.length && inner !== undefined && unify(shorter, longer, inner);
  };
  return all.map((shape) => ({ ...shape, extended: all.some(({ pattern }) => pattern !== shape.pattern && extend(shape.pattern, pattern)) }));
}

/** Says what is wrong, in a clause, and what to do, in a sentence without its full stop. */
export type Complain = (message: string, mend: string) => void;

/** What the names of a manifest text are. */
export interface ShapeNames {
  readonly holes: readonly { readonly name: string; readonly rest: boolean }[];
  /** Where the symbol stands. */
  readonly symbol: readonly unknown[];
}

/**
 * Checks a call shape's syntax and placeholders; an empty list where it is right. Whether `to` has only placeholders that it can
 * fill is the manifest's own check.
 * @param readText checks one of the texts by itself, and gives its names
 */
export function checkShape(
  rewrite: { readonly from: string; readonly to: string },
  names: RewriteNames,
  readText: (text: string, symbol: string, complain: Complain) => ShapeNames | undefined,
): readonly RewriteComplaint[] {
  const complaints: RewriteComplaint[] = [];
  const complainOf =
    (part: "from" | "to"): Complain =>
    (message, mend) => {
      if (!complaints.some((other) => other.part === part && other.message === message)) complaints.push({ part, message, mend });
    };
  const from = readText(rewrite.from, names.deprecated, complainOf("from"));
  const to = readText(rewrite.to, names.canonical, complainOf("to"));
  if (from) checkFrom(from, names.deprecated, complainOf("from"));
  if (to?.symbol.length === 0) complainOf("to")(`does not contain ${names.canonical}`, `Write what takes the call's place, with ${names.canonical} in it`);
  return complaints;
}

function checkFrom({ symbol, holes }: ShapeNames, deprecated: string, complain: Complain): void {
  if (symbol.length === 0) complain(`does not contain ${deprecated}`, `Write the call to replace, with ${deprecated} in it`);
  if (symbol.length > 1) complain(`contains ${deprecated} more than once`, "Write it once, and a placeholder for what may hold it again");
  if (holes.some(({ name, rest }) => holes.some((other) => other.name === name && other.rest !== rest)))
    complain("has a name with $ and with $$$", "Give them different names");
}
