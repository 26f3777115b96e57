/** What a module imports of others, as text and as calls. */
import { definers, exposuresOf, type Exposure, type Feature, type Governed, type Module, type Package } from "./model.ts";
import type { Random } from "./random.ts";
import { specifierFor } from "./specifiers.ts";

/** An import: its lines, and an expression that uses it. */
export interface Import {
  /** The declaration; absent where the expression imports by itself. */
  readonly line: string | undefined;
  /** Takes `key` and `limit` from its scope and gives a number. */
  readonly use: string;
  /** The same for a test, where only the declaration counts. */
  readonly local: string;
  readonly specifier: string;
}

/** Where a module can look for others to import. */
export interface Surroundings {
  readonly here: Package;
  readonly feature: Feature;
  readonly packages: readonly Package[];
}

/** The imports of a module: those of governed symbols that are planned, and a few by chance. */
export function importsOf(module: Module, { here, feature, packages }: Surroundings, random: Random): readonly Import[] {
  // Names of this file, and the entities whose types' names it has.
  const taken = new Set([module.entity, ...module.own.map(({ name }) => name)]);
  const imports: Import[] = [];
  const add = (made: Import): void => {
    if (taken.has(made.local)) return;
    taken.add(made.local);
    imports.push(made);
  };
  for (const { symbol, through } of module.uses) add(importGoverned(module, symbol, through, random));
  const count = random.below(6);
  for (let index = 0; index < count; index++) {
    const way = random.next();
    // Cores of the company come first, and everybody imports them.
    const owner = way < 0.65 ? here : packages[Math.floor(packages.length * random.next() ** 3)] ?? here;
    const candidates = definers(way < 0.5 ? feature : random.pick(owner.features));
    const target = random.pick(candidates);
    if (taken.has(target.entity)) continue;
    taken.add(target.entity);
    const [direct, ...others] = exposuresOf(target, `create${target.entity}`);
    const reachable = others.filter((each) => each.module.owner === module.owner || each.module.subpath !== undefined);
    const through = reachable.length > 0 && random.chance(owner === here ? 0.25 : 0.85) ? random.pick(reachable) : direct;
    if (through !== undefined) add(importPlain(module, target, through, random));
  }
  return imports;
}

function importGoverned(module: Module, symbol: Governed, through: Exposure, random: Random): Import {
  const specifier = specifierFor(module, through.module, random);
  const call = (callee: string): string => `${symbol.isClass ? "new " : ""}${callee}(key, limit - 1).limit`;
  if (through.member !== undefined || random.chance(0.1)) return importMember(specifier, through, call, symbol.declared);
  const local = random.chance(0.15) || through.name === "default" ? `old${symbol.declared}` : through.name;
  return { line: `import ${clause(through.name, local, random)} from "${specifier}";`, use: call(local), local, specifier };
}

function importPlain(module: Module, target: Module, through: Exposure, random: Random): Import {
  const specifier = specifierFor(module, through.module, random);
  const call = (callee: string): string => `${callee}(key, limit - 1).limit`;
  if (through.member !== undefined || random.chance(0.06)) return importMember(specifier, through, call, target.entity);
  const local = random.chance(0.04) ? `${through.name}Here` : through.name;
  if (through.module !== target) return { line: `import ${clause(through.name, local, random)} from "${specifier}";`, use: call(local), local, specifier };
  if (random.chance(0.03)) return { line: undefined, use: `(await import("${specifier}")).${call(through.name)}`, local, specifier };
  const type = `${target.entity}State`;
  const line = `import { ${local === through.name ? local : `${through.name} as ${local}`}, type ${type} } from "${specifier}";`;
  return { line, use: `((state: ${type}) => state.limit)(${local}(key, limit - 1))`, local, specifier };
}

/** As a member of a namespace: the one that is exported, or the module as a whole. */
function importMember(specifier: string, { name, member }: Exposure, call: (callee: string) => string, about: string): Import {
  if (member !== undefined) return { line: `import { ${name} } from "${specifier}";`, use: call(`${name}.${member}`), local: name, specifier };
  const local = `all${about}`;
  return { line: `import * as ${local} from "${specifier}";`, use: call(`${local}.${name}`), local, specifier };
}

function clause(name: string, local: string, random: Random): string {
  if (name === "default") return random.chance(0.7) ? local : `{ default as ${local} }`;
  return name === local ? `{ ${name} }` : `{ ${name} as ${local} }`;
}
