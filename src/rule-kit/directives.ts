/** Where disable comments reach: a site under one is reported by nobody and must not be fixed with the others. */
import type { Span } from "../policy/facts.ts";

/** The part of ESLint's SourceCode that tells disable comments; every language's offers it. */
export interface DirectiveSource {
  getDisableDirectives?(): {
    readonly directives: Iterable<{ readonly type: string; readonly node: unknown; readonly value?: string | undefined }>;
  };
  getLoc?(node: never): { readonly start: Place; readonly end: Place };
  getLocFromIndex(index: number): Place;
}

interface Place {
  readonly line: number;
  readonly column: number;
}

interface Directive {
  readonly type: string;
  /** Rule ids; `undefined` for all rules. */
  readonly rules: ReadonlySet<string> | undefined;
  readonly start: Place;
  readonly end: Place;
}

/** The disable comments of one file. */
export class DisabledRanges {
  readonly #source: DirectiveSource;
  readonly #directives: readonly Directive[];

  constructor(source: DirectiveSource) {
    this.#source = source;
    // oxlint's SourceCode has no such method: there the sites under a disable comment can't be told.
    const found = source.getDisableDirectives?.().directives ?? [];
    this.#directives = [...found].flatMap(({ type, node, value }) => {
      const loc = locOf(node);
      // ESLint takes a rule's id in quotes as well.
      const rules = (value ?? "").split(",").map((rule) => rule.trim().replace(/^(["']?)(.*)\1$/su, "$2")).filter((rule) => rule !== "");
      return loc ? [{ type, rules: rules.length > 0 ? new Set(rules) : undefined, ...loc }] : [];
    });
  }

  /** Whether a report of the rule `id` at `span` is switched off. ESLint judges a report by where it starts. */
  covers(id: string, [start]: Span): boolean {
    if (this.#directives.length === 0) return false;
    const place = this.#source.getLocFromIndex(start);
    let off = false;
    for (const directive of this.#directives) {
      if (directive.rules && !directive.rules.has(id)) continue;
      switch (directive.type) {
        case "disable":
        case "enable":
          // `enable` of all rules ends a `disable` of one as well, and the other way round.
          if (isBefore(directive.start, place)) off = directive.type === "disable";
          break;
        case "disable-line":
          if (directive.start.line === place.line) return true;
          break;
        case "disable-next-line":
          if (directive.end.line + 1 === place.line) return true;
          break;
        default:
      }
    }
    return off;
  }
}

function isBefore(one: Place, other: Place): boolean {
  return one.line < other.line || (one.line === other.line && one.column <= other.column);
}

function locOf(node: unknown): { readonly start: Place; readonly end: Place } | undefined {
  if (typeof node !== "object" || node === null || !("loc" in node)) return undefined;
  const { loc } = node;
  if (typeof loc !== "object" || loc === null || !("start" in loc) || !("end" in loc)) return undefined;
  return isPlace(loc.start) && isPlace(loc.end) ? { start: loc.start, end: loc.end } : undefined;
}

function isPlace(value: unknown): value is Place {
  return typeof value === "object" && value !== null && "line" in value && typeof value.line === "number" && "column" in value && typeof value.column === "number";
}
