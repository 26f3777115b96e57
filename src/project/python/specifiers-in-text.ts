/** Modules that a Python file imports, found in its text without parsing: every one that is there, and maybe some that only look like one. */
import { dottedBelow } from "./module-path.ts";
import type { RunImport } from "./names.ts";

const keyword = /\b(?:from|import)\b/g;
/** Between two tokens of one line, which a backslash continues. */
const space = /(?:[ \t\f]|\\\r?\n|\\\r)*/y;
/** Within parentheses. */
const spaceOver = /(?:[\s\\]|#[^\r\n]*)*/y;
const word = /[A-Za-z_\x80-\uffff][\w\x80-\uffff]*/y;
const loaded = /\b(?:(?:import_module|__import__)\s*\(\s*(?:name\s*=\s*)?|modules\s*\[\s*)[rRuU]?(["'])([.\w\x80-\uffff]+)\1/g;
/** The same, of whatever is called: where the function has another name. */
const given = /\(\s*(?:name\s*=\s*)?[rRuU]?(["'])([.\w\x80-\uffff]+)\1/g;

/**
 * Every module of an import, with those around it, and what is taken by name as if it were a module below: it may be one.
 * @returns `undefined` where what looks like imports is too tangled to tell in little time
 */
export function pythonSpecifiersIn(text: string): readonly string[] | undefined {
  const reader = new Reader(text, false);
  if (!reader.read()) return undefined;
  const isAliased = /\bimport_module\s+as\b/.test(text);
  for (const [, , name = ""] of [...text.matchAll(loaded), ...(isAliased ? text.matchAll(given) : [])]) reader.addWithParents(name.normalize("NFKC"));
  return [...reader.found];
}

/**
 * What a file may pass on of modules: `m.x` for a name, `m.*` for a star, `m.?` for either, and `m` for the module as a whole.
 * `import a.b` makes `a` a name, too; that anybody takes what is in `a` from here is left out: nearly every file would be
 * on the way of whatever a project has.
 * @returns as `pythonSpecifiersIn` does
 */
export function pythonPassingsIn(text: string): readonly string[] | undefined {
  const reader = new Reader(text, true);
  return reader.read() ? [...reader.found] : undefined;
}

/** All imports, those for type checkers too, as they are run; `undefined` as of `pythonSpecifiersIn`. */
export function pythonRunsIn(text: string): readonly RunImport[] | undefined {
  const reader = new Reader(text, false);
  return reader.read() ? reader.runs : undefined;
}

/** Reads statements from the middle of a text that may be anything. */
class Reader {
  readonly found = new Set<string>();
  readonly runs: RunImport[] = [];
  readonly #text: string;
  readonly #isPassing: boolean;
  /** Texts made to be tangled could have it read the same words again and again. */
  #steps = 0;
  #at = 0;
  /** Behind the `import` of the last `from`. */
  #done = -1;

  constructor(text: string, isPassing: boolean) {
    this.#text = text;
    this.#isPassing = isPassing;
  }

  /** @returns whether it has come to an end */
  read(): boolean {
    if (!this.#text.includes("import")) return true;
    for (const { 0: found, index } of this.#text.matchAll(keyword)) {
      const start = index + found.length;
      if (found === "from") this.from(start);
      else if (start !== this.#done) this.import(start);
      if (this.#steps > 4 * this.#text.length + 1000) return false;
    }
    return true;
  }

  /** `from a.b import c, d`, from behind the first word. */
  from(start: number): void {
    this.#at = start;
    const module = this.#module();
    if (module === "" || this.#word() !== "import") return;
    this.#done = this.#at;
    this.#skip(space);
    if (this.#isPassing) this.found.add(dottedBelow(module, "?"));
    else this.found.add(module);
    if (this.#isPassing && this.#takes("*")) this.found.add(dottedBelow(module, "*"));
    const isOver = this.#takes("(");
    const names: string[] = [];
    this.runs.push({ from: module, names });
    for (let name = this.#next(isOver); name !== undefined; name = this.#next(isOver)) {
      this.#steps += module.length / 16;
      this.found.add(dottedBelow(module, name));
      names.push(name);
    }
  }

  /** `import a.b as c, d`, from behind the word. */
  import(start: number): void {
    this.#at = start;
    do {
      const module = this.#module();
      if (module === "") return;
      this.runs.push({ from: module, names: [] });
      const isAliased = this.#word() === "as";
      if (isAliased) this.#word();
      if (!this.#isPassing) this.addWithParents(module);
      else if (isAliased || !module.includes(".")) this.found.add(module);
      this.#skip(space);
    } while (this.#takes(","));
  }

  /** A module is loaded with those around it. */
  addWithParents(module: string): void {
    for (let dot = module.indexOf(".", 1); dot > 0; dot = module.indexOf(".", dot + 1)) if (module[dot - 1] !== ".") this.found.add(module.slice(0, dot));
    this.found.add(module);
  }

  /** A dotted name, with white space between its parts. */
  #module(): string {
    let module = "";
    // No path is longer.
    while (module.length < 4096) {
      this.#skip(space);
      if (this.#takes(".")) module += ".";
      else if (module === "" || module.endsWith(".")) {
        const before = this.#at;
        const name = this.#word();
        if (name === undefined || name === "import") {
          this.#at = before;
          return module;
        }
        module += name;
      } else return module;
    }
    return "";
  }

  /** The next name of a list; `as` and what follows is passed over. */
  #next(isOver: boolean): string | undefined {
    for (;;) {
      this.#skip(isOver ? spaceOver : space);
      if (this.#takes(",")) continue;
      const name = this.#word(isOver);
      if (name !== "as") return name === "from" || name === "import" ? undefined : name;
      this.#word(isOver);
    }
  }

  #word(isOver = false): string | undefined {
    this.#skip(isOver ? spaceOver : space);
    word.lastIndex = this.#at;
    const found = word.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    this.#steps += 1;
    return found?.normalize("NFKC");
  }

  #takes(character: string): boolean {
    this.#steps += 1;
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #skip(pattern: RegExp): void {
    pattern.lastIndex = this.#at;
    pattern.exec(this.#text);
    this.#at = Math.max(this.#at, pattern.lastIndex);
  }
}
