/** Checks across migrations: ids, symbols claimed twice, and chains that never end. */
import { moduleIdentity, printSymbol, type ModuleIdentifier, type WrittenSymbol } from "./judge-symbol.ts";
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
export interface Claim {
  readonly path: JsonPath;
  readonly language: LanguageName;
  readonly symbol: WrittenSymbol;
  readonly identity: string;
  readonly canonical: WrittenSymbol | undefined;
  /** Exports that a "*" leaves out. */
  readonly except: readonly string[];
}

function claimsOf({ migrations }: SalvagedManifest, identify: ModuleIdentifier): readonly Claim[] {
  return migrations.flatMap(({ fields: { language, canonical }, entries }) =>
    entries.flatMap(({ path, fields: { module, name, except = [] } }) => {
      if (language === undefined || module === undefined || name === undefined) return [];
      const symbol = { module, name };
      return [{ path, language, symbol, identity: identityOf(symbol, language, identify), canonical, except }];
    }),
  );
}

function identityOf({ module, name }: WrittenSymbol, language: LanguageName, identify: ModuleIdentifier): string {
  return `${identify(module, language)} ${name}`;
}

/** @returns the first claim on each symbol, by its identity */
export function claimsByIdentity(manifest: SalvagedManifest, identify: ModuleIdentifier): ReadonlyMap<string, Claim> {
  return firstOf(claimsOf(manifest, identify));
}

function firstOf(claims: readonly Claim[]): ReadonlyMap<string, Claim> {
  const first = new Map<string, Claim>();
  for (const claim of claims) if (!first.has(claim.identity)) first.set(claim.identity, claim);
  return first;
}

/**
 * @param identify which modules are the same; by default, as far as their texts tell
 * @returns errors of symbols that are deprecated twice, replaced by themselves, or replaced in a circle
 */
export function checkClaims(manifest: SalvagedManifest, identify = moduleIdentity): readonly Finding[] {
  const claims = claimsOf(manifest, identify);
  const first = firstOf(claims);
  const twice = claims.flatMap((claim): Finding[] => {
    const earlier = first.get(claim.identity);
    if (earlier === undefined || earlier === claim) return [];
    const isSameText = moduleIdentity(claim.symbol.module, claim.language) === moduleIdentity(earlier.symbol.module, claim.language);
    return [
      {
        path: [...claim.path, "name"],
        message: `${printSymbol(claim.symbol)} is deprecated by ${printPath(earlier.path)} already${isSameText ? "" : `, as ${printSymbol(earlier.symbol)}`}`,
        mend: "Keep one of the two entries",
      },
    ];
  });
  return [...twice, ...checkLoops(first, identify)];
}

function checkLoops(claims: ReadonlyMap<string, Claim>, identify: ModuleIdentifier): readonly Finding[] {
  const told = new Set<string>();
  return [...claims.values()].flatMap((claim): Finding[] => {
    const loop = loopFrom(claim, claims, identify);
    if (loop === undefined) return [];
    const members = loop
      .map((step) => step.claim.identity)
      .sort()
      .join("\n");
    if (told.has(members)) return [];
    told.add(members);
    if (loop.length === 1) {
      const other = claim.canonical?.module ?? claim.symbol.module;
      const isSameText = moduleIdentity(claim.symbol.module, claim.language) === moduleIdentity(other, claim.language);
      const message = `${printSymbol(claim.symbol)} is to be replaced by itself${isSameText ? "" : `: ${quoted(other)} is the same module`}`;
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
function loopFrom(start: Claim, claims: ReadonlyMap<string, Claim>, identify: ModuleIdentifier): readonly Step[] | undefined {
  const { steps, end } = follow(start, claims, identify);
  return end === "loop" ? steps : undefined;
}

/**
 * @returns the symbol that takes the claimed one's place in the end; `undefined` where nothing does, or they go in a circle
 */
export function chainEnd(start: Claim, claims: ReadonlyMap<string, Claim>, identify: ModuleIdentifier): WrittenSymbol | undefined {
  const { end } = follow(start, claims, identify);
  return typeof end === "object" ? end : undefined;
}

/** `"loop"`: it comes back to where it began; `"none"`: the last has no replacement, or it goes round elsewhere. */
function follow(start: Claim, claims: ReadonlyMap<string, Claim>, identify: ModuleIdentifier): { readonly steps: readonly Step[]; readonly end: WrittenSymbol | "loop" | "none" } {
  const steps: Step[] = [];
  const seen = new Set<string>();
  let symbol: WrittenSymbol = start.symbol;
  for (;;) {
    const identity = identityOf(symbol, start.language, identify);
    if (seen.has(identity)) return { steps, end: identity === start.identity ? "loop" : "none" };
    seen.add(identity);
    const claim = claimOn(symbol, start.language, claims, identify);
    if (claim === undefined) return { steps, end: symbol };
    if (claim.canonical === undefined) return { steps, end: "none" };
    steps.push({ claim, symbol });
    // A "*" moves the name as it is.
    symbol = {
      module: claim.canonical.module,
      name: claim.canonical.name === "*" ? symbol.name : claim.canonical.name,
    };
  }
}

/** A named entry wins over a "*" for its module. */
function claimOn(symbol: WrittenSymbol, language: LanguageName, claims: ReadonlyMap<string, Claim>, identify: ModuleIdentifier): Claim | undefined {
  const named = claims.get(identityOf(symbol, language, identify));
  if (named !== undefined) return named;
  const star = claims.get(identityOf({ module: symbol.module, name: "*" }, language, identify));
  return star?.except.includes(symbol.name) === true ? undefined : star;
}
