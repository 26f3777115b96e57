/** The parts of the docs that follow from the rules' meta: tables, and the header of each rule's page. */
import type { RuleDefinition } from "@eslint/core";
import { phaseOf } from "../../src/policy/phases.ts";
import type { RuleName } from "../../src/policy/phases.ts";
import { rules } from "../../src/rules/index.ts";

export type Name = keyof typeof rules;

export const names: readonly Name[] = (Object.keys(rules) as Name[]).sort((one, other) => order(one).localeCompare(order(other)));

/** By the phase in which a rule begins, then by name; the manifest's own rule last. */
function order(name: Name): string {
  return judgesFacts(name) ? `${String(phaseOf(name, "production"))}${name}` : `9${name}`;
}

function judgesFacts(name: Name): name is Name & RuleName {
  return name !== "valid-manifest";
}

function metaOf(name: Name): NonNullable<RuleDefinition["meta"]> {
  return rules[name].meta ?? {};
}

/** From which phase on a rule is in force, in words. */
function phaseText(name: Name): string {
  if (!judgesFacts(name)) return "always";
  const production = phaseOf(name, "production");
  const test = phaseOf(name, "test");
  return production === test ? String(production) : `${String(production)} production, ${String(test)} tests`;
}

function mends(name: Name): string {
  const { fixable, hasSuggestions } = metaOf(name);
  return [fixable && "`--fix`", hasSuggestions && "quick fix"].filter(Boolean).join(", ") || "–";
}

/** @param folder the way from the table's file to the rules' pages, empty or ending in a slash */
export function rulesTable(folder: string): string {
  return [
    "| rule | what it is for | from phase | mends by |",
    "| --- | --- | --- | --- |",
    ...names.map((name) => `| [\`ssot/${name}\`](${folder}${name}.md) | ${metaOf(name).docs?.description ?? ""} | ${phaseText(name)} | ${mends(name)} |`),
  ].join("\n");
}

/** The first lines of a rule's page. */
export function ruleHeader(name: Name): string {
  const { docs, fixable, hasSuggestions, languages = [] } = metaOf(name);
  const mending = fixable
    ? `\`eslint --fix\` mends what is safe to mend${hasSuggestions ? "; what may change the program is a quick fix in the editor" : ""}.`
    : "It mends nothing.";
  return [
    `# ssot/${name}`,
    "",
    `${capital(docs?.description ?? "")}.`,
    "",
    `- In force: ${judgesFacts(name) ? `from ${phase(name)}` : "always"}; see [the phases](../phases.md).`,
    `- Presets: ${presets(name)}.`,
    `- Reads: ${reads(languages)}.`,
    `- ${mending}`,
  ].join("\n");
}

function reads(languages: readonly string[]): string {
  if (languages.includes("json/jsonc")) return "`ssot.json`";
  return languages.includes("ssot/python") ? "JavaScript, TypeScript and [Python](../python.md)" : "JavaScript and TypeScript";
}

function phase(name: RuleName): string {
  const production = phaseOf(name, "production");
  const test = phaseOf(name, "test");
  if (production === test) return `phase ${String(production)}`;
  return `phase ${String(production)} in production code, from phase ${String(test)} in tests`;
}

function presets(name: Name): string {
  if (!judgesFacts(name)) return "`recommended` and `phase-1` to `phase-4`";
  const first = phaseOf(name, "production");
  const active = first === 4 ? "`phase-4`" : `\`phase-${String(first)}\` to \`phase-4\``;
  return `\`recommended\` (at each migration's own phase), and ${active}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `page` with what stands between the markers `name` replaced; `undefined` where there are none. */
export function between(page: string, name: string, text: string): string | undefined {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const from = page.indexOf(start);
  const to = page.indexOf(end);
  if (from < 0 || to < from) return undefined;
  // Markdown reads a table beside a comment only with an empty line between them.
  return `${page.slice(0, from + start.length)}\n\n${text}\n\n${page.slice(to)}`;
}
