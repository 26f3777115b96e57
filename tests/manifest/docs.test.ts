/** docs/manifest.md shows manifests that are valid, names every field, and prints an error as it is. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { jsonSchema, type JsonSchema } from "../../src/manifest/json-schema.ts";
import { ManifestError, validateManifestText } from "../../src/manifest/load.ts";

const page = readFileSync(new URL("../../docs/manifest.md", import.meta.url), "utf8");

function blocksOf(language: string): readonly string[] {
  return [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap((match) =>
    match[1] === language ? [match[2] ?? ""] : [],
  );
}

const manifests = blocksOf("jsonc").filter((block) => block.startsWith("{") && block.includes('"migrations"'));

describe("docs/manifest.md", () => {
  test("shows manifests", () => {
    expect(manifests.length).toBeGreaterThanOrEqual(3);
  });

  test.each(manifests.map((block, index) => [index + 1, block] as const))("manifest %i is valid", (_, block) => {
    expect(validateManifestText(block, "ssot.json").problems).toEqual([]);
  });

  test("shows a broken manifest with the errors that it really has", () => {
    const [broken = ""] = blocksOf("json");
    const { problems } = validateManifestText(broken, "/shop/ssot.json");
    expect(blocksOf("text").map((block) => block.trimEnd())).toContain(new ManifestError(problems).message);
  });

  test("names every field", () => {
    const fields = new Set<string>();
    const visit = (node: JsonSchema | boolean | undefined): void => {
      if (typeof node !== "object") return;
      for (const [key, child] of Object.entries(node.properties ?? {})) {
        fields.add(key);
        visit(child);
      }
      if (!Array.isArray(node.items)) visit(node.items);
    };
    visit(jsonSchema());
    for (const gate of ["1", "2", "3", "4"]) fields.delete(gate);
    expect([...fields].filter((field) => !page.includes(`\`${field}\``))).toEqual([]);
  });
});
