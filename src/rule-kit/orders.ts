/** Turns decisions into orders: what is to become of each site, and what takes a symbol's place. */
import path from "node:path";
import type { Order, Replacement } from "../languages/adapter.ts";
import { byKey } from "../languages/grouped.ts";
import type { Fact, ModuleKey } from "../policy/facts.ts";
import { phaseOf } from "../policy/phases.ts";
import type { Phase, RuleName } from "../policy/phases.ts";
import type { Decision, JudgedFile, Policy } from "../policy/policy.ts";
import type { GovernedSymbol, SymbolTable } from "../policy/symbols.ts";
import type { Project } from "../project/project.ts";
import { codeLeftBehind } from "./code-left-behind.ts";
import type { DisabledRanges } from "./directives.ts";
import { replacementText } from "./messages.ts";
import { MocksLeftBehind } from "./mocks-left-behind.ts";
import { PackageAttributes } from "./package-attributes.ts";
import { exceptionsIn, whyItStays } from "./removal.ts";
import { Replacements } from "./replacements.ts";
import type { Answer } from "./replacements.ts";

/** A rule that is switched on for the file. */
export interface Active {
  /** The rule's id as the user registered it (`ssot/no-deprecated-use`). */
  readonly id: string;
  readonly phase: Phase | undefined;
}

/** The file that the orders are for, and what is known around it. */
export interface OrderContext {
  readonly project: Project;
  readonly symbols: SymbolTable;
  readonly policy: Policy;
  /** The file's absolute path. */
  readonly path: string;
  readonly file: JudgedFile;
  readonly active: ReadonlyMap<RuleName, Active>;
  /** What the user registered the plugin's rules under (`ssot/`). */
  readonly prefix: string;
  readonly disabled: DisabledRanges;
}

const refused = (reason: string): Answer => ({ refused: reason });

/** @param facts every fact of the file, in force or not */
export function ordersFor(decisions: readonly Decision[], facts: readonly Fact[], context: OrderContext): readonly Order[] {
  const { active, disabled, prefix } = context;
  const erased = typesAlone(facts);
  const replacements = new Replacements(context.project, context.path, (fact) => erased.has(taking(fact)));
  const mocks = new MocksLeftBehind(context);
  const attributes = new PackageAttributes(context);
  /** Why a person should look at a replacement. */
  const doubtOf = (symbol: GovernedSymbol, fact: Fact, answer: Answer): string | undefined => {
    if ("refused" in answer) return undefined;
    const inRunning = erased.has(taking(fact))
      ? undefined
      : (mocks.of(symbol, fact, answer.module) ??
        whyNotByName(fact, answer, context) ??
        whatIsNested(symbol, context) ??
        whatIsUnfinished(symbol, fact, answer.module, context) ??
        attributes.of(symbol, fact, answer.module) ??
        whatIsBuilt(fact.specifier, answer.specifier, context));
    return inRunning ?? whatIsUnlisted(fact.specifier, answer.specifier, context);
  };
  const takes = active.has("no-deprecated-import") || active.has("no-deprecated-use");
  // An import and its uses are one: where either rule is on, both change, and an export of the import moves along.
  const isWanted = ({ rule, fact }: Decision): boolean =>
    active.has(rule) || (takes && (rule === "no-deprecated-import" || rule === "no-deprecated-use" || fact.kind === "reexport"));
  const wanted = decisions.filter(isWanted);
  const ruled = new Set(wanted.map(({ fact }) => fact));
  const moving = new Set(wanted.filter(({ rule }) => rule === "no-deprecated-import" || rule === "no-deprecated-use").map(({ fact }) => taking(fact)));
  const unruled = byKey(facts.filter((fact) => (fact.kind === "import" || fact.kind === "use" || fact.kind === "reexport") && !ruled.has(fact)), taking);
  /** Whoever takes the same goes along, though nothing is said of that: the path alone changes, or the two rules have phases of their own. */
  const withUses = (symbol: GovernedSymbol, fact: Fact, replacement: Answer): readonly Order[] => {
    const doubt = doubtOf(symbol, fact, replacement);
    return [fact, ...(unruled.get(taking(fact)) ?? [])].map((each) => ({ fact: each, action: "replace", replacement, doubt }));
  };
  /** A star import in Python of a module that went as a whole, where imports of it are in force: it is one more of them. */
  const isStarOfMoved = ({ fact, symbol, symbols }: Decision): boolean =>
    fact.kind === "reexport" && fact.name === "*" && symbol.name === "*" && symbols.length === 1 && symbol.migration.language === "python" &&
    takes && (active.get("no-deprecated-import")?.phase ?? symbol.migration.phase) >= phaseOf("no-deprecated-import", context.file.scope);
  const starredOn = ({ starred }: Replacement): string | undefined =>
    starred()?.lacks.length === 0 ? undefined : whoStars(context);
  return wanted.flatMap((decision): readonly Order[] => {
    const { fact, rule, symbol } = decision;
    if (disabled.covers(active.get(rule)?.id ?? prefix + rule, fact.span)) return [{ fact, action: "keep", replacement: refused("") }];
    switch (rule) {
      case "require-deprecation-notice":
        return [{ fact, action: "replace", replacement: refused(""), notice: noticeOf(symbol, context) }];
      case "no-duplicate-definition":
        return [];
      case "no-deprecated-definition":
        return [removal(decision, context)];
      case "no-deprecated-reexport": {
        // `import { old } …; export { old }`: where the import moves, the export moves along and keeps its outward name. Any
        // other one goes, where nobody takes it; so does one whose callers would have to call it in another way.
        if (fact.kind === "import") return symbol.through.length === 0 ? [removal(decision, context)] : withUses(symbol, fact, replacements.fromHome(symbol, fact));
        if (isStarOfMoved(decision)) {
          const replacement = replacements.of(symbol, fact);
          if (!("refused" in replacement)) return [{ fact, action: "replace", replacement, doubt: doubtOf(symbol, fact, replacement) ?? starredOn(replacement) }];
        }
        const moved = fact.kind === "reexport" && fact.imported && moving.has(taking(fact)) ? replacements.of(symbol, fact) : refused("");
        if (!("refused" in moved) && moved.rewrites.length === 0) return [{ fact, action: "replace", replacement: moved }];
        return active.has(rule) ? [removal(decision, context)] : [];
      }
      case "canonical-import-path":
        return withUses(symbol, fact, replacements.byCanonicalPath(symbol, fact));
      case "no-deprecated-mock":
        return [{ fact, action: "replace", replacement: replacements.of(symbol, fact), doubt: codeLeftBehind(symbol, fact, context) }];
      default:
        return withUses(symbol, fact, replacements.of(symbol, fact));
    }
  });
}

/** Files that take whatever a star brings in here. */
function whoStars({ project, file }: OrderContext): string | undefined {
  const star = project.surveyed?.takersOf(file.module, []).find(({ by, file: taker }) => by === "star" && taker !== file.module);
  return star && `${path.posix.relative(project.root, star.file)} may take other names through it`;
}

/** What was a member of a CommonJS module's default export is to be a name of another such module: Node may not see it there. */
function whyNotByName(fact: Fact, { module, name, specifier }: Replacement, { project }: OrderContext): string | undefined {
  const isOfDefault = fact.kind === "import" && fact.via === fact.module && module !== fact.module;
  return isOfDefault && project.mayHideName(module, name) ? `"${specifier}" is CommonJS too, of which Node may not give \`${name}\` by its name` : undefined;
}

/** A compiled default, of which bundlers and Node do not agree: who has it from Node writes `old.default()`. */
function whatIsNested({ origin, through }: GovernedSymbol, { project, path: file }: OrderContext): string | undefined {
  if (origin.name !== "default" || !project.nestsDefault(through[0] ?? file, origin.module)) return undefined;
  return `in Node a default import of ${path.posix.relative(project.root, origin.module)} is all that it exports, and in bundlers its \`default\``;
}

/**
 * An old module that the new one needs, and that reads what the new one has while both load: that went well as long as the old one
 * was loaded first, which is what a fix changes.
 */
function whatIsUnfinished({ origin, module }: GovernedSymbol, fact: Fact, target: ModuleKey, { project }: OrderContext): string | undefined {
  if (fact.module === target) return undefined;
  const old = [origin.module, module].find((each) => project.meetsUnfinished(each, target));
  return old && `${path.posix.relative(project.root, old)} reads what the canonical module has while that loads, and the canonical module needs it`;
}

/** A package that the file's package.json does not list: under pnpm it does not resolve until it does. */
function whatIsUnlisted(replaced: string, specifier: string, { project, path: file }: OrderContext): string | undefined {
  const unlisted = project.unlistedPackage(file, replaced, specifier);
  return unlisted && `${path.posix.relative(project.root, unlisted.packageJson)} does not list "${unlisted.name}"`;
}

/** A package's own name stands for what a build wrote of it, where classes and state are others than in its sources. */
function whatIsBuilt(replaced: string, specifier: string, { project, path: file }: OrderContext): string | undefined {
  return project.leavesBuild(file, replaced, specifier) ? `"${replaced}" is what a build writes, and "${specifier}" its source` : undefined;
}

function removal(decision: Decision, context: OrderContext): Order {
  const why = whyItStays(decision, context);
  const { fact, rule, symbols } = decision;
  if (why !== undefined) return { fact, action: "replace", replacement: refused(why) };
  // What only passes a symbol on serves nothing else. A declaration has a name of the file's own, that may be meant to stay.
  const isOwn = rule === "no-deprecated-reexport" && fact.kind === "reexport" && fact.declares;
  const sideEffects = symbols.some(({ entry }) => entry.sideEffects);
  return { fact, action: "remove", replacement: { refused: "", sideEffects }, doubt: isOwn ? "a declaration of this file would go with it" : undefined };
}

/** What the notice at a definition says; a header is about the whole file, so it says what it is not about. */
function noticeOf(symbol: GovernedSymbol, { project }: OrderContext): string {
  const kept = exceptionsIn(symbol, project);
  return kept.length === 0 ? replacementText(symbol) : `${replacementText(symbol)} Not deprecated: ${kept.join(", ")}.`;
}

/** What the file takes as types alone: of that nothing runs, and no cycle of imports can come. */
function typesAlone(facts: readonly Fact[]): ReadonlySet<string> {
  const imports = byKey(facts.filter((fact) => fact.kind === "import"), taking);
  return new Set([...imports].filter(([, all]) => all.every(({ form }) => form === "type")).map(([key]) => key));
}

/** What facts have in common that are about the same export, by the same specifier. */
function taking({ module, name, specifier }: Fact): string {
  return [module, name, specifier].join("\0");
}
