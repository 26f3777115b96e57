/** What a language asks while it reads one file, answered from project and policy. */
import path from "node:path";
import type { ReadPorts, RequiredAs, Successor } from "../languages/adapter.ts";
import type { ModuleKey } from "../policy/facts.ts";
import type { SymbolTable } from "../policy/symbols.ts";
import { isUtf8File } from "../project/files/disk.ts";
import type { Project } from "../project/project.ts";
import { successorOf } from "./successor.ts";
import { mockerOf, takersByName } from "./takers.ts";

/** Where the file is. */
export interface FilePlace {
  /** Absolute path, as the lint names it. */
  readonly path: string;
  /** Where it really is, by its own name, which tells the language. */
  readonly real: string;
  readonly module: ModuleKey;
  /** Whether its text is wholly the language's own. */
  readonly whole: boolean;
}

/** A class, since each file of a run needs one, and few ask it anything. */
export class FilePorts implements ReadPorts {
  readonly self: ModuleKey;
  readonly whole: boolean;
  readonly definitions: readonly string[];
  readonly exclusiveNames: ReadonlySet<string>;
  readonly parse: ReadPorts["parse"];
  readonly #project: Project;
  readonly #symbols: SymbolTable;
  readonly #place: FilePlace;

  /** @param parse parses a changed text as the lint would */
  constructor(project: Project, symbols: SymbolTable, place: FilePlace, parse: ReadPorts["parse"]) {
    this.#project = project;
    this.#symbols = symbols;
    this.#place = place;
    this.self = place.module;
    this.whole = place.whole;
    this.definitions = symbols.definedIn(place.module);
    this.exclusiveNames = symbols.exclusive.names;
    this.parse = parse;
  }

  moduleKey(specifier: string): ModuleKey {
    return this.#project.moduleKey(this.#place.path, specifier);
  }

  governs(module: ModuleKey): boolean {
    return this.#symbols.governs(module);
  }

  deprecatedNamesBehind(specifier: string): readonly string[] {
    if (this.#project.surveyed?.mayLead(this.#place.real, specifier) === false) return [];
    return this.#symbols.namesIn(this.moduleKey(specifier));
  }

  namespaceAt(module: ModuleKey, name: string): ModuleKey | undefined {
    return this.#symbols.namespaces.at(module, name);
  }

  deprecatedNames(module: ModuleKey): readonly string[] {
    return this.#symbols.namesIn(module);
  }

  successorOf(module: ModuleKey): Successor | undefined {
    return successorOf(module, this.#project, this.#symbols);
  }

  hasManualMock(module: ModuleKey): boolean {
    return this.#project.hasManualMock(module);
  }

  takersOf(name: string): readonly ModuleKey[] {
    return takersByName(this.self, name, this.#project, this.#symbols);
  }

  mockerOf(name: string): string | undefined {
    const mocker = mockerOf(this.self, name, this.#project);
    return mocker && path.posix.relative(this.#project.root, mocker);
  }

  loadsAlong(target: ModuleKey, module: ModuleKey): boolean {
    const isAround = /\/__init__\.pyi?$/.test(module) && target.startsWith(`${path.posix.dirname(module)}/`);
    return isAround || this.#project.needs(target, module);
  }

  mayBeLoadedUnseen(): boolean {
    return this.#project.mayBeLoadedUnseen(this.self);
  }

  isInUtf8(): boolean {
    return isUtf8File(this.#place.real);
  }

  requiredDefault(module: ModuleKey): RequiredAs {
    return this.#project.requiredDefault(module);
  }

  exports(module: ModuleKey, name: string): boolean {
    return this.#project.exportOf(module, name).known === "yes";
  }

  disagree(name: string, ...modules: readonly ModuleKey[]): boolean {
    const homes = modules.map((module) => (this.exports(module, name) ? this.#project.home(module, name) : undefined));
    // Packages may have the same thing inside.
    return homes.every((home) => home && path.isAbsolute(home.module)) && new Set(homes.map((home) => JSON.stringify(home))).size > 1;
  }
}
