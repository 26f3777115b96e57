/** Which names files spell: told from their text, and of each file for all names at once, since they are asked about one by one. */
import type { ModuleKey } from "../policy/facts.ts";
import type { SourceFile } from "./listing.ts";
import { mayLoadByPattern } from "./pattern-loads.ts";
import { readBytes } from "./prefilter.ts";
import { asBytes, gap } from "./specifiers-in-text.ts";

/** By these a file may have a module's export without its name, or spell the name in another way. */
const wholly = new RegExp(String.raw`\b(?:im|ex)port${gap}(?:type${gap})?(?:[\w$\x80-\uffff]+${gap},${gap})?\*|\bimport${gap}\(|\brequire\b|[mM]ock|[aA]ctual|<script|\\[ux]`);

export class SpelledNames {
  readonly #likely: () => Iterable<string>;
  readonly #names = new Set<string>();
  #expression = /[]/g;
  /** `undefined` for a file that may have any. */
  readonly #files = new Map<ModuleKey, ReadonlySet<string> | undefined>();

  /** @param likely names that will be asked about */
  constructor(likely: () => Iterable<string>) {
    this.#likely = likely;
  }

  /** To be called when any file has changed. */
  refresh(): void {
    this.#files.clear();
  }

  /** Whether a file may take one of the names of a module that it imports: of the many that have a barrel's path most do not spell it. */
  mayTake(file: SourceFile, names: readonly string[]): boolean {
    if (names.some((name) => name === "*" || name === "default")) return true;
    this.#add(names);
    const spelled = this.#files.has(file.path) ? this.#files.get(file.path) : this.#read(file);
    return spelled === undefined || names.some((name) => spelled.has(asBytes(name)));
  }

  #add(names: readonly string[]): void {
    if (names.every((name) => this.#names.has(name))) return;
    for (const name of [...names, ...this.#likely()]) this.#names.add(name);
    const escaped = Array.from(this.#names, (name) => asBytes(name).replaceAll(/[^\w\x80-\xff]/g, String.raw`\$&`));
    this.#expression = new RegExp(String.raw`(?<![\w$])(?:${escaped.join("|")})(?![\w$])`, "g");
    this.#files.clear();
  }

  #read({ path, size }: SourceFile): ReadonlySet<string> | undefined {
    const bytes = readBytes(path, size);
    const spelled = bytes === undefined || wholly.test(bytes) || mayLoadByPattern(bytes) ? undefined : new Set(Array.from(bytes.matchAll(this.#expression), ([name]) => name));
    this.#files.set(path, spelled);
    return spelled;
  }
}
