/** The words that every report's message is made of. */
import path from "node:path";
import type { Outcome, TextEdit } from "../languages/adapter.ts";
import type { Decision } from "../policy/policy.ts";
import type { GovernedSymbol } from "../policy/symbols.ts";

/** How many names a message lists: a barrel may let out hundreds. */
const most = 10;

/** Said by the message itself. */
export const noReplacement = "there is no replacement";

/** The data of a message: every placeholder that a rule's messages may use. */
export interface MessageData extends Record<string, string> {
  /** What is deprecated, in words. */
  readonly symbol: string;
  /** The same at the start of a sentence. */
  readonly subject: string;
  /** What to use instead and from where; what the manifest says where there is nothing. */
  readonly instead: string;
  /** The modules that it passes on its way here, by their paths; empty where it comes from its home. */
  readonly through: string;
  /** The specifier as the site has it. */
  readonly specifier: string;
  /** Who to ask, where to read more, by when; empty where the manifest is silent. */
  readonly details: string;
}

/**
 * The data for a decision's message.
 * @param root absolute path of the manifest's folder: files are named from there
 */
export function messageData({ fact, symbol, symbols }: Decision, outcome: Outcome | undefined, root: string): MessageData {
  const words = described(symbols);
  const urls = new Set(symbols.flatMap(({ migration: { url } }) => url ?? []));
  return {
    symbol: words,
    subject: words.charAt(0).toUpperCase() + words.slice(1),
    instead: insteadOf(symbols),
    through: symbol.through.map((module) => path.posix.relative(root, module)).join(" → "),
    specifier: fact.specifier,
    // An address stands last and alone: terminals make it a link.
    details: [...new Set(symbols.map(detailsOf)), reasonOf(symbol, outcome), ...[...urls].map((url) => ` See ${url}`)].join(""),
  };
}

/** What to use instead of each; said once where it is the same for all. */
function insteadOf(symbols: readonly GovernedSymbol[]): string {
  const texts = [...new Set(symbols.map(replacementText))];
  if (texts.length === 1) return texts.join("");
  // One symbol may come by several ways (by a star, and as a member of a namespace beside it).
  return [...new Set(symbols.map((each) => `For ${nameOf(named(each), each)}: ${replacementText(each)}`))].slice(0, most).join(" ");
}

function described(symbols: readonly GovernedSymbol[]): string {
  const modules = new Set(symbols.map(({ entry }) => entry.module));
  return [...modules].map((module) => namesOf(module, symbols.filter(({ entry }) => entry.module === module))).join(", ");
}

/** A name that a module lets out under another one is called by that which the manifest has for it. */
function namesOf(module: string, symbols: readonly GovernedSymbol[]): string {
  if (symbols.some(({ name }) => name === "*")) return `the module "${module}"`;
  const names = [...new Set(symbols.map((each) => nameOf(named(each), each)))];
  const shown = names.length > most ? `${names.slice(0, most).join(", ")} and ${String(names.length - most)} more` : names.join(", ");
  return `${shown} from "${module}"`;
}

/** What is exported under the name that the manifest has may be called otherwise where it is defined. */
function named({ entry, origin }: GovernedSymbol): string {
  return entry.name === "*" ? origin.name : entry.name;
}

function nameOf(name: string, { migration: { language } }: GovernedSymbol): string {
  if (language === "python") return name === "*" ? "everything" : `\`${name}\``;
  if (name === "*") return "every export";
  return name === "default" ? "the default export" : `\`${name}\``;
}

/** A sentence that says what to use; the manifest's own message where there is no replacement. */
export function replacementText(symbol: GovernedSymbol): string {
  const { canonical, entry, migration } = symbol;
  if (!canonical) {
    const said = entry.message ?? migration.message ?? "";
    return said === "" ? "There is no replacement." : ended(said);
  }
  if (canonical.name === "*") return `Use "${canonical.specifier}" instead.`;
  return `Use ${nameOf(canonical.name, symbol)} from "${canonical.specifier}" instead.`;
}

/**
 * What a suggestion does, in words: what it puts at the site, cut to a title's length.
 * @param text the file's
 */
export function suggestionTitle({ fact, rule, symbol }: Decision, edits: readonly TextEdit[], text: string): string {
  if (edits.every((edit) => edit.text.trim() === "")) return "Remove it.";
  const [start] = fact.span;
  const here = edits.find(({ span }) => span[0] <= start && start < span[1]);
  const from = rule === "no-deprecated-reexport" ? symbol.entry.module : symbol.canonical?.specifier;
  // Only where it comes from changes, and that is written elsewhere.
  if (from !== undefined && (!here || here.text === text.slice(...here.span))) return `Take it from "${from}".`;
  // Where the site itself goes (a variable that held it), what is used instead stands further on.
  const written = here && here.text.trim() === "" ? edits.find((edit) => edit.span[0] > start && edit.text.trim() !== "") : here;
  const shown = ((written ?? edits.at(-1))?.text ?? "").replaceAll(/\s+/g, " ").trim();
  return `Replace by \`${shown.length > 80 ? `${shown.slice(0, 79)}…` : shown}\`.`;
}

function detailsOf({ migration: { title, owner, removeBy } }: GovernedSymbol): string {
  const parts = [title, owner && `owner ${owner}`, removeBy && `to be removed by ${removeBy}`];
  const said = parts.filter((part) => part !== undefined && part !== "");
  return said.length > 0 ? ` (${said.join("; ")})` : "";
}

function reasonOf({ canonical }: GovernedSymbol, outcome: Outcome | undefined): string {
  if (!outcome || outcome.fix === "automatic" || outcome.reason === "" || (!canonical && outcome.reason === noReplacement)) return "";
  const how = outcome.fix === "suggestion" ? "Offered as a quick fix, not automatic" : "Not fixed automatically";
  return ` ${how}: ${ended(outcome.reason)}`;
}

function ended(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
