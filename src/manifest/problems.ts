/** What can be wrong with a manifest, and how it is told. */

/** Keys and indexes that lead from the manifest's root to a value in it. */
export type JsonPath = readonly (string | number)[];

/** A place in the manifest's text. */
export interface Place {
  /** From 1; 0 where there is no text to point at (an object in `settings`, a file that cannot be read). */
  readonly line: number;
  /** From 1, in UTF-16 code units, a byte order mark not counted; 0 where there is no text. */
  readonly column: number;
  /** Line just after the last character, from 1. */
  readonly endLine: number;
  /** Column just after the last character, from 1. */
  readonly endColumn: number;
  /** Offset of the first character, in UTF-16 code units, a byte order mark not counted. */
  readonly start: number;
  /** Offset just after the last character. */
  readonly end: number;
}

/** One thing that is wrong, at its place. */
export interface ManifestProblem extends Place {
  /** The manifest's path as the caller gave it, or `settings.ssot.manifest` for an object. */
  readonly file: string;
  /** Such as `migrations[0].deprecated[1].name`; empty for the file as a whole. */
  readonly path: string;
  /** What is wrong, as a clause without a full stop that may follow the path. */
  readonly message: string;
  /** What to do about it, without the last full stop. */
  readonly mend: string;
}

/** One thing that is wrong, before its place in the text is known. */
export interface Finding {
  readonly path: JsonPath;
  /** Point at the value (the default) or at the key of the last step of `path`. */
  readonly at?: "key" | "value";
  readonly message: string;
  readonly mend: string;
}

/** The file that problems of a manifest given as an object name. */
export const settingsFile = "settings.ssot.manifest";

const noPlace: Place = { line: 0, column: 0, endLine: 0, endColumn: 0, start: 0, end: 0 };

/** A problem of the whole file, or of a value that has no text. */
export function problemWithoutPlace(file: string, finding: Omit<Finding, "at">): ManifestProblem {
  return { file, ...noPlace, path: printPath(finding.path), message: finding.message, mend: finding.mend };
}

/**
 * @param path keys and indexes from the root
 * @returns the way it is written in messages, such as `migrations[0].gates["1"]`; empty for the root
 */
export function printPath(path: JsonPath): string {
  return path
    .map((step, index) => {
      if (typeof step === "number") return `[${step}]`;
      if (!/^[A-Za-z_$][\w$]*$/.test(step)) return `[${JSON.stringify(step)}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join("");
}

/** @returns one line: `file:line:column  path: what is wrong. What to do.` */
export function formatProblem(problem: ManifestProblem): string {
  const place = problem.line === 0 ? problem.file : `${problem.file}:${problem.line}:${problem.column}`;
  return `${place}  ${describeProblem(problem)}`;
}

/** @returns the same without the place, for those who show it in the text itself: `path: what is wrong. What to do.` */
export function describeProblem({ path, message, mend }: Pick<ManifestProblem, "path" | "message" | "mend">): string {
  return `${path === "" ? "" : `${path}: `}${message}. ${mend}${/[.?!]$/.test(mend) ? "" : "."}`;
}

/** Thrown where a rule or a command needs a manifest and there is no valid one. */
export class ManifestError extends Error {
  override readonly name = "ManifestError";
  /** All that is wrong, in the order of the text. */
  readonly problems: readonly ManifestProblem[];

  /** @param problems at least one; `message` becomes one text that lists them all, as ESLint is to print it */
  constructor(problems: readonly ManifestProblem[]) {
    const count = problems.length === 1 ? "an error" : `${problems.length} errors`;
    const lines = problems.map((problem) => `  ${formatProblem(problem)}`);
    super(
      [
        `ssot found ${count} in the manifest:`,
        ...lines,
        "docs/manifest.md of eslint-plugin-ssot explains every field.",
      ].join("\n"),
    );
    this.problems = problems;
    // ESLint prints the stack: our own lines would bury what the reader has to mend.
    this.stack = `${this.name}: ${this.message}`;
  }
}
