/** Binds a rule's page to languages, policy and project. */
import type { RuleContext, RuleDefinition } from "@eslint/core";
import packageJson from "../../package.json" with { type: "json" };
import type { FilePlan } from "../languages/adapter.ts";
import type { Phase, RuleName } from "../policy/phases.ts";
import type { Decision } from "../policy/policy.ts";
import { noteLint } from "./governed-names.ts";
import { merged } from "./merge.ts";
import type { MergedEdit } from "./merge.ts";
import { messageData, suggestionTitle } from "./messages.ts";
import { isLintedFile } from "./parsed-file.ts";
import type { LintedFile } from "./parsed-file.ts";
import { Run } from "./run.ts";

/** What stands on a rule's page. */
export interface RulePage {
  readonly name: RuleName;
  readonly description: string;
  /** By id; placeholders are those of `MessageData`. */
  readonly messages: Readonly<Record<string, string>>;
  /** Which message a decision gets. */
  readonly messageId: (decision: Decision) => string;
  /** `false`: it only reports. */
  readonly mends?: boolean;
  /** As ESLint names them; absent: every language of the plugin. */
  readonly languages?: readonly string[];
}

/** Where the page of a rule is read: in the published package itself, in the very version that reports. */
export function ruleUrl(name: string): string {
  return `https://unpkg.com/${packageJson.name}@${packageJson.version}/docs/rules/${name}.md`;
}

/** The one option of every rule. */
export const phaseSchema = [
  {
    type: "object",
    properties: {
      phase: { enum: [1, 2, 3, 4], description: "Stands for every migration's own phase." },
    },
    additionalProperties: false,
  },
];

const everyLanguage = ["js/js", "ssot/python"];

/** A rule for the languages of its page. */
export function createRule(page: RulePage): RuleDefinition {
  return {
    meta: {
      type: "problem",
      docs: { description: page.description, url: ruleUrl(page.name), recommended: true },
      ...(page.mends !== false && { fixable: "code" }),
      hasSuggestions: page.mends !== false,
      schema: phaseSchema,
      defaultOptions: [],
      languages: [...(page.languages ?? everyLanguage)],
      messages: { ...page.messages, replace: "{{title}}" },
    },
    create(context) {
      const { sourceCode } = context;
      if (!isLintedFile(sourceCode)) return {};
      const run = runOf(context, sourceCode, page.name);
      if (!run) return {};
      run.activate(page.name, { id: context.id, phase: phaseOption(context.options) });
      return {
        [run.language.root(sourceCode)]() {
          const { decisions, plan } = run.results(page.name);
          const { root } = run;
          const fix = editOf(sourceCode, plan);
          for (const decision of decisions) report(context, sourceCode, page, decision, plan, fix, root);
        },
      };
    },
  };
}

/** One lint's run, and the rules that have asked for it. */
interface Entry {
  /** Absent where the file concerns no rule. */
  readonly run: Run | undefined;
  /** Of the configuration that the lint goes by. */
  readonly settings: RuleContext["settings"];
  readonly asked: Set<RuleName>;
}

/**
 * By tree: all rules of one lint see the same. A rule that asks twice, or one with other settings, belongs to the next
 * lint of the same tree.
 */
const entries = new WeakMap<object, Entry>();

function runOf(context: RuleContext, sourceCode: LintedFile, rule: RuleName): Run | undefined {
  let entry = entries.get(sourceCode.ast);
  if (!entry || entry.settings !== context.settings || entry.asked.has(rule) || entry.run?.isClosed) {
    noteLint(context.languageOptions, context);
    entry = { run: Run.open({ ...pick(context), sourceCode }), settings: context.settings, asked: new Set() };
    entries.set(sourceCode.ast, entry);
  }
  entry.asked.add(rule);
  return entry.run;
}

function pick({ id, cwd, filename, physicalFilename, settings, languageOptions }: RuleContext): Omit<Parameters<typeof Run.open>[0], "sourceCode"> {
  return { id, cwd, filename, physicalFilename, settings, languageOptions };
}

function phaseOption([options]: readonly unknown[]): Phase | undefined {
  if (typeof options !== "object" || options === null || !("phase" in options)) return undefined;
  const { phase } = options;
  return phase === 1 || phase === 2 || phase === 3 || phase === 4 ? phase : undefined;
}

const edits = new WeakMap<FilePlan, MergedEdit>();

function editOf(sourceCode: LintedFile, plan: FilePlan): MergedEdit | undefined {
  const known = edits.get(plan);
  if (known) return known;
  const edit = merged(sourceCode.text, plan.edits);
  if (edit) edits.set(plan, edit);
  return edit;
}

function report(
  context: RuleContext,
  sourceCode: LintedFile,
  page: RulePage,
  decision: Decision,
  plan: FilePlan,
  fix: MergedEdit | undefined,
  root: string,
): void {
  const [start, end] = decision.fact.span;
  const outcome = plan.outcomes.get(decision.fact);
  const data = messageData(decision, outcome, root);
  const offered = outcome?.fix === "suggestion" ? outcome.edits : [];
  const suggested = merged(sourceCode.text, offered);
  context.report({
    loc: { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) },
    messageId: page.messageId(decision),
    data,
    fix: outcome?.fix === "automatic" && fix ? () => fix : null,
    suggest: suggested ? [{ messageId: "replace", data: { title: suggestionTitle(decision, offered, sourceCode.text) }, fix: () => suggested }] : null,
  });
}
