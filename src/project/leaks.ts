/** Where governed symbols get out: every module and name by which an export is to be had that is defined elsewhere. */
import type { ModuleKey } from "../policy/facts.ts";
import type { Seed, Ways } from "../policy/ways.ts";
import type { Definition, Graph } from "./graph.ts";
import type { ModuleRecord } from "./record.ts";

/** What one file passes on of another module. */
interface Edge {
  readonly file: ModuleKey;
  readonly from: ModuleKey;
  /** The name there; `"*"` for the whole: a namespace, or with `isStar` every export. */
  readonly name: string;
  /** The outward name; `"*"` for a star. */
  readonly as: string;
  readonly isStar: boolean;
  readonly withDefault: boolean;
}

/** The exports of files that are other modules' exports, found by the module that they are of. */
export class ExportEdges {
  readonly #into = new Map<ModuleKey, Set<Edge>>();
  readonly #of = new Map<ModuleKey, { readonly edges: readonly Edge[]; readonly own: ReadonlySet<string> }>();

  /** @param resolve gives the module behind a specifier of the file */
  set(file: ModuleKey, record: ModuleRecord, resolve: (specifier: string) => ModuleKey): void {
    this.delete(file);
    const edges: Edge[] = [];
    for (const [as, source] of record.exports)
      if (source.from !== undefined) edges.push({ file, from: resolve(source.from), name: source.name, as, isStar: false, withDefault: true });
    for (const star of record.stars) edges.push({ file, from: resolve(star.from), name: "*", as: "*", isStar: true, withDefault: star.withDefault });
    this.#of.set(file, { edges, own: new Set(record.exports.keys()) });
    for (const edge of edges) {
      const known = this.#into.get(edge.from) ?? new Set();
      this.#into.set(edge.from, known);
      known.add(edge);
    }
  }

  delete(file: ModuleKey): void {
    for (const edge of this.#of.get(file)?.edges ?? []) {
      const known = this.#into.get(edge.from);
      known?.delete(edge);
      if (known?.size === 0) this.#into.delete(edge.from);
    }
    this.#of.delete(file);
  }

  into(module: ModuleKey): Iterable<Edge> {
    return this.#into.get(module) ?? [];
  }

  /** Whether the file spells an export of that name, so that its stars do not let it through. */
  spells(file: ModuleKey, name: string): boolean {
    return this.#of.get(file)?.own.has(name) === true;
  }
}

interface Pair {
  readonly module: ModuleKey;
  readonly name: string;
  /** What the pair is: a governed export, or a module as a whole. */
  readonly is: { readonly seed: Seed; readonly original: string; readonly home: Definition } | { readonly target: ModuleKey };
  readonly through: readonly ModuleKey[];
}

/**
 * Follows governed exports outward, module by module, until nothing is new.
 * @param seeds governed exports; what is a seed is no leak
 * @param barriers exports at which nothing is followed further: the canonical way to a symbol is no leak of its old one
 */
export function followLeaks(seeds: readonly Seed[], barriers: readonly Definition[], edges: ExportEdges, graph: Graph): Ways {
  const pairs = new Map<string, Pair>();
  const stops = new Set(barriers.map(({ module, name }) => `${name}\0${module}`));
  const interesting = new Set<ModuleKey>();
  const queue: Pair[] = [];
  const add = (pair: Pair): void => {
    const key = `${pair.name}\0${pair.module}`;
    if (pairs.has(key) || (stops.has(key) && pair.through.length > 0)) return;
    pairs.set(key, pair);
    queue.push(pair);
  };
  for (const seed of seeds)
    for (const name of namesOf(seed, graph))
      add({ module: seed.module, name, is: { seed, original: name, home: graph.home(seed.module, name) ?? { module: seed.module, name } }, through: [] });

  const isStill = ({ is }: Pair, module: ModuleKey, name: string): boolean => {
    const found = graph.home(module, name);
    return "target" in is ? found?.module === is.target && found.name === "*" : found?.module === is.home.module && found.name === is.home.name;
  };
  const passOn = (pair: Pair, edge: Edge): void => {
    const { file, as } = edge;
    const name = edge.isStar ? pair.name : as;
    if (edge.isStar ? (name === "default" && !edge.withDefault) || edges.spells(file, name) : edge.name !== pair.name) return;
    if (file !== pair.module && isStill(pair, file, name)) add({ ...pair, module: file, name, through: [...pair.through, file] });
  };
  /** A module as a whole, once: whoever has it has each of its governed exports. */
  const passWhole = (module: ModuleKey, through: readonly ModuleKey[]): void => {
    if (interesting.has(module)) return;
    interesting.add(module);
    for (const edge of edges.into(module))
      if (!edge.isStar && edge.name === "*") add({ module: edge.file, name: edge.as, is: { target: module }, through: [...through, edge.file] });
  };
  for (const { module } of seeds) passWhole(module, []);
  // The queue grows while it is walked.
  for (const pair of queue) {
    passWhole(pair.module, pair.through);
    for (const edge of edges.into(pair.module)) if (edge.isStar || edge.name !== "*") passOn(pair, edge);
  }

  const leaks: Ways["leaks"][number][] = [];
  const namespaces: Ways["namespaces"][number][] = [];
  for (const { module, name, is, through } of pairs.values()) {
    if ("target" in is) namespaces.push({ module, name, target: is.target });
    else if (through.length > 0) leaks.push({ module, name, seed: is.seed, original: is.original, through });
  }
  return { leaks, namespaces };
}

/** Of a module that cannot be known, the names that it is asked for are not known either. */
function namesOf({ module, name, except = [] }: Seed, graph: Graph): readonly string[] {
  return name === "*" ? (graph.exportNames(module) ?? []).filter((each) => !except.includes(each)) : [name];
}
