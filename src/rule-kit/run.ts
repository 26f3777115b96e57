/** One lint of one file: facts are read once and edits planned once, however many rules ask. */
import path from "node:path";
import type { FilePlan, Language, ParsedFile, ReadPorts } from "../languages/adapter.ts";
import type { Fact } from "../policy/facts.ts";
import type { RuleName } from "../policy/phases.ts";
import { inForce } from "../policy/policy.ts";
import type { Decision, JudgedFile } from "../policy/policy.ts";
import type { GovernedSymbol } from "../policy/symbols.ts";
import { DisabledRanges } from "./directives.ts";
import type { DirectiveSource } from "./directives.ts";
import { FilePorts } from "./file-ports.ts";
import { languageOf } from "./languages.ts";
import { ordersFor } from "./orders.ts";
import type { Active } from "./orders.ts";
import { sessionFor } from "./session.ts";
import type { Session } from "./session.ts";

/** What a run needs of ESLint's rule context. */
export interface RunContext {
  readonly id: string;
  readonly cwd: string;
  readonly filename: string;
  readonly physicalFilename?: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly languageOptions: Readonly<Record<string, unknown>>;
  readonly sourceCode: ParsedFile & DirectiveSource;
}

const ownExtensions = /\.(?:(?:d\.)?[cm]?[jt]sx?|pyi?)$/;

/** The rules that share one file. */
export class Run {
  readonly language: Language;
  readonly #session: Session;
  readonly #context: RunContext;
  readonly #file: JudgedFile;
  readonly #ports: ReadPorts;
  readonly #path: string;
  readonly #active = new Map<RuleName, Active>();
  #result: { readonly decisions: readonly Decision[]; readonly plan: FilePlan } | undefined;

  private constructor(context: RunContext, language: Language, session: Session, file: JudgedFile, ports: ReadPorts, absolute: string) {
    this.language = language;
    this.#context = context;
    this.#session = session;
    this.#file = file;
    this.#ports = ports;
    this.#path = absolute;
  }

  /** Opens a run, or `undefined` where the file concerns no rule of ours. */
  static open(context: RunContext): Run | undefined {
    const language = languageOf(context.sourceCode);
    if (!language) return undefined;
    const session = sessionFor(context.cwd, context.settings, context.filename);
    // A code block of another file (a processor's) has a name of its own; modules resolve from the real one.
    const name = context.physicalFilename ?? context.filename;
    const absolute = path.isAbsolute(name) ? name : path.resolve(context.cwd, name);
    const { project } = session;
    const { policy, symbols } = session.realm(language);
    const module = project.fileKey(absolute);
    const real = path.posix.join(path.posix.dirname(module), path.basename(absolute));
    const parse = language.reparser(absolute, context.languageOptions);
    const ports = new FilePorts(project, symbols, { path: absolute, real, module, whole: ownExtensions.test(absolute) }, parse);
    if (!language.concerns(context.sourceCode, ports)) return undefined;
    const relative = path.relative(project.root, absolute).split(path.sep).join("/");
    if (policy.excludes(relative)) return undefined;
    return new Run(context, language, session, { module, path: relative, scope: policy.scope(relative) }, ports, absolute);
  }

  /** Whether the file's results are out: a rule that comes later belongs to another lint of the same tree. */
  get isClosed(): boolean {
    return this.#result !== undefined;
  }

  /** Absolute path of the manifest's folder. */
  get root(): string {
    return this.#session.project.root;
  }

  /** Notes that a rule is switched on for this file. */
  activate(rule: RuleName, active: Active): void {
    this.#active.set(rule, active);
  }

  /** The decisions of `rule` that are in force, and the plan of the whole file. */
  results(rule: RuleName): { readonly decisions: readonly Decision[]; readonly plan: FilePlan } {
    this.#result ??= this.#judge();
    const { decisions, plan } = this.#result;
    return { plan, decisions: decisions.filter((decision) => decision.rule === rule) };
  }

  #judge(): { readonly decisions: readonly Decision[]; readonly plan: FilePlan } {
    const reading = this.language.read(this.#context.sourceCode, this.#ports);
    const { policy, symbols } = this.#session.realm(this.language);
    const all = reading.facts.flatMap((fact) => this.#first(policy.judge(fact, this.#file)) ?? []);
    const decisions = this.#withoutDoubles(all);
    if (decisions.every(({ rule }) => !this.#active.has(rule))) return { decisions, plan: { edits: [], outcomes: new Map() } };
    const orders = ordersFor(decisions, reading.facts, {
      project: this.#session.project,
      symbols,
      policy,
      path: this.#path,
      file: this.#file,
      active: this.#active,
      prefix: this.#context.id.slice(0, this.#context.id.lastIndexOf("/") + 1),
      disabled: new DisabledRanges(this.#context.sourceCode),
    });
    return { decisions, plan: reading.plan(orders) };
  }

  /** Of the verdicts that are in force the first whose rule is on; if none is on, the first. */
  #first(verdicts: readonly Decision[]): Decision | undefined {
    let first: Decision | undefined;
    for (const verdict of verdicts) {
      const due = this.#inForce(verdict);
      if (!due || this.#isSpared(due)) continue;
      if (this.#isOn(due.rule)) return due;
      first ??= due;
    }
    return first;
  }

  /** An import goes with its uses, even where nothing is said of it. */
  #isOn(rule: RuleName): boolean {
    return this.#active.has(rule) || (rule === "no-deprecated-import" && this.#active.has("no-deprecated-use"));
  }

  /** A rule that is switched off has no option of its own: its part in another's fix goes by that one's. */
  #inForce(decision: Decision): Decision | undefined {
    const active = this.#active.get(decision.rule) ?? this.#active.get("no-deprecated-import") ?? this.#active.get("no-deprecated-use");
    const symbols = decision.symbols.filter((symbol) => !this.#isOnItsWay(symbol));
    return inForce({ ...decision, symbols }, active?.phase);
  }

  /**
   * Where only a path is deprecated, the modules by which the canonical one has the symbol from elsewhere have no other. A
   * shim of a module that defines it is no such way.
   */
  #isOnItsWay({ isPath, canonical }: GovernedSymbol): boolean {
    if (!isPath || !canonical) return false;
    const { project } = this.#session;
    const isDefinedThere = canonical.name !== "*" && project.home(canonical.module, canonical.name)?.module === canonical.module;
    return !isDefinedThere && project.needs(canonical.module, this.#file.module);
  }

  /**
   * For a module that the canonical one needs, the canonical path would be a cycle. An import that could let something out
   * lets nothing out where nobody takes it.
   */
  #isSpared({ rule, fact, symbol: { canonical, through } }: Decision): boolean {
    if (rule === "no-deprecated-reexport" && fact.kind === "import" && through.length === 0) return fact.outward === undefined || this.#ports.takersOf(fact.outward).length === 0;
    return rule === "canonical-import-path" && canonical !== undefined && this.#session.project.needs(canonical.module, this.#file.module);
  }

  /** `export default ws.getX`: where the import rule reports it, the export is not reported as well. */
  #withoutDoubles(decisions: readonly Decision[]): readonly Decision[] {
    if (!this.#active.has("no-deprecated-import")) return decisions;
    const key = (fact: Fact): string => `${String(fact.span[0])}:${String(fact.span[1])}`;
    const imports = new Set(decisions.filter(({ fact }) => fact.kind === "import").map(({ fact }) => key(fact)));
    return decisions.filter(({ fact }) => fact.kind !== "reexport" || !imports.has(key(fact)));
  }
}
