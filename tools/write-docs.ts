/**
 * Writes what follows from the rules' meta into the docs: the tables of rules, and the header of each rule's page.
 * `--check` writes nothing; it fails where a text would change, a rule has no page, a page no rule, a relative link
 * leads nowhere, or schema.json is not what the manifest's schema says.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { jsonSchema } from "../src/manifest/json-schema.ts";
import { between, names, ruleHeader, rulesTable } from "./docs/generated.ts";
import { brokenLinks, markdownFiles } from "./docs/links.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const isCheck = process.argv.includes("--check");
const problems: string[] = [];

/** Puts `text` between the markers in a file. */
function write(file: string, marker: string, text: string): void {
  const target = path.join(root, file);
  if (!existsSync(target)) {
    problems.push(`${file} is missing`);
    return;
  }
  const page = readFileSync(target, "utf8");
  const updated = between(page, marker, text);
  if (updated === undefined) problems.push(`${file} has no <!-- ${marker}:start --> and <!-- ${marker}:end -->`);
  else if (updated !== page && isCheck) problems.push(`${file} is not up to date: run npm run docs`);
  else if (updated !== page) writeFileSync(target, updated);
}

write("README.md", "rules", rulesTable("docs/rules/"));
write("docs/rules/README.md", "rules", rulesTable(""));
for (const name of names) write(`docs/rules/${name}.md`, "header", ruleHeader(name));

const known = new Set(["README.md", ...names.map((name) => `${name}.md`)]);
for (const file of readdirSync(path.join(root, "docs/rules")))
  if (!known.has(file)) problems.push(`docs/rules/${file} is about no rule`);

if (isCheck) {
  const schema = `${JSON.stringify(jsonSchema(), null, 2)}\n`;
  if (readFileSync(path.join(root, "schema.json"), "utf8") !== schema) problems.push("schema.json is not up to date: run npm run docs");
}
for (const file of markdownFiles(root)) problems.push(...brokenLinks(root, file));

for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
