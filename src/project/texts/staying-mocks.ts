/** Mocks that no fix moves to another module, found in a test's text without parsing: spies, modules mocked whole, and factories that ask for the real one. */
import type { ModuleKey } from "../../policy/facts.ts";
import { decoded, readBytes } from "../files/file-bytes.ts";
import type { SourceFile } from "../files/listing.ts";
import { isPython } from "../python/module-path.ts";
import { factoryMocksIn, type FactoryMock } from "../takers/factory-mocks.ts";
import { gap } from "./specifiers-in-text.ts";

const literal = String.raw`["'\x60]([^"'\x60\\\n]+)["'\x60]`;
const spy = new RegExp(String.raw`\b(?:spyOn|replaceProperty|stub|mock${gap}\.${gap}method|(?:sinon|sandbox)${gap}\.${gap}(?:spy|replace))\b${gap}(?:<[^<>()]{0,200}>${gap})?\(([^,;]{1,160}),${gap}${literal}`, "g");
/** Without a factory there is nothing that could be written for another module. */
const whole = new RegExp(String.raw`\b(?:vi|vitest|jest)${gap}\.${gap}(?:do)?[mM]ock${gap}(?:<[^]{0,200}?>${gap})?\(${gap}(?:import${gap}\(${gap}${literal}${gap}\)|${literal})${gap}(?:,${gap})?[){]`, "g");
/** What vitest hands to a factory gives the old module, of which some exports stay. */
const asking = new RegExp(String.raw`\b(?:vi|vitest)${gap}\.${gap}(?:do)?[mM]ock${gap}(?:<[^]{0,200}?>${gap})?\(${gap}(?:import${gap}\(${gap}${literal}${gap}\)|${literal})${gap},${gap}(?:async${gap})?\(?${gap}[\w$]+${gap}(?::[^()=]{0,160})?\)?${gap}=>`, "g");
/** A call ends with a line, before one that is not indented. */
const callEnd = /\)[ \t]*;?(?:[ \t]*\r?\n)+(?![ \t\r\n])/;
const loaded = new RegExp(String.raw`\b(?:import|require)\w*${gap}(?:<[^]{0,200}?>${gap})?\(${gap}${literal}`);

/**
 * The specifiers of modules that the text spies on.
 * @param name the export that is replaced; none: any
 */
export function spiedIn(text: string, name?: string): readonly string[] {
  if (!/spyOn|replaceProperty|\b(?:stub|sinon|sandbox)\b|\bmock\s*\.\s*method\b/.test(text)) return [];
  const objects = [...text.matchAll(spy)].filter(([, , replaced]) => name === undefined || replaced === name);
  return objects.flatMap(([, object = ""]) => loaded.exec(object)?.[1] ?? boundTo(text, /[\w$]+/.exec(object)?.[0]));
}

/** The specifiers of modules that a variable may be. */
function boundTo(text: string, variable: string | undefined): readonly string[] {
  if (variable === undefined) return [];
  const word = String.raw`(?<![\w$.])${variable.replaceAll("$", String.raw`\$`)}(?![\w$])`;
  const bound = new RegExp(String.raw`${word}${gap}from${gap}${literal}|${word}[^=;]{0,160}=[^;"'\x60]{0,160}?${loaded.source}`, "g");
  return [...text.matchAll(bound)].flatMap(([, imported, other]) => imported ?? other ?? []);
}

/** The specifiers of modules that are mocked without a factory. */
export function wholeMocksIn(text: string): readonly string[] {
  return [...text.matchAll(whole)].flatMap(([, imported, specifier]) => imported ?? specifier ?? []);
}

/**
 * The specifiers of modules whose mock has a factory that asks for the real one.
 * @param name the export that the factory replaces; none: any
 */
export function askingMocksIn(text: string, name?: string): readonly string[] {
  return [...text.matchAll(asking)].flatMap((match) => {
    const [start, imported, specifier] = [match.index + match[0].length, match[1], match[2]];
    const factory = text.slice(start).split(callEnd, 1)[0] ?? "";
    return name === undefined || factory.split(/[^\w$]+/).includes(name) ? (imported ?? specifier ?? []) : [];
  });
}

/** Which mocks are meant. */
export interface StayingKinds {
  readonly spies: boolean;
  readonly wholes: boolean;
  /** Asked only where there may be any. */
  asking(): boolean;
  /** Of the mocks whose factory gives the export, or may: whether a fix leaves this one in that test where it is. */
  factory(mock: FactoryMock, test: ModuleKey): boolean;
}

interface Test {
  readonly path: ModuleKey;
  readonly text: string;
  readonly factories: readonly FactoryMock[];
}

/** Whether a specifier of a file leads to a certain module. */
type IsBehind = (file: ModuleKey, specifier: string) => boolean;

/** Answers for a whole project. */
export class StayingMocks {
  readonly #mayMock: (module: ModuleKey) => readonly SourceFile[];
  readonly #behind: (module: ModuleKey) => IsBehind;
  readonly #tests = new Map<ModuleKey, readonly Test[]>();
  readonly #files = new Map<ModuleKey, Test>();

  /**
   * @param mayMock gives the files that may mock a module, by whatever mock
   * @param behind tells which specifiers lead to a module
   */
  constructor(mayMock: (module: ModuleKey) => readonly SourceFile[], behind: (module: ModuleKey) => IsBehind) {
    this.#mayMock = mayMock;
    this.#behind = behind;
  }

  /** To be called when any file has changed. */
  refresh(): void {
    this.#tests.clear();
    this.#files.clear();
  }

  /** The files with such a mock of an export of the module, in the order of their paths. */
  of(module: ModuleKey, name: string, { spies, wholes, asking, factory }: StayingKinds): readonly ModuleKey[] {
    const tests = this.#testsOf(module);
    if (tests.length === 0) return [];
    const isAsking = asking();
    const isBehind = this.#behind(module);
    const specifiersIn = (text: string): readonly string[] => [...(spies ? spiedIn(text, name) : []), ...(wholes ? wholeMocksIn(text) : []), ...(isAsking ? askingMocksIn(text, name) : [])];
    const isStaying = ({ path, factories }: Test): boolean =>
      factories.some((mock) => (name === "*" || mock.names?.includes(name) !== false) && isBehind(path, mock.specifier) && factory(mock, path));
    return tests.filter((test) => specifiersIn(test.text).some((specifier) => isBehind(test.path, specifier)) || isStaying(test)).map(({ path }) => path);
  }

  /** Those with any such mock of the module: few, and asked about each of its exports. */
  #testsOf(module: ModuleKey): readonly Test[] {
    let tests = this.#tests.get(module);
    if (!tests) {
      const read = isPython(module) ? [] : this.#mayMock(module).map((file) => this.#read(file));
      const isBehind = this.#behind(module);
      const specifiersIn = ({ text, factories }: Test): readonly string[] => [...spiedIn(text), ...wholeMocksIn(text), ...askingMocksIn(text), ...factories.map(({ specifier }) => specifier)];
      tests = read.filter((test) => specifiersIn(test).some((specifier) => isBehind(test.path, specifier))).sort((one, other) => (one.path < other.path ? -1 : 1));
      this.#tests.set(module, tests);
    }
    return tests;
  }

  #read({ path, size }: SourceFile): Test {
    let test = this.#files.get(path);
    if (!test) {
      const text = decoded(readBytes(path, size) ?? "");
      test = { path, text, factories: factoryMocksIn(path, text) };
      this.#files.set(path, test);
    }
    return test;
  }
}
