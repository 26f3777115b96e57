/**
 * The contract between a language and the rules: syntax goes in, facts come out; orders go in, text edits come out.
 * A language knows no policy: which modules matter, and what is to become of a site, it is told.
 */
import type { LanguageName } from "../manifest/schema.ts";
import type { Fact, ModuleKey, Span } from "../policy/facts.ts";

/** Replaces `span` of the text by `text`; an empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** What a module's export is: a value (`const`, `function`), a type, or both (`class`, `enum`, a re-exported namespace). */
export type ExportKind = "value" | "type" | "both" | "unknown";

/** The module that everything another one exports moves to. */
export interface Successor {
  readonly module: ModuleKey;
  /** Whether it exports nothing else, so that a mock of the one as a whole is as good as of the other. */
  hasNoOther(): boolean;
}

/** What the language asks while it reads a file. */
export interface ReadPorts {
  /** The identity of the module that `specifier` names in this file. */
  moduleKey(specifier: string): ModuleKey;
  /** Whether any export of that module is governed, so that what is taken from it is wanted as facts. */
  governs(module: ModuleKey): boolean;
  /** The exports of that module that are not to be taken from there, or hold such ones (`"*"`: all of them). */
  deprecatedNames(module: ModuleKey): readonly string[];
  /** `deprecatedNames` of the module behind a specifier: the same answer, sooner where that is none. */
  deprecatedNamesBehind(specifier: string): readonly string[];
  /** The one module that everything that module exports is to be taken from, with the same signatures; none where anything stays. */
  successorOf(module: ModuleKey): Successor | undefined;
  /** Whether a file in `__mocks__` stands for that module where it is mocked without a factory. */
  hasManualMock(module: ModuleKey): boolean;
  /** The module that an export is as a whole (`export * as ws from "m"`), where that one is governed. */
  namespaceAt(module: ModuleKey, name: string): ModuleKey | undefined;
  /** The files that take `name` of this one, by their paths: a question to the whole project, for what is to be changed. */
  takersOf(name: string): readonly string[];
  /** A file, in words, that may put something else in the place of `name` in this one: by a mock, or with its module as a value (Python). */
  mockerOf(name: string): string | undefined;
  /** How `require` gives that module's default. */
  requiredDefault(module: ModuleKey): RequiredAs;
  /** Whether who loads the module `target` has loaded `module` then (Python). */
  loadsAlong(target: ModuleKey, module: ModuleKey): boolean;
  /** Whether a framework may load this file by its path, and take names from it (Python). */
  mayBeLoadedUnseen(): boolean;
  /** Whether that module is known to export the name: it may hide what another star brings in. */
  exports(module: ModuleKey, name: string): boolean;
  /** Whether both modules are known to export the name, and not the same thing: by two stars it gets out of no file. */
  disagree(name: string, one: ModuleKey, other: ModuleKey): boolean;
  /** This file's own identity. */
  readonly self: ModuleKey;
  /** The exports of this very file whose definitions are wanted (`"*"`: the file as a whole). */
  readonly definitions: readonly string[];
  /** Names whose definitions are wanted in whatever file exports them. */
  readonly exclusiveNames: ReadonlySet<string>;
  /** Whether the file's text is wholly the language's own (`.ts`), not a part of another (`.vue`, `.astro`). */
  readonly whole: boolean;
  /** Whether the file is in UTF-8 on disk: then a U+FFFD in its text is meant, and no letter that was lost on reading. */
  isInUtf8(): boolean;
  /** Parses a changed text with the file's own parser; throws where it does not parse. */
  parse(text: string): void;
}

/** How `require` gives an export: as what the module is itself, or as a member of that. */
export type RequiredAs = "itself" | "member" | "unknown";

/** The canonical symbol as one file is to take it. */
export interface Replacement {
  /** The specifier's text for this file, already in the style of `replacedSpecifier`. */
  readonly specifier: string;
  /** The canonical module, to find imports that already take it. */
  readonly module: ModuleKey;
  /** The export's name, `"default"`, or `"*"` where a whole namespace moves. */
  readonly name: string;
  readonly kind: ExportKind;
  /** What `require` of the module gives: of a default, as which a script of CommonJS exports all (`module.exports = x`), that itself. */
  readonly required: RequiredAs;
  /** Whether the export `name` of `module` is this very symbol, maybe by another path. */
  isSame(module: ModuleKey, name: string): boolean;
  /** Whether uses take the new name; `false`: only the path changes, and the file keeps the name that it has. */
  readonly renames: boolean;
  /** It is a type only, where the deprecated one was a value too: an import of it has to say so. */
  readonly becomesType: boolean;
  /** Call shapes, first match wins; empty for a rename or a move. */
  readonly rewrites: readonly RewriteText[];
  /** The names by which the call shapes speak of the two symbols. */
  readonly rewriteNames: { readonly deprecated: string; readonly canonical: string };
  /** Expressions for the `$name`s that `from` does not bind. */
  readonly bind: Readonly<Record<string, readonly string[]>>;
  /** Importing the old module does something: a bare import of it stays. */
  readonly sideEffects: boolean;
  /** For a namespace (`"*"`): whether the canonical module has this member too, under the same name. */
  moves(member: string): boolean;
  /** For a namespace (`"*"`): whether the canonical module has just what the deprecated one has, so that it may be passed on as a whole. */
  movesAll(): boolean;
  /** For a star import of such a module (Python): what one of the canonical module changes; `undefined` where that is not known. */
  starred(): StarChange | undefined;
}

/** What another module's star import binds, compared with that of the one before it. */
export interface StarChange {
  /** Names that it does not bind, or that are to stay where they are. */
  readonly lacks: readonly string[];
  /** Names that the other one did not bind. */
  readonly adds: readonly string[];
}

/** One call shape as the manifest writes it. */
export interface RewriteText {
  readonly from: string;
  readonly to: string;
  /** `false`: never automatic, only offered. */
  readonly safe: boolean;
}

/** What is to become of one fact. */
export interface Order {
  readonly fact: Fact;
  /**
   * `keep`: not to be touched (a disable directive, not in force); what it needs stays too. `remove`: the re-export, or
   * the definition with its own export entries, goes, and with it what only it used.
   */
  readonly action: "replace" | "keep" | "remove";
  /** Why it is at most a suggestion, whatever the language says of its safety; absent where the language decides. */
  readonly doubt?: string | undefined;
  /** What takes the deprecated symbol's place, or why nothing may; importing the old module may do something in either case. */
  readonly replacement: Replacement | { readonly refused: string; readonly sideEffects?: boolean };
  /** The notice to write at a definition. */
  readonly notice?: string | undefined;
}

/** What came of an order. */
export type Outcome =
  | { readonly fix: "automatic" }
  | { readonly fix: "suggestion"; readonly edits: readonly TextEdit[]; readonly reason: string }
  | { readonly fix: "none"; readonly reason: string };

/** All edits of a file, as one. */
export interface FilePlan {
  /** Disjoint, in the order of the text; empty where nothing is automatic. */
  readonly edits: readonly TextEdit[];
  readonly outcomes: ReadonlyMap<Fact, Outcome>;
}

/** A file's text with its tree, as ESLint gives it to rules; what else it holds, a language knows by its own brand. */
export interface ParsedFile {
  readonly text: string;
  readonly ast: object;
}

/** A language that the plugin reads. */
export interface Language {
  readonly name: LanguageName;
  /** Whether this language reads such a file: told by a brand, never by `instanceof` (two copies may be installed). */
  reads(file: ParsedFile): boolean;
  /** The selector of the tree's root, at which all reports are made. */
  root(file: ParsedFile): string;
  /** Whether the file needs reading at all: cheap, and sound (never `false` for a file with a fact). */
  concerns(file: ParsedFile, ports: ReadPorts): boolean;
  /**
   * A function that parses a changed text as the file was parsed, and throws where that does not go.
   * @param path the file's
   * @param options what the configuration has as `languageOptions`
   */
  reparser(path: string, options: Readonly<Record<string, unknown>>): (text: string) => void;
  /** All facts of the file, in one walk. */
  read(file: ParsedFile, ports: ReadPorts): FileReading;
}

/** One file, read once. */
export interface FileReading {
  readonly facts: readonly Fact[];
  /** Plans the edits for the orders given; a fact without an order is kept. */
  plan(orders: readonly Order[]): FilePlan;
}
