/** The packages with their folders and files, before anything is imported or exported from anywhere else. */
import type { Feature, Module, Owner, Package } from "./model.ts";
import type { Random } from "./random.ts";
import { areas, camel, kebab, layers, nouns, roles } from "./words.ts";

/** Strides without a factor in common with the number of pairs of noun and role, so that a package uses no pair twice. */
const strides = [5, 7, 11, 13, 17, 19, 23, 25, 29, 31];
/** A folder takes what is left where that is no more than this, so that no package has a handful of files. */
const REST = 12;

/** Makes modules until the wanted number is reached. */
class Maker {
  left: number;
  readonly #random: Random;
  #number = 0;

  constructor(files: number, random: Random) {
    this.left = files;
    this.#random = random;
  }

  module(owner: Owner, path: string, kind: Module["kind"], entity = "", subpath?: string): Module {
    this.left--;
    // Log-normal: most files are small, a few long.
    const size = Math.min(40_000, Math.max(500, Math.round(Math.exp(7.95 + 0.85 * this.#random.normal()))));
    const defines = kind === "code" || kind === "component";
    const own = [{ name: `create${entity}`, type: false }, { name: `${camel(entity)}Defaults`, type: false }, { name: `${entity}State`, type: true }];
    return {
      number: this.#number++, path: `packages/${owner.folder}/src/${path}`, owner, subpath, kind, entity, size,
      own: defines ? own : [], reexports: [], reexportedBy: [], extras: [], uses: [],
    };
  }

  feature(owner: Owner, name: string, entities: () => string): Feature {
    const random = this.#random;
    const barrel = this.module(owner, `${name}/index.ts`, "barrel", "", random.chance(0.5) ? `./${name}` : undefined);
    const wanted = random.between(10, 20);
    const end = this.left - wanted <= REST ? 0 : this.left - wanted;
    const inner = wanted > 12 && random.chance(0.4) ? this.module(owner, `${name}/parts/index.ts`, "barrel") : undefined;
    const modules: Module[] = [];
    while (this.left > end) {
      const entity = entities();
      const isComponent = random.chance(0.2);
      const folder = inner !== undefined && modules.length % 3 === 2 ? `${name}/parts` : name;
      modules.push(this.module(owner, `${folder}/${kebab(entity)}.${isComponent ? "tsx" : "ts"}`, isComponent ? "component" : "code", entity));
      if (this.left > end && random.chance(0.07)) modules.push(this.module(owner, `${folder}/${kebab(entity)}.test.ts`, "test", entity));
    }
    return { name, barrel, inner, modules };
  }
}

/**
 * @param files how many source files all packages have together
 */
export function planPackages(files: number, random: Random): readonly Package[] {
  const packages: Package[] = [];
  const maker = new Maker(files, random);
  const pairs = nouns.length * roles.length;
  while (maker.left > 0) {
    const folder = packageName(packages.length);
    const owner: Owner = { folder, name: `@acme/${folder}`, private: random.chance(0.6), extensions: packages.length % 6 === 2 };
    const root = maker.module(owner, "index.ts", "barrel", "", ".");
    const facade = packages.length % 3 === 0 ? maker.module(owner, "compat.ts", "facade", "", "./compat") : undefined;
    const features: Feature[] = [];
    const start = random.below(pairs);
    const stride = random.pick(strides);
    let used = 0;
    const entities = (): string => {
      const pair = (start + stride * used++) % pairs;
      return `${nouns[pair % nouns.length] ?? ""}${roles[Math.floor(pair / nouns.length)] ?? ""}`;
    };
    const first = random.below(nouns.length);
    const wanted = random.between(2, 8);
    while (maker.left > 0 && features.length < wanted) {
      features.push(maker.feature(owner, plural(kebab(nouns[(first + features.length) % nouns.length] ?? "")), entities));
    }
    packages.push({ owner, root, features, facade });
  }
  return packages;
}

function plural(noun: string): string {
  return noun.replace(/(?<=[^aeiou])y$/, "ie").replace(/(?<=[sx])$/, "e") + "s";
}

function packageName(index: number): string {
  const name = `${areas[index % areas.length] ?? ""}-${layers[Math.floor(index / areas.length) % layers.length] ?? ""}`;
  const round = Math.floor(index / (areas.length * layers.length));
  return round === 0 ? name : `${name}-${String(round + 1)}`;
}
