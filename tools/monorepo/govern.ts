/** The fifty governed symbols: where they are defined, which way out they have, and who takes them. */
import { definers, exposuresOf, type Governed, type Module, type Package, type Route } from "./model.ts";
import type { Random } from "./random.ts";
import { kebab, nouns, spaced } from "./words.ts";

const SYMBOLS = 50;
const routes: readonly Route[] = ["stars", "renamed", "named", "namespace", "apart", "stars", "hidden"];
/** Names that other code has for other things too. */
const common: Readonly<Record<number, readonly [old: string, canonical: string]>> = {
  11: ["createClient", "openClient"],
  37: ["parseDate", "readDate"],
};

/** Chooses the symbols' modules and adds the definitions to them. Before the barrels are planned. */
export function planSymbols(packages: readonly Package[]): readonly Governed[] {
  return Array.from({ length: SYMBOLS }, (_, index): Governed => {
    const { features } = at(packages, Math.floor((index * packages.length) / SYMBOLS));
    const modules = features.flatMap(definers).filter((module) => module.route === undefined && module.extras.length === 0);
    const inFeature = definers(at(features, index)).filter((module) => modules.includes(module));
    // Every other one three barrels deep, where the package has such a folder.
    const home = (index % 2 === 0 ? modules.find(({ path }) => path.includes("/parts/")) : undefined) ?? inFeature[0];
    const other = inFeature.find((module) => module !== home);
    if (home === undefined || other === undefined) throw new Error("Too few files for fifty symbols: take 1,000.");
    const noun = nouns[index] ?? "";
    const isDefault = index % 17 === 7;
    const isClass = index % 12 === 4;
    const [declared, canonical] = common[index] ?? usual(noun, isClass);
    const name = isDefault ? "default" : declared;
    home.route = at(routes, index);
    home.own.push({ name, type: false });
    home.extras.push(definition(declared, home, isDefault ? "export default" : "export", isClass, index % 3 === 0 ? undefined : canonical));
    other.own.push({ name: canonical, type: false });
    other.extras.push(definition(canonical, other, "export", isClass, undefined));
    return { id: `${kebab(noun)}-manager`, home, name, declared, isClass, canonical: { module: other, name: canonical }, ignored: [] };
  });
}

function usual(noun: string, isClass: boolean): readonly [old: string, canonical: string] {
  return isClass ? [`${noun}Manager`, `Canonical${noun}Manager`] : [`get${noun}Manager`, `create${noun}Manager`];
}

function definition(name: string, home: Module, exported: string, isClass: boolean, replacement: string | undefined): string {
  const notice = `/**\n * Hands out the manager of the ${spaced(home.entity)}.\n${replacement === undefined ? "" : ` * @deprecated Use \`${replacement}\`.\n`} */\n`;
  if (isClass) {
    return `${notice}${exported} class ${name} {\n  readonly limit: number;\n\n  constructor(readonly key: string, limit = 10) {\n    this.limit = limit;\n  }\n}\n`;
  }
  return `${notice}${exported} function ${name}(key: string, limit = 10): ${home.entity}State {\n  return create${home.entity}(key, limit);\n}\n`;
}

/**
 * Other definitions under the same names: in other packages, whose barrels pass them on, and in root modules above a
 * home, where they go before the home's. Before the barrels are planned.
 */
export function planNamesakes(packages: readonly Package[], symbols: readonly Governed[], random: Random): void {
  for (const [index, { home, declared, isClass }] of symbols.entries()) {
    if (isClass || index % 4 !== 1) continue;
    const { owner, features } = random.pick(packages);
    const module = definers(random.pick(features)).find((each) => each.extras.length === 0);
    if (owner === home.owner || module === undefined) continue;
    module.own.push({ name: declared, type: false });
    module.extras.push(`export function ${declared}(row: { readonly limit: number }): number {\n  return row.limit;\n}\n`);
  }
  for (const index of [12, 24]) {
    const { home, declared } = at(symbols, index);
    const root = packages.find(({ owner }) => owner === home.owner)?.root;
    root?.own.push({ name: declared, type: false });
    root?.extras.push(`/** Not the one of the ${spaced(home.entity)}. */\nexport function ${declared}(limit: number): { readonly limit: number } {\n  return { limit };\n}\n`);
  }
}

/** Chooses one file in a hundred to import a governed symbol, by one of the ways that lead to it. After the barrels. */
export function planUses(modules: readonly Module[], symbols: readonly Governed[], files: number, random: Random): void {
  const users = modules.filter(({ kind, extras }) => (kind === "code" || kind === "component" || kind === "test") && extras.length === 0);
  const wanted = Math.max(10, Math.round(files / 100));
  for (let index = 0; index < wanted; index++) {
    const symbol = at(symbols, index);
    const user = random.pick(users);
    if (user.uses.length > 0) continue;
    const [direct, ...others] = exposuresOf(symbol.home, symbol.name);
    const through = others.length > 0 && random.chance(0.6) ? random.pick(others) : direct;
    if (through !== undefined) user.uses.push({ symbol, through });
  }
}

/** Files that git ignores re-export every fifth symbol. Gives their texts by path. */
export function planIgnored(symbols: readonly Governed[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [index, symbol] of symbols.entries()) {
    if (index % 5 !== 0) continue;
    const { home, name, ignored } = symbol;
    const source = `packages/${home.owner.folder}/src/`;
    const file = `${source}generated/client.ts`;
    const as = `generated${symbol.declared}`;
    const text = `export { ${name} as ${as} } from "../${home.path.slice(source.length).replace(/\.tsx?$/, "")}";\n`;
    texts.set(file, (texts.get(file) ?? "// Generated. Do not edit.\n") + text);
    ignored.push({ file, name: as });
  }
  return texts;
}

/** The item at an index that runs around. */
function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error("There is nothing to take from.");
  return item;
}
