/** The manifest's schema as JSON schema, for completion in editors. `tools/write-schema.ts` writes it to disk. */
import * as z from "zod";
import { manifestSchema } from "./schema.ts";

/** A JSON schema, or one of its nodes. */
export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** @returns the JSON schema of what users write (defaults not yet filled in), made anew at each call */
export function jsonSchema(): JsonSchema {
  // draft-7 is the newest that VS Code's JSON support reads without reservations.
  const schema: JsonSchema = z.toJSONSchema(manifestSchema, { io: "input", target: "draft-7" });
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: "https://unpkg.com/eslint-plugin-ssot/schema.json",
    title: "Manifest of eslint-plugin-ssot (ssot.json)",
    description: "Says which module is the single source of truth for a symbol, and what is to go.",
    // Without these two, VS Code marks comments and trailing commas in a .json file as errors.
    allowComments: true,
    allowTrailingCommas: true,
    ...schema,
  };
}
