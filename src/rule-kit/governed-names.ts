/**
 * The presets' language option `ssotNames` for Python: which files have to be parsed, told from their text. ESLint hands a
 * language its options and nothing else, so the manifest is found by what the last lint under the same options went by;
 * before the first one is known, every file is parsed.
 */
import { dirname } from "node:path";
import { python } from "../languages/python/python.ts";
import { anyWord } from "../languages/words.ts";
import { loadManifest, ManifestError } from "../manifest/load.ts";
import type { GovernedSymbol } from "../policy/symbols.ts";
import { lastPart } from "../project/python/module-path.ts";
import { checkRewrites } from "./languages.ts";
import { sessionFor, sessionOf } from "./session.ts";
import type { Realm, Session } from "./session.ts";

/** What a rule's context tells of a lint. */
interface Lint {
  readonly cwd: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

const lints = new WeakMap<object, Lint>();

/** To be called when a rule runs: files that are linted by the same options later are looked at before they are parsed. */
export function noteLint(languageOptions: object, { cwd, settings }: Lint): void {
  lints.set(languageOptions, { cwd, settings });
}

/** Stands in the presets; ESLint keeps an object with methods as it is, and serialises it by `toJSON`. */
export const governedNames = {
  /**
   * Whether a text may hold anything of interest, as of now; `undefined` where that is not known.
   * @param path the file's
   * @param languageOptions as ESLint hands them to the language
   */
  mentionsFor(path: string, languageOptions: object): ((text: string) => boolean) | undefined {
    const lint = lints.get(languageOptions);
    return lint && mentionsBy(() => sessionFor(lint.cwd, lint.settings, path), path);
  },
  /** The same by the manifest above the file, for a file whose lint is the first under its options. */
  guessFor: (path: string): ((text: string) => boolean) | undefined =>
    mentionsBy(() => sessionOf(loadManifest({ cwd: dirname(path), setting: undefined, checkRewrite: checkRewrites })), path),
  /** The manifest is a part of the cache's key already. */
  toJSON: (): string => "the names that ssot.json governs",
};

function mentionsBy(open: () => Session, path: string): ((text: string) => boolean) | undefined {
  try {
    const session = open();
    const realm = session.realm(python);
    return isDefining(session, realm, path) ? undefined : mentionsOf(realm);
  } catch (error) {
    // One that is missing or broken: the rules say so.
    if (error instanceof ManifestError) return undefined;
    throw error;
  }
}

/** A file that is deprecated as a whole need not spell its own name. */
function isDefining({ project }: Session, { symbols }: Realm, path: string): boolean {
  return symbols.definedIn(project.fileKey(path)).length > 0;
}

const known = new WeakMap<Realm, (text: string) => boolean>();

function mentionsOf(realm: Realm): (text: string) => boolean {
  let mentions = known.get(realm);
  if (!mentions) known.set(realm, (mentions = makeMentions(realm)));
  return mentions;
}

/** What may stand within a statement. */
const space = String.raw`[\s\\]*`;
const star = new RegExp(String.raw`\bimport${space}\*`);

/**
 * What a file with a fact has to spell. Of a symbol its name, by whatever module it comes. Of a whole module the last part
 * of that one's, or the name under which another one passes it on; but `from . import x` spells no module, and a star no
 * name: there it is the module that the star is of.
 */
function makeMentions({ symbols }: Realm): (text: string) => boolean {
  const governed = [...symbols.governed()];
  const names = [...symbols.exclusive.names, ...governed.flatMap(({ name }) => (name === "*" ? [] : name))];
  if (governed.length === 0 && names.length === 0) return () => false;
  const whole = governed.filter(({ name }) => name === "*");
  const targets = new Set(whole.map(({ module }) => module));
  const passedOn = [...symbols.namespaces.all()].flatMap(({ name, target }) => (targets.has(target) ? name : []));
  const lastParts = (some: readonly GovernedSymbol[]): readonly string[] => some.flatMap(({ module, entry }) => [lastPart(module), lastPart(entry.module)]);
  const spelled = new RegExp(anyWord([...names, ...lastParts(whole), ...passedOn]), "u");
  // A statement begins a line, or follows `;` or `:`; prose has such words anywhere. (What looks back comes last: it is slow.)
  const starred = new RegExp(String.raw`(?:${anyWord(lastParts(governed))}|\bfrom(?<=(?:^|[\r\n;:])[ \t\f]*from)${space}\.[\s\\.]*)${space}\bimport${space}\*`, "u");
  const passing = new RegExp(String.raw`\bfrom${space}\.[\s\\.]*\bimport\b`, "u");
  // One expression for all takes several times as long as these one after the other.
  return (text) => spelled.test(text) || (star.test(text) && starred.test(text)) || (whole.length > 0 && passing.test(text));
}
