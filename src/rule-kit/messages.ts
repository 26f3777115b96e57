/** The words that every report's message is made of. */
import type { Outcome } from "../languages/adapter.ts";
import type { Decision } from "../policy/policy.ts";
import type { GovernedSymbol } from "../policy/symbols.ts";

/** The data of a message: every placeholder that a rule's messages may use. */
export interface MessageData extends Record<string, string> {
  /** What is deprecated, in words. */
  readonly symbol: string;
  /** What to use instead and from where; what the manifest says where there is nothing. */
  readonly instead: string;
  /** Who to ask, where to read more, by when; empty where the manifest is silent. */
  readonly details: string;
}

/** The data for a decision's message. */
export function messageData({ symbol, symbols }: Decision, outcome: Outcome | undefined): MessageData {
  return {
    symbol: symbols.length > 1 ? symbols.map((each) => nameOf(each.name)).join(", ") : describe(symbol),
    instead: replacementText(symbol),
    details: detailsOf(symbol) + reasonOf(symbol, outcome),
  };
}

function describe({ name, entry }: GovernedSymbol): string {
  return name === "*" ? `module "${entry.module}"` : `${nameOf(name)} from "${entry.module}"`;
}

function nameOf(name: string): string {
  if (name === "*") return "every export";
  return name === "default" ? "the default export" : `\`${name}\``;
}

/** A sentence that says what to use; the manifest's own message where there is no replacement. */
export function replacementText({ canonical, entry, migration }: GovernedSymbol): string {
  if (!canonical) {
    const said = entry.message ?? migration.message ?? "";
    return said === "" ? "There is no replacement." : ended(said);
  }
  if (canonical.name === "*") return `Use "${canonical.specifier}" instead.`;
  return `Use ${nameOf(canonical.name)} from "${canonical.specifier}" instead.`;
}

function detailsOf({ migration: { title, owner, removeBy, url } }: GovernedSymbol): string {
  const parts = [title, owner && `owner ${owner}`, removeBy && `to be removed by ${removeBy}`, url];
  const said = parts.filter((part) => part !== undefined && part !== "");
  return said.length > 0 ? ` (${said.join("; ")})` : "";
}

function reasonOf({ canonical }: GovernedSymbol, outcome: Outcome | undefined): string {
  if (!canonical || !outcome || outcome.fix === "automatic" || outcome.reason === "") return "";
  return ` Not fixed automatically: ${ended(outcome.reason)}`;
}

function ended(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
