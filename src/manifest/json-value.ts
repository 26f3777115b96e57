/** Looks into values of which nothing is known yet. */
import type { JsonPath } from "./problems.ts";

/** Whether `value` is an object with keys: no list, no null. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @returns the value at `path`, or `undefined` where there is none */
export function valueAt(value: unknown, path: JsonPath): unknown {
  let found = value;
  for (const step of path) {
    if (typeof step === "number") found = Array.isArray(found) ? found[step] : undefined;
    else found = isObject(found) && Object.hasOwn(found, step) ? found[step] : undefined;
  }
  return found;
}

/** Whether there is a value at `path`; `undefined`, which only an object in `settings` can have, is none. */
export function isPresent(value: unknown, path: JsonPath): boolean {
  return valueAt(value, path) !== undefined;
}
