/** Where governed symbols get out: every module and name by which an export is to be had that is defined elsewhere. */
import type { ModuleKey } from "../../policy/facts.ts";
import type { Seed, Ways } from "../../policy/ways.ts";
import type { Definition, Graph } from "../exports/graph.ts";
import { isPython } from "../python/module-path.ts";
import { belowPackage, pythonOutlet } from "../python/leaks.ts";
import type { ModuleRecord } from "../exports/record.ts";

/** What one file passes on of another module, as it is written. */
export interface Passing {
  readonly from: string;
  /** The name there; `"*"` for the whole: a namespace, or with `isStar` every export. */
  readonly name: string;
  /** The outward name; `"*"` for a star. */
  readonly as: string;
  readonly isStar: boolean;
  readonly withDefault: boolean;
}

/** A file's exports, as far as other files' exports depend on them. */
export interface Outlet {
  readonly passings: readonly Passing[];
  /** Every name that the file spells: its stars do not let that through. */
  readonly own: ReadonlySet<string>;
}

interface Edge extends Passing {
  readonly file: ModuleKey;
  readonly module: ModuleKey;
}

/** The outlet that a file's record shows. */
export function outletOf({ exports, stars, names }: ModuleRecord): Outlet {
  if (names) return pythonOutlet(names);
  const passings: Passing[] = [];
  for (const [as, { from, name }] of exports) if (from !== undefined) passings.push({ from, name, as, isStar: false, withDefault: true });
  for (const { from, withDefault } of stars) passings.push({ from, name: "*", as: "*", isStar: true, withDefault });
  return { passings, own: new Set(exports.keys()) };
}

/** The exports of files that are other modules' exports, found by the module that they are of. */
export class ExportEdges {
  /** By the module, and by the name there. */
  readonly #into = new Map<ModuleKey, Map<string, Set<Edge>>>();
  readonly #edges = new Map<ModuleKey, readonly Edge[]>();
  readonly #outlets = new Map<ModuleKey, Outlet>();
  readonly #resolve: (file: ModuleKey, specifier: string) => ModuleKey;
  readonly #read: (module: ModuleKey) => void;

  /**
   * @param resolve gives the module behind a specifier of a file
   * @param read sets the outlets of all files that name a module, where that is not done yet
   */
  constructor(resolve: (file: ModuleKey, specifier: string) => ModuleKey, read: (module: ModuleKey) => void) {
    this.#resolve = resolve;
    this.#read = read;
  }

  /** By file. */
  get outlets(): ReadonlyMap<ModuleKey, Outlet> {
    return this.#outlets;
  }

  set(file: ModuleKey, outlet: Outlet): void {
    this.delete(file);
    const edges = outlet.passings.map((passing): Edge => ({ ...passing, file, module: this.#resolve(file, passing.from) }));
    this.#outlets.set(file, outlet);
    this.#edges.set(file, edges);
    for (const edge of edges) {
      const known = this.#into.get(edge.module) ?? new Map<string, Set<Edge>>();
      this.#into.set(edge.module, known);
      known.set(edge.name, (known.get(edge.name) ?? new Set<Edge>()).add(edge));
    }
  }

  delete(file: ModuleKey): void {
    for (const edge of this.#edges.get(file) ?? []) {
      const known = this.#into.get(edge.module);
      const named = known?.get(edge.name);
      named?.delete(edge);
      if (named?.size === 0) known?.delete(edge.name);
      if (known?.size === 0) this.#into.delete(edge.module);
    }
    this.#edges.delete(file);
    this.#outlets.delete(file);
  }

  /** To be called when specifiers may lead elsewhere than before. */
  resolveAnew(): void {
    for (const [file, outlet] of [...this.#outlets]) this.set(file, outlet);
  }

  /** Whether any file passes on something of the module. */
  isSource(module: ModuleKey): boolean {
    return this.#into.has(module);
  }

  /** Sets the outlets of all files that may name this; of Python what they ask for is no module alone. */
  read(asked: ModuleKey): void {
    this.#read(asked);
  }

  /** What files pass on of the module. */
  into(module: ModuleKey): readonly Edge[] {
    this.#read(module);
    return [...(this.#into.get(module)?.values() ?? [])].flatMap((edges) => [...edges]);
  }

  /** What files pass on of one name of the module, or of whatever it has, as far as they were read. */
  known(module: ModuleKey, name: string): readonly Edge[] {
    const edges = this.#into.get(module);
    const stars = [...(edges?.get("*") ?? [])].filter(({ isStar }) => isStar);
    return name === "*" ? stars : [...(edges?.get(name) ?? []), ...stars];
  }

  /** Whether the file spells an export of that name, so that its stars do not let it through. */
  spells(file: ModuleKey, name: string): boolean {
    return this.#outlets.get(file)?.own.has(name) === true;
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
    // Python may choose between a symbol and a module.
    const kept = "target" in pair.is ? `${key}\0` : key;
    if (pairs.has(kept) || (stops.has(key) && pair.through.length > 0)) return;
    pairs.set(kept, pair);
    queue.push(pair);
  };
  for (const { module, name } of seeds) for (const key of graph.python.askedBy(module, name)) edges.read(key);
  for (const seed of seeds)
    for (const name of namesOf(seed, edges, graph))
      add({ module: seed.module, name, is: { seed, original: name, home: graph.home(seed.module, name) ?? { module: seed.module, name } }, through: [] });

  const isStill = ({ is }: Pick<Pair, "is">, module: ModuleKey, name: string): boolean => {
    if (isPython(module)) return graph.python.mayBe(module, name, "target" in is ? { module: is.target, name: "*" } : is.home);
    const found = graph.home(module, name);
    const isWhole = found?.name === "*" || (found?.name === "default" && graph.isAllByDefault(found.module));
    return "target" in is ? found?.module === is.target && isWhole : found?.module === is.home.module && found.name === is.home.name;
  };
  const passOn = (pair: Pair, edge: Edge): void => {
    const { file, as } = edge;
    const name = edge.isStar ? pair.name : as;
    if (edge.isStar ? (name === "default" && !edge.withDefault) || edges.spells(file, name) : edge.name !== pair.name) return;
    if (isStill(pair, file, name)) add({ ...pair, module: file, name, through: [...pair.through, file] });
  };
  /** A module as a whole, once: whoever has it has each of its governed exports. */
  const passWhole = (module: ModuleKey, through: readonly ModuleKey[]): void => {
    if (interesting.has(module)) return;
    interesting.add(module);
    if (graph.isAllByDefault(module)) add({ module, name: "default", is: { target: module }, through });
    for (const edge of [...edges.into(module), ...belowPackage(module, graph.python)])
      if (!edge.isStar && edge.name === "*" && (!isPython(edge.file) || isStill({ is: { target: module } }, edge.file, edge.as))) add({ module: edge.file, name: edge.as, is: { target: module }, through: [...through, edge.file] });
  };
  for (const { module } of seeds) passWhole(module, []);
  // The queue grows while it is walked.
  for (const pair of queue) {
    const below = graph.python.askedBy(pair.module, pair.name);
    for (const key of below) edges.read(key);
    // In Python every import of a module makes it an attribute: who has such a file is not followed further.
    const isAttribute = "target" in pair.is && below.length > 0;
    if (!isAttribute) {
      passWhole(pair.module, pair.through);
      edges.read(pair.module);
    }
    for (const edge of edges.known(pair.module, pair.name)) passOn(pair, edge);
  }

  const leaks: Ways["leaks"][number][] = [];
  const namespaces: Ways["namespaces"][number][] = [];
  for (const { module, name, is, through } of pairs.values()) {
    // The default of a CommonJS module may be governed itself, and then is no mere holder of the others.
    if ("target" in is && (isPython(module) || !pairs.has(`${name}\0${module}`))) namespaces.push({ module, name, target: is.target, through });
    if (!("target" in is) && through.length > 0) leaks.push({ module, name, seed: is.seed, original: is.original, through });
  }
  return { leaks, namespaces };
}

/** The seed's names. Of a module whose exports cannot all be known these are the names that files ask it for. */
function namesOf({ module, name, except = [] }: Seed, edges: ExportEdges, graph: Graph): Iterable<string> {
  if (name !== "*") return [name];
  const known = graph.exportNames(module);
  const names = new Set(known.names);
  // Who passes everything on may be asked as well. A Set visits what is added while it is walked.
  const askedHere = new Set(known.isAll ? [] : [module]);
  for (const each of askedHere) for (const edge of edges.into(each)) {
    if (edge.isStar) askedHere.add(edge.file);
    else if (edge.name !== "*") {
      const found = graph.home(each, edge.name);
      if (found?.module === module) names.add(found.name);
    }
  }
  return [...names].filter((each) => !except.includes(each));
}
