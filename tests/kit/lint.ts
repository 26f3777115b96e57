/** Lints a temporary project with the real `ESLint` class and the plugin's sources. */
import { ESLint } from "eslint";
import type { Linter } from "eslint";
import plugin from "../../src/index.ts";
import { projectFolder } from "./project-folder.ts";

/** One report, as short as a test wants it. */
export interface Found {
  readonly file: string;
  readonly rule: string;
  /** `line:column-endLine:endColumn`, from 1. */
  readonly at: string;
  readonly message: string;
  readonly messageId: string | undefined;
  readonly fixable: boolean;
  readonly suggestions: number;
}

/** A linted project. */
export interface Linted {
  readonly root: string;
  readonly found: readonly Found[];
  readonly results: readonly ESLint.LintResult[];
  /** Text after all passes of `--fix`, by file; the unchanged text where nothing was fixed. */
  readonly fixed: Readonly<Record<string, string>>;
  /** What a second run of `--fix` would still change: has to be empty. */
  readonly unstable: readonly string[];
}

export interface LintOptions {
  readonly preset?: keyof typeof plugin.configs;
  readonly config?: Linter.Config[];
  readonly only?: readonly string[];
}

/**
 * @param files the project, with its `ssot.json`
 * @param options the preset (default `recommended`), and blocks that follow it
 */
export async function lintProject(files: Readonly<Record<string, string | object>>, options: LintOptions = {}): Promise<Linted> {
  const root = projectFolder(files);
  const overrideConfig = [...plugin.configs[options.preset ?? "recommended"], ...(options.config ?? [])];
  const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig });
  const results = await eslint.lintFiles(["."]);
  const fixing = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig, fix: true });
  const afterFix = await fixing.lintFiles(["."]);
  const fixed: Record<string, string> = {};
  const unstable: string[] = [];
  for (const [name, text] of Object.entries(files)) {
    const result = afterFix.find(({ filePath }) => filePath === `${root}/${name}`);
    if (typeof text === "string") fixed[name] = result?.output ?? text;
    if (result?.output === undefined || typeof text !== "string") continue;
    const [again] = await fixing.lintText(result.output, { filePath: result.filePath });
    if (again?.output !== undefined && again.output !== result.output) unstable.push(name);
  }
  const found = results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, line, column, endLine, endColumn, message, messageId, fix, suggestions }) => ({
      file: filePath.slice(root.length + 1),
      rule: ruleId ?? "fatal",
      at: `${String(line)}:${String(column)}-${String(endLine)}:${String(endColumn)}`,
      message,
      messageId,
      fixable: fix !== undefined,
      suggestions: suggestions?.length ?? 0,
    })),
  );
  return { root, found: options.only ? found.filter(({ rule }) => options.only?.includes(rule)) : found, results, fixed, unstable };
}
