/** One session per manifest: what is derived from it lives here, and is made anew when the manifest changes. */
import path from "node:path";
import type { Language } from "../languages/adapter.ts";
import { loadManifest, readSettings } from "../manifest/load.ts";
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

/** Symbols and policy of one language. */
export interface Realm {
  readonly symbols: SymbolTable;
  readonly policy: Policy;
}

/** A manifest at work. */
export class Session {
  readonly manifest: Manifest;
  readonly project: Project;
  readonly #freshness = new Freshness();
  readonly #realms = new Map<LanguageName, Realm>();
  /** What the realms were derived from. */
  #survey: Survey | undefined;
  #version: number | undefined;

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
    // In a project of any size the file that somebody has just saved is seen at once.
    if (due === "file") this.project.surveyed?.lookAt(this.project.fileKey(file));
    if (due === "file" || due === "nothing") return this.#compare();
    if (due === "everything") {
      this.project.refresh();
      this.#realms.clear();
    }
    const start = performance.now();
    this.project.surveyed?.look();
    this.#compare();
    this.#freshness.looked(performance.now() - start);
  }

  /** Another manifest's session may have looked, or made another survey, since this one's symbols were derived. */
  #compare(): void {
    const { surveyed } = this.project;
    if (surveyed !== this.#survey || surveyed?.version !== this.#version) this.#realms.clear();
  }

  /** What reports depend on in other files, as of now. */
  fingerprint(): string {
    this.project.refresh();
    this.#realms.clear();
    this.project.surveyed?.look();
    return languages.map((language) => fingerprintOf(this.project, this.realm(language).symbols)).join("\n");
  }

  /** Symbols and policy for files of `language`. */
  realm({ name }: Language): Realm {
    const known = this.#realms.get(name);
    if (known) return known;
    const { project, manifest } = this;
    const symbols = new SymbolTable(manifest, name, {
      manifestModule: (module) => project.manifestModule(module, name),
      home: (module, exported) => (project.mayReexport(module, exported) ? project.home(module, exported) : undefined),
      passesOn: (module, other) => path.isAbsolute(other) && project.exportNames(module).names.some((exported) => project.home(module, exported)?.module === other),
      formsOf: project.formsOf,
      ways: (seeds, barriers) => project.survey(manifest.exclude).ways({ seeds, barriers, texts: modulesIn(manifest) }),
    });
    const realm = { symbols, policy: new Policy(manifest, symbols) };
    this.#realms.set(name, realm);
    this.#survey = project.surveyed;
    this.#version = project.surveyed?.version;
    return realm;
  }
}

/** Every module, as the manifest writes it. */
function modulesIn({ migrations }: Manifest): readonly string[] {
  return migrations.flatMap(({ canonical, deprecated }) => [...(canonical ? [canonical] : []), ...deprecated].map(({ module }) => module));
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
  const known = sessionsOfObjects.get(settings);
  if (known) {
    known.begin(file, settings);
    return known;
  }
  const { manifest, root } = readSettings(settings["ssot"]);
  const session = sessionOf(loadManifest({ cwd, setting: manifest, root, checkRewrite: checkRewrites }));
  if (typeof manifest === "object") sessionsOfObjects.set(settings, session);
  session.begin(file, settings);
  return session;
}

/** A manifest that a configuration holds itself stays as it is as long as the configuration does. */
const sessionsOfObjects = new WeakMap<object, Session>();

/** The session of a manifest; one for each content. */
export function sessionOf({ manifest, root, version }: LoadedManifest): Session {
  const python = pythonOf(manifest);
  return latest(sessions, `${root}\0${version}`, () => new Session(manifest, latest(projects, JSON.stringify([root, python?.roots]), () => createProject(root, python))));
}

/** Where Python's imports start, in a project that has a migration of it. */
export function pythonOf({ migrations, python }: Manifest): Manifest["python"] | undefined {
  return migrations.some(({ language }) => language === "python") ? python : undefined;
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
