/** Checks a valid manifest against the code that it is about: modules, exports, arguments, and what is the same symbol. */
import { checkCalls } from "./check-calls.ts";
import { chainEnd, checkClaims, claimsByIdentity, type Claim } from "./check-claims.ts";
import type { CodePorts } from "./code-ports.ts";
import { printSymbol, type ModuleIdentifier, type WrittenSymbol } from "./judge-symbol.ts";
import { quoted } from "./judge-text.ts";
import { nearModule, nearPythonModule, type Nearness } from "./near-module.ts";
import { printPath, type Finding, type JsonPath } from "./problems.ts";
import { salvage } from "./salvage.ts";
import type { DeprecatedSymbol, LanguageName, Manifest } from "./schema.ts";
import { closest, isSlip } from "./spelling.ts";

/**
 * What is not certain is no error.
 * @param manifest one that is valid by itself
 * @returns in no particular order
 */
export function checkCode(manifest: Manifest, ports: CodePorts): readonly Finding[] {
  const nearIn: Readonly<Record<LanguageName, Near>> = {
    ecmascript: (module, nearness) => (module.startsWith("./") ? nearModule(module, ports, nearness) : isBarePath(module, ports) ? `./${module}` : undefined),
    python: (module, nearness) => nearPythonModule(module, manifest.python.roots, ports, nearness),
  };
  const namedIn = { ecmascript: namedBy(manifest, "ecmascript", ports), python: namedBy(manifest, "python", ports) };
  const findings = manifest.migrations.flatMap(({ language, canonical, deprecated }, index): readonly Finding[] => {
    const [named, near] = [namedIn[language], nearIn[language]];
    const path: JsonPath = ["migrations", index];
    return [
      ...(canonical === undefined ? [] : checkCanonical([...path, "canonical"], canonical, named, ports, near)),
      ...deprecated.flatMap((entry, at) => {
        const entryPath = [...path, "deprecated", at];
        return [...checkDeprecated(entryPath, entry, named, ports, near), ...(canonical === undefined ? [] : checkCalls(entryPath, { rewrites: entry.rewrites, canonical, language }, ports))];
      }),
    ];
  });
  return [...findings, ...checkIdentities(manifest, ports)];
}

/** The module that was probably meant by one that is not there. */
type Near = (module: string, nearness: Nearness) => string | undefined;

/** The symbols that the manifest speaks of: none of them is another one, mistyped. */
interface Named {
  readonly language: LanguageName;
  has(module: string, name: string): boolean;
  /** A "*" counts for every name but its exceptions. */
  isDeprecated(module: string, name: string): boolean;
}

function namedBy({ migrations }: Manifest, language: LanguageName, ports: CodePorts): Named {
  const deprecated = new Map<string, DeprecatedSymbol>();
  const symbols = new Set<string>();
  const add = ({ module, name }: WrittenSymbol): string => {
    const symbol = `${ports.manifestModule(module, language)} ${name}`;
    symbols.add(symbol);
    return symbol;
  };
  for (const migration of migrations) {
    if (migration.language !== language) continue;
    if (migration.canonical !== undefined) add(migration.canonical);
    for (const entry of migration.deprecated) deprecated.set(add(entry), entry);
  }
  return {
    language,
    has: (module, name) => symbols.has(`${module} ${name}`),
    isDeprecated: (module, name) => deprecated.has(`${module} ${name}`) || deprecated.get(`${module} *`)?.except.includes(name) === false,
  };
}

function checkCanonical(path: JsonPath, { module, name }: WrittenSymbol, named: Named, ports: CodePorts, near: Near): readonly Finding[] {
  const { language } = named;
  const key = ports.manifestModule(module, language);
  // A link of a chain: it is to go itself, and may be gone.
  if (named.isDeprecated(key, name)) return [];
  if (ports.presenceOf(module, language) === "no") {
    const mayHave = (other: string): boolean => ports.presenceOf(other, language) === "yes" && (name === "*" || ports.exportOf(ports.manifestModule(other, language), name).known !== "no");
    const meant = near(module, { file: closest, folder: closest, fits: mayHave });
    const message = module.startsWith("./") || language === "python" || isBarePath(module, ports) ? `there is no module ${quoted(module)}` : `the package has no module ${quoted(module)}`;
    const mend = meant === undefined ? `Name the module that ${language === "python" ? "has" : "exports"} ${name === "*" ? "what the deprecated one did" : `\`${name}\``}` : `Did you mean ${quoted(meant)}?`;
    return [{ path: [...path, "module"], message, mend }];
  }
  if (name === "*" || ports.exportOf(key, name).known !== "no") return [];
  const names = ports.exportNames(key).filter((each) => !named.isDeprecated(key, each));
  const meant = closest(name, names);
  const [add, has] = language === "python" ? ["Define", "has"] : ["Export", "exports"];
  const mend = meant === undefined ? `${add} it there, or name ${names.length === 0 ? "another module" : `what it ${has}: ${listed(names)}`}` : `Did you mean \`${meant}\`?`;
  return [{ path: [...path, "name"], message: lacks(module, name, language), mend }];
}

/** Whether what reads as a package is the path of a file, with its `./` forgotten. */
function isBarePath(module: string, ports: CodePorts): boolean {
  return ports.presenceOf(`./${module}`, "ecmascript") === "yes";
}

function lacks(module: string, name: string, language: LanguageName): string {
  if (language === "python") return `${quoted(module)} has no \`${name}\``;
  return `${quoted(module)} ${name === "default" ? "has no default export" : `does not export \`${name}\``}`;
}

function listed(names: readonly string[]): string {
  const most = 5;
  return names.slice(0, most).map((name) => `\`${name}\``).join(", ") + (names.length > most ? ", …" : "");
}

/** A symbol that is not there has been removed already, and that is what the manifest is for: unless it is mistyped. */
function checkDeprecated(path: JsonPath, { module, name }: WrittenSymbol, named: Named, ports: CodePorts, near: Near): readonly Finding[] {
  const slipOf = (written: string, names: readonly string[]): string | undefined => names.find((each) => isSlip(written, each));
  const { language } = named;
  const key = ports.manifestModule(module, language);
  if (ports.presenceOf(module, language) === "no") {
    const fits = (other: string): boolean => {
      const otherKey = ports.manifestModule(other, language);
      return ports.presenceOf(other, language) === "yes" && !named.has(otherKey, name) && (name === "*" || ports.exportOf(otherKey, name).known !== "no");
    };
    // The same stem with another extension is the same module too.
    const meant = near(module, { file: (written, names) => names.find((each) => each === written) ?? slipOf(written, names), folder: closest, fits });
    return meant === undefined ? [] : [{ path: [...path, "module"], message: `there is no module ${quoted(module)}`, mend: `Did you mean ${quoted(meant)}?` }];
  }
  if (name === "*" || ports.exportOf(key, name).known !== "no") return [];
  const meant = slipOf(name, ports.exportNames(key).filter((each) => !named.has(key, each)));
  return meant === undefined ? [] : [{ path: [...path, "name"], message: lacks(module, name, language), mend: `Did you mean \`${meant}\`?` }];
}

/** The checks across migrations once more, by what modules and symbols really are. */
function checkIdentities(manifest: Manifest, ports: CodePorts): readonly Finding[] {
  const identify: ModuleIdentifier = (module, language) => `${language} ${ports.manifestModule(module, language)}`;
  const salvaged = salvage(manifest);
  return [...checkClaims(salvaged, identify), ...checkHomes(claimsByIdentity(salvaged, identify), identify, ports)];
}

/** Two paths of one symbol may both be deprecated, but not in favour of two others. */
function checkHomes(claims: ReadonlyMap<string, Claim>, identify: ModuleIdentifier, ports: CodePorts): readonly Finding[] {
  const homeOf = ({ symbol: { module, name }, language }: Pick<Claim, "symbol" | "language">): string => {
    const key = ports.manifestModule(module, language);
    const home = name === "*" ? undefined : ports.home(key, name);
    return `${language} ${home?.module ?? key} ${home?.name ?? name}`;
  };
  const first = new Map<string, Claim>();
  return [...claims.values()].flatMap((claim): Finding[] => {
    if (claim.symbol.name === "*") return [];
    const home = homeOf(claim);
    const earlier = first.get(home);
    if (earlier === undefined) {
      first.set(home, claim);
      return [];
    }
    const [own, other] = [claim, earlier].map((each) => {
      const end = chainEnd(each, claims, identify);
      return end === undefined ? "" : homeOf({ symbol: end, language: each.language });
    });
    if (own === other) return [];
    const message = `${printSymbol(claim.symbol)} is the same definition as ${printSymbol(earlier.symbol)}, which ${printPath(earlier.path)} replaces otherwise`;
    return [{ path: [...claim.path, "name"], message, mend: "Let both have the same canonical symbol, or take one of the two entries out" }];
  });
}
