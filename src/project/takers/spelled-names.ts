/** Which names files spell: told from their text, and of each file for all names at once, since they are asked about one by one. */
import { anyWord } from "../../languages/words.ts";
import type { ModuleKey } from "../../policy/facts.ts";
import { asBytes, readBytes } from "../files/file-bytes.ts";
import type { SourceFile } from "../files/listing.ts";
import { mayLoadByPattern } from "../texts/pattern-loads.ts";
import { gap } from "../texts/specifiers-in-text.ts";

/** By these a file may have a module's export without its name, or spell the name in another way. */
const wholly = new RegExp(String.raw`\b(?:im|ex)port${gap}(?:type${gap})?(?:[\w$\x80-\uffff]+${gap},${gap})?\*|\bimport${gap}\(|\brequire\b|\bmodule\s*["']|@import|[mM]ock|[aA]ctual|replace[EC]|<script|\\[ux]`);

interface Spelled {
  readonly names: ReadonlySet<string>;
  /** It may have any export of a module, whatever it spells. */
  readonly isWhole: boolean;
}

export class SpelledNames {
  readonly #likely: Iterable<string>;
  readonly #names = new Set<string>();
  #expression = /[]/g;
  readonly #files = new Map<ModuleKey, Spelled>();

  /** @param likely names that will be asked about */
  constructor(likely: Iterable<string>) {
    this.#likely = likely;
  }

  /** To be called when any file has changed. */
  refresh(): void {
    this.#files.clear();
  }

  /** Whether a file may take one of the names of a module that it imports: of the many that have a barrel's path most do not spell it. */
  mayTake(file: SourceFile, names: readonly string[]): boolean {
    if (names.some((name) => name === "*" || name === "default")) return true;
    return this.#spelled(file, names).isWhole || names.some((name) => this.spells(file, name));
  }

  /** Whether a file has the name as a word. */
  spells(file: SourceFile, name: string): boolean {
    return this.#spelled(file, [name]).names.has(asBytes(name));
  }

  #spelled({ path, size }: SourceFile, names: readonly string[]): Spelled {
    this.#add(names);
    let spelled = this.#files.get(path);
    if (!spelled) {
      const bytes = readBytes(path, size);
      const isWhole = bytes === undefined || wholly.test(bytes) || mayLoadByPattern(bytes);
      spelled = { names: new Set(Array.from(bytes?.matchAll(this.#expression) ?? [], ([name]) => name)), isWhole };
      this.#files.set(path, spelled);
    }
    return spelled;
  }

  #add(names: readonly string[]): void {
    if (names.every((name) => this.#names.has(name))) return;
    for (const name of [...names, ...this.#likely]) this.#names.add(name);
    this.#expression = new RegExp(anyWord(Array.from(this.#names, asBytes), String.raw`[\w$]`), "g");
    this.#files.clear();
  }
}
