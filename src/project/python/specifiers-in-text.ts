/** Modules that a Python file imports, found in its text without parsing: every one that is there, and maybe some that only look like one. */
import { dottedBelow } from "./module-path.ts";

const keyword = /\b(?:from|import)\b/g;
/** Between two tokens of one line, which a backslash continues. */
const space = /(?:[ \t\f]|\\\r?\n|\\\r)*/y;
/** Within parentheses. */
const spaceOver = /(?:[\s\\]|#[^\r\n]*)*/y;
const word = /[A-Za-z_\x80-\uffff][\w\x80-\uffff]*/y;
const loaded = /\b(?:import_module|__import__)\s*\(\s*(?:name\s*=\s*)?[rRuU]?(["'])([.\w\x80-\uffff]+)\1/g;

/**
 * Every module of an import, with those around it, and what is taken by name as if it were a module below: it may be one.
 * @returns `undefined` where what looks like imports is too tangled to tell in little time
 */
export function pythonSpecifiersIn(text: string): readonly string[] | undefined {
  if (!text.includes("import")) return [];
  const reader = new Reader(text);
  for (const { 0: found, index } of text.matchAll(keyword)) {
    if (found === "from") reader.from(index + found.length);
    else reader.import(index + found.length);
    if (reader.steps > text.length + 1000) return undefined;
  }
  for (const [, , name = ""] of text.matchAll(loaded)) reader.addWithParents(name.normalize("NFKC"));
  return [...reader.found];
}

/** Reads statements from the middle of a text that may be anything. */
class Reader {
  readonly found = new Set<string>();
  /** Texts made to be tangled could have it read the same words again and again. */
  steps = 0;
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** `from a.b import c, d`, from behind the first word. */
  from(start: number): void {
    this.#at = start;
    const module = this.#module();
    if (module === "" || this.#word() !== "import") return;
    this.#skip(space);
    this.addWithParents(module);
    const isOver = this.#takes("(");
    for (let name = this.#next(isOver); name !== undefined; name = this.#next(isOver)) this.found.add(dottedBelow(module, name));
  }

  /** `import a.b as c, d`, from behind the word. That of a `from` reads names as modules: more than there are, and never fewer. */
  import(start: number): void {
    this.#at = start;
    do {
      const module = this.#module();
      if (module === "") return;
      this.addWithParents(module);
      if (this.#word() === "as") this.#word();
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
    for (;;) {
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
    this.steps += 1;
    return found?.normalize("NFKC");
  }

  #takes(character: string): boolean {
    this.steps += 1;
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
