/** One session per manifest: what is derived from it lives here, and is made anew when the manifest changes. */
import type { Language } from "../languages/adapter.ts";
import { loadManifest } from "../manifest/load.ts";
import type { LoadedManifest } from "../manifest/load.ts";
import type { LanguageName, Manifest } from "../manifest/schema.ts";
import { Policy } from "../policy/policy.ts";
import { SymbolTable } from "../policy/symbols.ts";
import { createProject } from "../project/project.ts";
import type { Project, Survey } from "../project/project.ts";
import { Freshness } from "./freshness.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { checkRewrites, languages } from "./languages.ts";

/** An editor may have several folders open; a session that is not among the latest is made anew when it is needed. */
const kept = 8;
/** Who types in a manifest leaves many states of it behind, each with all that was derived from it. */
const keptOfOneFolder = 2;

/** What is derived from the manifest for one language. */
export interface Realm {
  readonly symbols: SymbolTable;
  readonly policy: Policy;
  /** Of all files for the symbols; absent where the manifest governs none. */
  readonly survey: Survey | undefined;
}

/** A manifest at work. */
export class Session {
  readonly manifest: Manifest;
  readonly project: Project;
  readonly #freshness = new Freshness();
  readonly #realms = new Map<LanguageName, Realm>();
  /** Their own, and not the project's latest: that may be another manifest's. */
  readonly #surveys = new Map<LanguageName, Survey>();

  constructor(manifest: Manifest, project: Project) {
    this.manifest = manifest;
    this.project = project;
  }

  /**
   * To be called when a file's lint begins: looks at the disk where something may have changed.
   * @param file its path
   * @param settings the configuration's, the same object for all files of one run and one configuration
   */
  begin(file: string, settings: object): void {
    const due = this.#freshness.begin(file, settings);
    if (due === "nothing") return;
    if (due === "everything") {
      this.project.refresh();
      this.#realms.clear();
    }
    const start = performance.now();
    this.#look();
    this.#freshness.looked(performance.now() - start);
  }

  #look(): void {
    for (const survey of this.#surveys.values()) if (survey.look()) this.#realms.clear();
  }

  /** What reports depend on in other files, as of now. */
  fingerprint(): string {
    this.project.refresh();
    this.#realms.clear();
    this.#look();
    return languages.map((language) => fingerprintOf(this.project, this.realm(language))).join("\n");
  }

  /** Symbols and policy for files of `language`. */
  realm({ name }: Language): Realm {
    const known = this.#realms.get(name);
    if (known) return known;
    const { project } = this;
    const symbols = new SymbolTable(this.manifest, name, {
      manifestModule: (module) => project.manifestModule(module),
      home: (module, exported) => (project.mayReexport(module, exported) ? project.home(module, exported) : undefined),
      ways: (seeds, barriers) => {
        const survey = project.survey({ seeds, barriers }, this.manifest.exclude, this.#surveys.get(name));
        this.#surveys.set(name, survey);
        return survey.leaks;
      },
    });
    const realm = { symbols, policy: new Policy(this.manifest, symbols), survey: this.#surveys.get(name) };
    this.#realms.set(name, realm);
    return realm;
  }
}

const sessions = new Map<string, Session>();
const projects = new Map<string, Project>();

/**
 * The session for a file whose lint begins.
 * @param cwd ESLint's working directory
 * @param settings the configuration's `settings`
 * @throws ManifestError where the manifest is missing, unreadable or invalid, with every error at its place
 */
export function sessionFor(cwd: string, settings: Readonly<Record<string, unknown>>, file: string): Session {
  const own = settings["ssot"];
  const { manifest, root } = typeof own === "object" && own !== null ? { manifest: undefined, root: undefined, ...own } : {};
  const { session } = sessionOf(loadManifest({ cwd, setting: manifest, root, checkRewrite: checkRewrites }));
  session.begin(file, settings);
  return session;
}

/** The session of a manifest; one for each content. */
export function sessionOf(loaded: LoadedManifest): { readonly session: Session; readonly version: string } {
  const folder = `${loaded.root}\0`;
  const session = latest(sessions, folder + loaded.version, () => {
    const older = [...sessions.keys()].filter((key) => key.startsWith(folder));
    for (const key of older.slice(0, 1 - keptOfOneFolder)) sessions.delete(key);
    const project = latest(projects, loaded.root, () => createProject(loaded.root));
    return new Session(loaded.manifest, project);
  });
  return { session, version: loaded.version };
}

/** The value of `key`, which becomes the latest; the oldest beyond the bound goes. */
function latest<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= kept) break;
    map.delete(oldest);
  }
  return value;
}
