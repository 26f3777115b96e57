/** The text of a module. */
import { block, panel } from "./blocks.ts";
import { importsOf, type Import, type Surroundings } from "./imports.ts";
import type { Governed, Module, Reexport } from "./model.ts";
import { createRandom, type Random } from "./random.ts";
import { specifierFor } from "./specifiers.ts";
import { camel, sentence, spaced } from "./words.ts";

/** What all texts of one monorepo are made with. */
export interface Rendering {
  readonly seed: number;
  readonly symbols: readonly Governed[];
}

/** The text of any module but a barrel or facade. */
export function renderModule(module: Module, around: Surroundings, { seed, symbols }: Rendering): string {
  const random = createRandom(seed * 1_000_003 + module.number);
  const imports = importsOf(module, around, random);
  const parts = module.kind === "test" ? [test(module, imports, random)] : [main(module, imports, random), ...module.extras];
  if (module.kind === "component") parts.push(panel(module.entity, random));
  if (module.kind !== "test" && module.extras.length === 0 && module.uses.length === 0 && random.chance(0.015)) parts.push(mention(module, random.pick(symbols), random));
  let length = parts.reduce((sum, { length: own }) => sum + own, 0);
  for (let index = 0; length < module.size; index++) {
    const text = block(module.kind === "test" ? `${module.entity}Fixture` : module.entity, index, random);
    // The last piece must not make a small file a big one.
    if (length + text.length - module.size > module.size * 0.4 && index > 0) break;
    parts.push(text);
    length += text.length;
  }
  return parts.join("\n");
}

function main(module: Module, imports: readonly Import[], random: Random): string {
  const { entity, kind } = module;
  const name = camel(entity);
  const thing = spaced(entity);
  const lines = imports.flatMap(({ line }) => line ?? []);
  if (kind === "component") lines.unshift('import { useState } from "react";');
  if (random.chance(0.1)) lines.unshift('import { format, parseISO } from "date-fns";', "");
  const stamp = lines.some((line) => line.includes("date-fns")) ? `  const label = format(parseISO(key), "yyyy-MM-dd");\n` : `  const label = ${name}Defaults.label;\n`;
  const now = imports.filter(({ line }) => line !== undefined).map(({ use }, index) => `  if (limit > ${String(index)}) entries.set("${String(index)} " + label, ${use});\n`);
  const later = imports.filter(({ line }) => line === undefined).map(({ use }, index) => `/** ${sentence(thing, random)} */\nexport async function open${entity}${String(index)}(key: string, limit: number): Promise<number> {\n  return ${use};\n}\n`);
  const quote = random.chance(0.15) ? (text: string) => text.replaceAll('"', "'") : (text: string) => text;
  return `/** ${sentence(thing, random)} */
${quote(lines.join("\n"))}

export interface ${entity}State {
  /** ${sentence(thing, random)} */
  readonly key: string;
  readonly limit: number;
  readonly entries: ReadonlyMap<string, number>;
}

export const ${name}Defaults = { limit: ${String(random.between(5, 500))}, label: "${thing}" };

/** ${sentence(thing, random)} */
export function create${entity}(key: string, limit: number = ${name}Defaults.limit): ${entity}State {
  const entries = new Map<string, number>();
${stamp}${now.join("")}  return { key, limit: limit + label.length, entries };
}
${later.map((each) => `\n${each}`).join("")}`;
}

function test(module: Module, imports: readonly Import[], random: Random): string {
  const { entity } = module;
  const subject = `./${module.path.split("/").at(-1)?.replace(/\.test\.tsx?$/, "") ?? ""}${module.owner.extensions ? ".js" : ""}`;
  const others = imports.filter(({ line, specifier, local }) => line !== undefined && specifier !== subject && local !== `create${entity}`);
  const mocks = others.map(({ specifier, local }) => `vi.mock("${specifier}", () => ({ ${local}: vi.fn(() => ({ limit: ${String(random.below(100))} })) }));`);
  return `import { describe, expect, test, vi } from "vitest";
import { create${entity} } from "${subject}";
${others.map(({ line }) => line).join("\n")}

${random.chance(0.5) || module.uses.length > 0 ? mocks.join("\n") : ""}

describe("${spaced(entity)}", () => {
  test("keeps its limit", () => {
    const limit = ${String(random.between(1, 9))};
    const key = "${spaced(entity)}";
    expect(create${entity}(key, limit).limit).toBeGreaterThan(0);
${others.map(({ use }) => `    expect(${use}).toBe(limit);\n`).join("")}  });
});
`;
}

/** A governed symbol's name where it is none: in a comment, a text, another object's member, a local declaration. */
function mention({ entity }: Module, { declared }: Governed, random: Random): string {
  return random.pick([
    `// Once this was done by ${declared}() of another package. See the decision record.\n`,
    `const ${camel(entity)}Message = "Do not call ${declared}() here.";\n`,
    `function forward${entity}(client: { ${declared}(limit: number): number }): number {\n  return client.${declared}(1);\n}\n`,
    `function local${entity}(): number {\n  const ${declared} = (limit: number): number => limit + 1;\n  return ${declared}(2);\n}\n`,
  ]);
}

/** The text of a barrel or a facade. */
export function renderBarrel(module: Module, { seed }: Rendering): string {
  const random = createRandom(seed * 1_000_003 + module.number);
  const lines: string[] = [];
  let last: Reexport | undefined;
  let together: string[] = [];
  const flush = (): void => {
    if (last !== undefined && together.length > 0) lines.push(`export { ${together.join(", ")} } from "${specifierFor(module, last.from, random)}";`);
    together = [];
  };
  for (const [index, each] of module.reexports.entries()) {
    // Names of one module stand in one declaration.
    if (each.kind !== "named" || each.apart === true || each.from !== last?.from) flush();
    last = each;
    if (each.kind === "named" && each.apart !== true) together.push(`${each.type ? "type " : ""}${each.name === each.as ? each.name : `${each.name} as ${each.as}`}`);
    else lines.push(...renderReexport(each, specifierFor(module, each.from, random), index));
  }
  flush();
  return `${random.chance(0.3) ? `/** ${sentence("module", random)} */\n` : ""}${lines.join("\n")}\n${module.extras.map((extra) => `\n${extra}`).join("")}`;
}

function renderReexport(reexport: Reexport, specifier: string, index: number): readonly string[] {
  if (reexport.kind === "star") return [`export * from "${specifier}";`];
  const { as } = reexport;
  if (reexport.kind === "namespace") {
    return reexport.apart === true ? [`import * as ${as} from "${specifier}";`, `export { ${as} };`] : [`export * as ${as} from "${specifier}";`];
  }
  const local = `${reexport.name === "default" ? "it" : reexport.name}${String(index)}`;
  const type = reexport.type ? "type " : "";
  return [`import { ${type}${reexport.name} as ${local} } from "${specifier}";`, `export { ${type}${local} as ${as} };`];
}
