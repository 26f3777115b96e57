/** What is taken of an expression that may be a module: `.a.b`, `getattr(…, "a")`. */
import type { DynamicAttribute } from "../read/dynamic.ts";
import type { PyAttribute, PyExpression } from "../tree/expressions.ts";

/** One attribute that is taken. */
export interface Step {
  readonly name: string;
  /** What it is taken of. */
  readonly object: PyExpression;
  /** The attribute, or the call of `getattr`. */
  readonly node: PyAttribute | DynamicAttribute["node"];
}

/** The calls of `getattr` by the expression of which they take something. */
export type Getattrs = ReadonlyMap<PyExpression, DynamicAttribute>;

/** Those among calls that name an attribute by a string, letter by letter: files are looked for by what they spell. */
export function getattrsOf(attributes: readonly DynamicAttribute[]): Getattrs {
  return new Map(attributes.flatMap((attribute) => (attribute.by === "getattr" && isSpelled(attribute) ? [[attribute.object, attribute]] : [])));
}

function isSpelled({ string: { parts }, name }: DynamicAttribute): boolean {
  const [part, ...more] = parts;
  return more.length === 0 && part?.type === "PyString" && part.inner[1] - part.inner[0] === name.length;
}

/** Every attribute behind `start`, from left to right. */
export function* stepsFrom(start: PyExpression, getattrs: Getattrs): Iterable<Step> {
  for (let object = start, step = stepAt(object, getattrs); step; object = step.node, step = stepAt(object, getattrs)) yield step;
}

function stepAt(object: PyExpression, getattrs: Getattrs): Step | undefined {
  const { parent } = object;
  if (parent?.type === "PyAttribute" && parent.object === object) return { name: parent.attribute.name, object, node: parent };
  const called = getattrs.get(object);
  return called && { name: called.name, object, node: called.node };
}

/** The dotted text of a module or attribute below another one; dots alone are a package. */
export function below(specifier: string, name: string): string {
  return specifier === "" || specifier.endsWith(".") ? specifier + name : `${specifier}.${name}`;
}
