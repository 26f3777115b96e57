/** Who imports what: the questions that need no more of most files than the specifiers in their text. */
import type { ModuleKey } from "../../policy/facts.ts";
import { ImportRows, type PackedRows, type RowTools } from "./import-rows.ts";
import type { SourceFile } from "../files/listing.ts";
import { isPackageFile, isPython } from "../python/module-path.ts";
import { isInside, packagesAround } from "../python/runs.ts";
import { Reach } from "./reach.ts";
import { shared } from "../survey/shared-survey.ts";
import type { StayingKinds } from "../texts/staying-mocks.ts";
import { Takers, type Taker, type TakersTools } from "./takers.ts";

export type ImportersTools = RowTools & Omit<TakersTools, "rows">;

export class Importers {
  readonly #tools: ImportersTools;
  readonly #rows: ImportRows;
  readonly #reach: Reach;
  readonly #takers: Takers;
  /** Of modules of Python, by the module and the package that is underway. */
  readonly #packages = new Map<string, readonly ModuleKey[]>();

  constructor(tools: ImportersTools) {
    this.#tools = tools;
    const rows = new ImportRows(tools);
    this.#rows = rows;
    this.#reach = new Reach({ rows, importsOf: (module) => tools.graph.importsOf(module) });
    this.#takers = new Takers({ ...tools, rows });
  }

  /** Counts the files that were read. */
  get scanned(): number {
    return this.#rows.scanned;
  }

  /** Everybody who takes something of `module`; with `names`, who takes others alone may be left out. */
  takersOf(module: ModuleKey, names?: readonly string[]): readonly Taker[] {
    this.#readAll();
    return this.#takers.of(module, names);
  }

  /** The files that mock `module`. */
  mockersOf(module: ModuleKey, name = "*"): readonly ModuleKey[] {
    this.#readAll();
    return this.#takers.mockersOf(module, name);
  }

  /** The scripts whose mock of an export no fix moves along: spies, and other kinds. */
  stayingMockersOf(module: ModuleKey, name: string, kinds: StayingKinds): readonly ModuleKey[] {
    this.#readAll();
    return this.#takers.staying.of(module, name, kinds);
  }

  /** Whether `module` is `target`, or needs it by imports that run, however far. */
  needs(module: ModuleKey, target: ModuleKey): boolean {
    if (this.#reach.needs(module, target)) return true;
    if (!isPython(module)) return false;
    const own = this.#tools.graph.python.parentOf(module)?.module;
    let common = own;
    while (common !== undefined && !isInside(common, target)) common = this.#tools.graph.python.parentOf(common)?.module;
    // What the module runs after it has begun meets it half done, be it around the target or not.
    const later = this.#packagesAround(module, own);
    return this.#packagesAround(module, common).some((each) => (!isInside(each, target) || later.includes(each)) && this.#reach.needs(each, target));
  }

  /** Whether an import of the file itself, that runs, loads `module` or what is below it. */
  loads(file: ModuleKey, module: ModuleKey): boolean {
    return this.#reach.loadedBy(file, (each) => each === module || isInside(module, each));
  }

  /** @param underway a package that has begun to run, as those around it have */
  #packagesAround(module: ModuleKey, underway: ModuleKey | undefined): readonly ModuleKey[] {
    const key = `${module}\0${underway ?? ""}`;
    let packages = this.#packages.get(key);
    if (!packages) {
      packages = packagesAround(module, {
        parentOf: (each) => this.#tools.graph.python.parentOf(each),
        reached: (each) => this.#reach.mayNeed(each),
        isUnderway: (each) => underway !== undefined && (each === underway || isInside(each, underway)),
      });
      this.#packages.set(key, packages);
    }
    return packages;
  }

  /** Of the threads of one run the first reads the rows of all files as they are. */
  #readAll(): void {
    if (this.#rows.isWhole) return;
    const files = [...this.#tools.files().keys()];
    const stateOf = ({ path, mtime, ctime, size }: SourceFile): string => `${path} ${String(mtime)} ${String(ctime)} ${String(size)}`;
    const rows = shared("rows", () => Array.from(this.#tools.files().values(), stateOf).join("\n"), () => {
      this.#rows.scanAll();
      return this.packed(files);
    });
    if (rows?.isOwn === false) this.restore(rows.value, files);
    this.#rows.scanAll();
  }

  /** To be called when any file may have changed, one that is not listed too. */
  refresh(): void {
    this.#reach.refresh();
    this.#takers.refresh();
    this.#packages.clear();
  }

  /** To be called when a file has changed or is gone. */
  forget(file: ModuleKey): void {
    this.#rows.forget(file);
    // What its package has decides whether others mean a module by a name.
    if (isPackageFile(file)) this.#rows.resolveAnew([file]);
  }

  /** To be called when files have come or gone. */
  resolveAnew(modules: Iterable<ModuleKey>): void {
    this.#rows.resolveAnew(modules);
  }

  /** To be called when any specifier may lead elsewhere than before. */
  clear(): void {
    this.#rows.clear();
  }

  /** What the next process need not read. */
  packed(files: readonly ModuleKey[]): PackedRows {
    return this.#rows.packed(files);
  }

  /** Takes over what was packed with the same list of files. */
  restore(rows: PackedRows, files: readonly ModuleKey[]): void {
    this.#rows.restore(rows, files);
  }
}
