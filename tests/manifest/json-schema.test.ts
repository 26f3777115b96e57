/** The shipped schema.json is the one that `src/manifest/schema.ts` makes, and says something about each field. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { jsonSchema, type JsonSchema } from "../../src/manifest/json-schema.ts";

test("schema.json is up to date (else: npx tsx tools/write-schema.ts)", () => {
  const shipped: unknown = JSON.parse(readFileSync(new URL("../../schema.json", import.meta.url), "utf8"));
  expect(shipped).toEqual(JSON.parse(JSON.stringify(jsonSchema())));
});

test("every field has a description, and unknown keys are errors", () => {
  const silent: string[] = [];
  const lax: string[] = [];
  const visit = (node: JsonSchema | boolean | undefined, path: string): void => {
    if (typeof node !== "object") return;
    if (node.properties !== undefined && node.additionalProperties !== false) lax.push(path);
    for (const [key, child] of Object.entries(node.properties ?? {})) {
      if (typeof child === "object" && child.description === undefined) silent.push(`${path}.${key}`);
      visit(child, `${path}.${key}`);
    }
    if (!Array.isArray(node.items)) visit(node.items, `${path}[]`);
  };
  visit(jsonSchema(), "");
  expect(silent).toEqual([]);
  expect(lax).toEqual([]);
});

test("what has a default need not be written", () => {
  const migrations = jsonSchema().properties?.["migrations"];
  const items = typeof migrations === "object" && !Array.isArray(migrations.items) ? migrations.items : undefined;
  expect(jsonSchema().required).toEqual(["migrations"]);
  expect(typeof items === "object" ? items.required : undefined).toEqual(["id", "deprecated"]);
});
