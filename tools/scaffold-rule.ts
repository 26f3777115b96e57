/**
 * `npx tsx tools/scaffold-rule.ts no-deprecated-foo` begins a rule: its page, its docs and its test, and its entries in
 * the list of rules and in the phases.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";

const root = fileURLToPath(new URL("..", import.meta.url));
const name = process.argv[2] ?? "";
if (!/^[a-z]+(-[a-z]+)+$/.test(name)) stop("Name the rule in kebab-case: npx tsx tools/scaffold-rule.ts no-deprecated-foo");

const variable = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
const page = `src/rules/${name}.ts`;
const doc = `docs/rules/${name}.md`;
const test = `tests/rules/${name}.test.ts`;
for (const file of [page, doc, test]) if (existsSync(path.join(root, file))) stop(`${file} is there already`);

// The lists are changed first: where one looks other than expected, nothing is written.
const index = changed("src/rules/index.ts", [
  [/(?<=^import .*\n)(?=\nexport const rules)/m, `import { ${variable} } from "./${name}.ts";\n`],
  [/(?=^} as const;)/m, `  "${name}": ${variable},\n`],
]);
const phases = changed("src/policy/phases.ts", [
  [/(?<=^export type RuleName =(?:\n {2}\| "[a-z-]+")+)(?=;)/m, `\n  | "${name}"`],
  [/(?<=^const firstPhase[^;]*\n)(?=};)/m, `  "${name}": { production: 2, test: 3 },\n`],
]);
write("src/rules/index.ts", sortedImports(index));
write("src/policy/phases.ts", phases);
write(page, rulePage());
write(doc, docPage());
write(test, testPage());
console.log(`Written: ${page}, ${doc}, ${test}, and entries in src/rules/index.ts and src/policy/phases.ts.

What is left to you:
- the phase from which the rule is in force, in src/policy/phases.ts (now: 2 in production, 3 in tests);
- which facts it judges, in src/policy/policy.ts (and, if there is no such fact yet, in src/policy/facts.ts);
- description and messages in ${page}, then npm run docs.`);

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}

function changed(file: string, insertions: readonly (readonly [place: RegExp, text: string])[]): string {
  let text = readFileSync(path.join(root, file), "utf8");
  for (const [place, insertion] of insertions) {
    if (!place.test(text)) stop(`${file} does not look as expected; add the rule by hand`);
    text = text.replace(place, insertion);
  }
  return text;
}

function sortedImports(text: string): string {
  const imports = text.split("\n").filter((line) => line.startsWith("import "));
  const path = (line: string): string => line.slice(line.indexOf("from"));
  const sorted = [...imports].sort((one, other) => path(one).localeCompare(path(other)));
  return text.replace(imports.join("\n"), sorted.join("\n"));
}

function write(file: string, text: string): void {
  const target = path.join(root, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}

function rulePage(): string {
  return `import { createRule } from "../rule-kit/create-rule.ts";

/** TODO: what the rule finds. */
export const ${variable} = createRule({
  name: "${name}",
  description: "disallow TODO",
  messages: {
    deprecated: "{{symbol}} is deprecated. {{instead}}{{details}}",
  },
  messageId: () => "deprecated",
});
`;
}

function docPage(): string {
  return `<!-- header:start -->
<!-- header:end -->

TODO: what it finds, and why that matters.

## Options

\`{ "phase": 1 | 2 | 3 | 4 }\` stands for the \`phase\` of every migration.

## Examples

<!-- doc: project only=${name} -->
<!-- doc: file=ssot.json -->
\`\`\`jsonc
{
  "migrations": [
    {
      "id": "new-name",
      "phase": 4,
      "canonical": { "module": "./src/new", "name": "createNew" },
      "deprecated": [{ "module": "./src/old", "name": "getOld" }]
    }
  ]
}
\`\`\`

<!-- doc: hidden=src/new.ts
export const createNew = () => 1;
-->

TODO incorrect, with a \`reports\` block below, and its text after \`--fix\`. Correct:

<!-- doc: file=src/a.ts -->
\`\`\`ts
import { createNew } from "./new";

createNew();
\`\`\`

## Limits

TODO

## When not to use it

TODO

## Related

[The phases](../phases.md)
`;
}

function testPage(): string {
  return `/** ${name}: TODO. */
import { expect, test } from "vitest";
import { lintProject } from "../kit/lint.ts";

const manifest = {
  migrations: [
    {
      id: "new-name",
      phase: 4,
      canonical: { module: "./src/new", name: "createNew" },
      deprecated: [{ module: "./src/old", name: "getOld" }],
    },
  ],
};

test("says nothing about the canonical symbol", async () => {
  const { found } = await lintProject(
    {
      "ssot.json": manifest,
      "src/new.ts": "export const createNew = () => 1;\\n",
      "src/a.ts": 'import { createNew } from "./new";\\n\\ncreateNew();\\n',
    },
    { only: ["ssot/${name}"] },
  );
  expect(found).toEqual([]);
});

test.todo("reports TODO, and mends it");
`;
}
