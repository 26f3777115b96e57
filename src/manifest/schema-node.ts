/** Finds a node of the JSON schema, and what it says that helps in an error. */
import type { JsonSchema } from "./json-schema.ts";
import type { JsonPath } from "./problems.ts";

/** @returns the schema of the value at `path`, or `undefined` where the schema knows no such value */
export function nodeAt(schema: JsonSchema, path: JsonPath): JsonSchema | undefined {
  let node: JsonSchema | undefined = schema;
  for (const step of path) node = typeof step === "number" ? itemsOf(node) : propertyOf(node, step);
  return node;
}

/** @returns where in the manifest a key that stands at the wrong level would be right */
export function homeOf(schema: JsonSchema, key: string): string | undefined {
  const homes: readonly (readonly [where: string, path: JsonPath])[] = [
    ["in an entry of `migrations`", ["migrations", 0]],
    ["in an entry of a migration's `deprecated`", ["migrations", 0, "deprecated", 0]],
    ["in an entry of `rewrites`", ["migrations", 0, "deprecated", 0, "rewrites", 0]],
    ["in `python`", ["python"]],
    ["in `verify`", ["verify"]],
    ["at the top level", []],
  ];
  return homes.find(([, path]) => Object.hasOwn(nodeAt(schema, path)?.properties ?? {}, key))?.[0];
}

/** @returns an example of the value at `path`, with its key where it has one, as it would stand in the file */
export function exampleOf(node: JsonSchema | undefined, path: JsonPath): string | undefined {
  const example = node?.examples?.[0] ?? node?.default;
  if (example === undefined || JSON.stringify(example).length > 160) return undefined;
  const key = path.at(-1);
  return typeof key === "string" ? `${JSON.stringify(key)}: ${print(example)}` : print(example);
}

function print(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "[]" : `[${value.map(print).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, child]) => `${JSON.stringify(key)}: ${print(child)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

function itemsOf(node: JsonSchema | undefined): JsonSchema | undefined {
  const items = node?.items;
  return typeof items === "object" && !Array.isArray(items) ? items : undefined;
}

function propertyOf(node: JsonSchema | undefined, key: string): JsonSchema | undefined {
  const own = Object.hasOwn(node?.properties ?? {}, key) ? node?.properties?.[key] : undefined;
  const found = own ?? node?.additionalProperties;
  return typeof found === "object" ? found : undefined;
}
