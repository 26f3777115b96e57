/** Checks across migrations: ids, symbols claimed twice, and chains that never end. */
import { moduleIdentity, printSymbol, symbolIdentity, type WrittenSymbol } from "./judge-symbol.ts";
import { quoted } from "./judge-text.ts";
import { printPath, type Finding, type JsonPath } from "./problems.ts";
import type { SalvagedManifest } from "./salvage.ts";
import type { LanguageName } from "./schema.ts";

/** @returns an error for each id that an earlier migration has */
export function checkIds({ migrations }: SalvagedManifest): readonly Finding[] {
  const first = new Map<string, JsonPath>();
  return migrations.flatMap(({ path, fields: { id } }) => {
    if (id === undefined) return [];
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, path);
      return [];
    }
    const message = `${quoted(id)} is the id of ${printPath(earlier)} already`;
    return [{ path: [...path, "id"], message, mend: "Give each migration an id of its own" }];
  });
}

/** A deprecated symbol and what replaces it. */
interface Claim {
  readonly path: JsonPath;
  readonly language: LanguageName;
  readonly symbol: WrittenSymbol;
  readonly identity: string;
  readonly canonical: WrittenSymbol | undefined;
  /** Exports that a "*" leaves out. */
  readonly except: readonly string[];
}

function claimsOf({ migrations }: SalvagedManifest): readonly Claim[] {
  return migrations.flatMap(({ fields: { language, canonical }, entries }) =>
    entries.flatMap(({ path, fields: { module, name, except = [] } }) => {
      if (language === undefined || module === undefined || name === undefined) return [];
      const symbol = { module, name };
      return [{ path, language, symbol, identity: symbolIdentity(symbol, language), canonical, except }];
    }),
  );
}

/** @returns errors of symbols that are deprecated twice, replaced by themselves, or replaced in a circle */
export function checkClaims(manifest: SalvagedManifest): readonly Finding[] {
  const first = new Map<string, Claim>();
  const findings: Finding[] = [];
  for (const claim of claimsOf(manifest)) {
    const earlier = first.get(claim.identity);
    if (earlier === undefined) {
      first.set(claim.identity, claim);
      continue;
    }
    findings.push({
      path: [...claim.path, "name"],
      message: `${printSymbol(claim.symbol)} is deprecated by ${printPath(earlier.path)} already`,
      mend: "Keep one of the two entries",
    });
  }
  return [...findings, ...checkLoops(first)];
}

function checkLoops(claims: ReadonlyMap<string, Claim>): readonly Finding[] {
  const told = new Set<string>();
  return [...claims.values()].flatMap((claim): Finding[] => {
    const loop = loopFrom(claim, claims);
    if (loop === undefined) return [];
    const members = loop
      .map((step) => step.claim.identity)
      .sort()
      .join("\n");
    if (told.has(members)) return [];
    told.add(members);
    if (loop.length === 1) {
      const message = `${printSymbol(claim.symbol)} is to be replaced by itself`;
      return [{ path: [...claim.path, "name"], message, mend: "Name another symbol here, or in `canonical`" }];
    }
    const names = [...loop.map((step) => printSymbol(step.symbol)), printSymbol(claim.symbol)];
    return [
      {
        path: [...claim.path, "name"],
        message: `the replacements go in a circle: ${names.join(" → ")}`,
        mend: "Decide which of them stays, and take out the entry that deprecates it",
      },
    ];
  });
}

interface Step {
  readonly claim: Claim;
  /** The very symbol, where `claim` is about all of its module. */
  readonly symbol: WrittenSymbol;
}

/** The claims that lead from `start` back to it, or `undefined` where they end, or go round without it. */
function loopFrom(start: Claim, claims: ReadonlyMap<string, Claim>): readonly Step[] | undefined {
  const steps: Step[] = [];
  const seen = new Set<string>();
  let symbol: WrittenSymbol = start.symbol;
  for (;;) {
    const identity = symbolIdentity(symbol, start.language);
    if (seen.has(identity)) return identity === start.identity ? steps : undefined;
    seen.add(identity);
    const claim = claimOn(symbol, start.language, claims);
    if (claim?.canonical === undefined) return undefined;
    steps.push({ claim, symbol });
    // A "*" moves the name as it is.
    symbol = {
      module: claim.canonical.module,
      name: claim.canonical.name === "*" ? symbol.name : claim.canonical.name,
    };
  }
}

/** A named entry wins over a "*" for its module. */
function claimOn(symbol: WrittenSymbol, language: LanguageName, claims: ReadonlyMap<string, Claim>): Claim | undefined {
  const named = claims.get(symbolIdentity(symbol, language));
  if (named !== undefined) return named;
  const star = claims.get(`${moduleIdentity(symbol.module, language)} *`);
  return star?.except.includes(symbol.name) === true ? undefined : star;
}
