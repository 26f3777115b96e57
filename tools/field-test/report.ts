/** What a lint's JSON, a diff and a type check's output say, in the terms of a field test. */
import path from "node:path";

/** One file in ESLint's JSON. */
export interface LintedFile {
  readonly filePath: string;
  readonly source?: string;
  readonly messages: readonly {
    readonly ruleId: string | null;
    readonly line: number;
    readonly column: number;
    readonly message: string;
    readonly fatal?: boolean;
    readonly fix?: unknown;
    readonly suggestions?: readonly unknown[];
  }[];
}

/** One report of ours. */
export interface Site {
  /** `file:line:column`, from 1. */
  readonly at: string;
  readonly rule: string;
  readonly share: "automatic" | "suggestion" | "none";
  readonly message: string;
  readonly line: string;
}

/** Our reports of one lint. Comments that configure rules of the project make reports of their own, which don't count. */
export function sitesOf(files: readonly LintedFile[], root: string): Site[] {
  return files.flatMap(({ filePath, messages, source = "" }) => {
    const lines = source.split(/\r\n|[\n\r\u2028\u2029]/);
    return messages.flatMap(({ ruleId, line, column, message, fix, suggestions = [] }): Site[] => {
      if (!ruleId?.startsWith("ssot/")) return [];
      const share = fix !== undefined ? "automatic" : suggestions.length > 0 ? "suggestion" : "none";
      return [{ at: `${path.relative(root, filePath)}:${String(line)}:${String(column)}`, rule: ruleId, share, message, line: lines[line - 1] ?? "" }];
    });
  });
}

/** Sites by rule and share, and by the reason why they are not fixed. */
export function shares(sites: readonly Site[]): Record<string, number> {
  const table: Record<string, number> = {};
  for (const { rule, share, message } of sites) {
    const reason = / (?:Not fixed automatically|Offered as a quick fix, not automatic): (.*?\.)(?: See http\S+)?$/s.exec(message)?.[1];
    const key = `${rule} ${share}${reason === undefined ? "" : `: ${withoutNames(reason)}`}`;
    table[key] = (table[key] ?? 0) + 1;
  }
  return table;
}

/** A reason as it is said of many sites: what it names and counts is left out. */
function withoutNames(reason: string): string {
  return reason.replace(/^(?:one|\d+) files? (.*?): .*$/s, "files $1").replaceAll(/`[^`]*`|"[^"]*"/g, "…");
}

/** What ESLint could not parse, a line each. */
export function unparsed(files: readonly LintedFile[], root: string): string[] {
  return files.flatMap(({ filePath, messages }) => messages.filter(({ fatal }) => fatal).map(({ message }) => `${path.relative(root, filePath)}: ${message}`));
}

/** The errors in TypeScript's output, without their positions. */
export function errorsOf(output: string): string[] {
  return output.split(/\r?\n/).flatMap((line) => {
    const [, file, error] = /^(?:(.*)\(\d+,\d+\): )?(error TS\d+: .*)$/.exec(line) ?? [];
    return error === undefined ? [] : [`${file ?? ""}: ${error}`];
  });
}

/** What is in `these` more often than in `those`. */
export function minus(these: readonly string[], those: readonly string[]): string[] {
  const left = [...those];
  return these.filter((each) => {
    const index = left.indexOf(each);
    if (index !== -1) left.splice(index, 1);
    return index === -1;
  });
}

/** At most `size` of `items`, spread evenly. */
export function sample<Item>(items: readonly Item[], size: number): Item[] {
  if (items.length <= size) return [...items];
  return Array.from({ length: size }, (_, index) => items[Math.floor((index * items.length) / size)]).filter((item) => item !== undefined);
}

/** Each hunk of a diff, with the name of its file. */
export function hunksOf(diff: string): string[] {
  return diff.split(/^(?=diff --git )/m).flatMap((file) => {
    const [head = "", ...hunks] = file.split(/^(?=@@ )/m);
    const name = /^\+\+\+ b\/(.*)$/m.exec(head)?.[1] ?? "";
    return hunks.map((hunk) => `### ${name}\n${hunk}`);
  });
}
