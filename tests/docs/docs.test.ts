/** Every example in the docs is linted: the reports and the text after `--fix` have to be those that the page shows. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { describe, expect, test } from "vitest";
import plugin from "../../src/index.ts";
import { lintProject } from "../kit/lint.ts";
import type { Linted } from "../kit/lint.ts";
import { codeBlocks, projectsOf } from "./page.ts";
import type { DocProject } from "./page.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const rulePages = readdirSync(path.join(root, "docs/rules")).filter((name) => name !== "README.md");
const pages = ["README.md", "docs/phases.md", ...rulePages.map((name) => `docs/rules/${name}`)];

/** `DOCS_UPDATE=1 npx vitest run tests/docs` writes what is really reported into the pages; then read the diff. */
const isUpdate = process.env["DOCS_UPDATE"] === "1";

for (const page of pages) {
  const file = path.join(root, page);
  const text = readFileSync(file, "utf8");
  const projects = projectsOf(text);
  const written: { readonly span: readonly [number, number]; readonly text: string }[] = [];

  describe(page, () => {
    test.each(projects.map((project) => [project.title, project] as const))("%s", async (_, project) => {
      const linted = await lint(project);
      const shown = project.blocks.filter(({ kind }) => kind === "reports");
      expect(shown.length).toBeLessThanOrEqual(1);
      const reports = reportsOf(linted);
      for (const { span } of shown) written.push({ span, text: reports });
      if (!isUpdate) expect(shown.map((block) => block.text).join("")).toBe(reports);
      for (const { name, text: fixed, span, kind } of project.blocks) {
        if (kind !== "fixed") continue;
        written.push({ span, text: linted.fixed[name] ?? "" });
        if (!isUpdate) expect(linted.fixed[name]).toBe(fixed);
      }
      expect(linted.unstable).toEqual([]);
    });

    if (isUpdate) {
      test("is written anew", () => {
        let updated = text;
        for (const { span, text: block } of written.sort((one, other) => other.span[0] - one.span[0]))
          updated = updated.slice(0, span[0]) + block + updated.slice(span[1]);
        writeFileSync(file, updated);
      });
    }

    if (page.startsWith("docs/rules/")) {
      test("has every code block run", () => {
        expect(projects.length).toBeGreaterThan(0);
        expect(codeBlocks(text).filter(({ isRun }) => !isRun)).toEqual([]);
      });
    }
  });
}

async function lint({ preset = "recommended", only, blocks }: DocProject): Promise<Linted> {
  const files = blocks.filter(({ kind }) => kind === "file").map(({ name, text }): [string, string] => [name, text]);
  if (!isPreset(preset)) throw new Error(`There is no preset ${preset}`);
  return lintProject(Object.fromEntries(files), { preset, ...(only && { only: only.map((rule) => `ssot/${rule}`) }) });
}

function isPreset(name: string): name is keyof typeof plugin.configs {
  return Object.hasOwn(plugin.configs, name);
}

function reportsOf({ found }: Linted): string {
  return found
    .map(({ file, at, rule, message, fixable, suggestions }) => {
      const mend = fixable ? "fixed" : suggestions > 0 ? "suggestion" : "report only";
      return `${file}:${at.slice(0, at.indexOf("-"))} ${rule} (${mend})\n  ${message}\n`;
    })
    .join("");
}
