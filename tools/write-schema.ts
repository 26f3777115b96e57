/** Writes schema.json, which gives completion in editors, from the manifest's schema. */
import { writeFileSync } from "node:fs";
import { jsonSchema } from "../src/manifest/json-schema.ts";

writeFileSync(new URL("../schema.json", import.meta.url), `${JSON.stringify(jsonSchema(), null, 2)}\n`);
