/** Validates a manifest: syntax, shape, then what spans several fields; all errors at once, each at its place. */
import { checkClaims, checkIds } from "./check-claims.ts";
import { checkMigration } from "./check-migration.ts";
import { checkRewrites, type RewriteChecker } from "./check-rewrites.ts";
import { checkGates } from "./check-settings.ts";
import { explainShape } from "./explain-shape.ts";
import { locateIn, locatorOf, withoutByteOrderMark, type Locator } from "./locate.ts";
import { printPath, problemWithoutPlace, settingsFile, type Finding, type ManifestProblem } from "./problems.ts";
import { readJson } from "./read-json.ts";
import { salvage } from "./salvage.ts";
import { manifestSchema, type Manifest } from "./schema.ts";

/** What validation comes to. */
export interface ManifestValidation {
  /** Frozen, with all defaults filled in; `undefined` if there is any problem. */
  readonly manifest: Manifest | undefined;
  /** In the order of the text. */
  readonly problems: readonly ManifestProblem[];
}

/**
 * @param text JSON with comments and trailing commas, with or without byte order mark
 * @param file what the problems are to name as their file
 * @param checkRewrite judges the syntax of rewrites; without it, that is not checked
 * @returns never throws, whatever the text is
 */
export function validateManifestText(text: string, file: string, checkRewrite?: RewriteChecker): ManifestValidation {
  const bare = withoutByteOrderMark(text);
  const { tree, value, findings: syntax } = readJson(bare);
  const locator = locatorOf(bare, tree);
  const problems = syntax.map(({ start, end, path, message, mend }) => ({
    file,
    ...locator.span(start, end),
    path: printPath(path),
    message,
    mend,
  }));
  if (value === undefined) return { manifest: undefined, problems };
  const { manifest, findings } = validate(value.json, checkRewrite);
  const all = inOrder([...problems, ...placeFindings(findings, locator, file)]);
  return { manifest: all.length === 0 ? manifest : undefined, problems: all };
}

/**
 * @param value `settings.ssot.manifest` where that is the manifest itself
 * @param checkRewrite judges the syntax of rewrites; without it, that is not checked
 * @returns problems have a JSON path but no line (0), and name `settings.ssot.manifest` as their file
 */
export function validateManifestObject(value: unknown, checkRewrite?: RewriteChecker): ManifestValidation {
  const { manifest, findings } = validate(value, checkRewrite);
  return { manifest, problems: findings.map((finding) => problemWithoutPlace(settingsFile, finding)) };
}

/**
 * For who checks a manifest further.
 * @param text the manifest's
 * @returns the findings as problems of `file`, in the order of the text
 */
export function placeInText(findings: readonly Finding[], text: string, file: string): readonly ManifestProblem[] {
  return findings.length === 0 ? [] : inOrder(placeFindings(findings, locateIn(text), file));
}

/** @returns the findings as problems of `file`, in their own order */
function placeFindings(
  findings: readonly Finding[],
  locator: Locator,
  file: string,
): readonly ManifestProblem[] {
  return findings.map(({ path, at, message, mend }) => ({
    file,
    ...locator.at(path, at),
    path: printPath(path),
    message,
    mend,
  }));
}

function inOrder(problems: readonly ManifestProblem[]): readonly ManifestProblem[] {
  return problems.toSorted((left, right) => left.start - right.start || right.end - left.end);
}

function validate(json: unknown, checkRewrite: RewriteChecker | undefined) {
  const parsed = manifestSchema.safeParse(json);
  const salvaged = salvage(json, parsed.data);
  const findings: readonly Finding[] = [
    ...explainShape(parsed.error?.issues ?? [], json),
    ...checkGates(salvaged),
    ...checkIds(salvaged),
    ...salvaged.migrations.flatMap((migration) => [
      ...checkMigration(migration),
      ...migration.entries.flatMap((entry) => checkRewrites(migration, entry, checkRewrite)),
    ]),
    ...checkClaims(salvaged),
  ];
  const manifest: Manifest | undefined = findings.length === 0 && parsed.success ? freeze(parsed.data) : undefined;
  return { manifest, findings };
}

function freeze<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) {
    for (const child of Object.values(value)) freeze(child);
    Object.freeze(value);
  }
  return value;
}
