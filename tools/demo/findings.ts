/** Findings as a person would want to see them: the line, a squiggle below it, the message. */
import type { ESLint, Linter } from "eslint";
import { paint, wrapped } from "./paint.ts";

/** What `--fix` would do about a finding. */
export type Mend = "automatic" | "suggestion" | "report";

/** How a finding is mended, as ESLint knows it. */
export function mendOf({ fix, suggestions }: Linter.LintMessage): Mend {
  if (fix) return "automatic";
  return suggestions && suggestions.length > 0 ? "suggestion" : "report";
}

const marks: Readonly<Record<Mend, string>> = {
  automatic: paint("green", "fixed by --fix"),
  suggestion: paint("yellow", "a suggestion"),
  report: paint("dim", "a report"),
};

/**
 * The lines that show all findings of one file.
 * @param name the file's path as it is to be shown
 */
export function showFile(name: string, { messages }: ESLint.LintResult, text: string): string[] {
  if (messages.length === 0) return [];
  return [paint("bold", name), ...messages.flatMap((message) => [...showFinding(message, text), ""])];
}

function showFinding(message: Linter.LintMessage, text: string): string[] {
  const { line, column, endLine, endColumn } = message;
  const code = text.split("\n")[line - 1] ?? "";
  const number = String(line).padStart(4);
  const end = endLine === line && endColumn !== undefined ? endColumn : code.length + 1;
  const squiggle = " ".repeat(column - 1) + paint("red", "~".repeat(Math.max(1, end - column)));
  return [
    `${paint("dim", `${number} │`)} ${code}`,
    `${paint("dim", "     │")} ${squiggle}`,
    `       ${paint("cyan", message.ruleId ?? "does not parse")} ${paint("dim", "·")} ${marks[mendOf(message)]}`,
    ...wrapped(message.message, "       "),
    ...showSuggestions(message, text),
  ];
}

/** A suggestion's edit as the lines that it changes. */
function showSuggestions({ suggestions }: Linter.LintMessage, text: string): string[] {
  return (suggestions ?? []).flatMap(({ desc, fix }) => {
    const before = text.split("\n");
    const after = (text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1])).split("\n");
    const isSame = (line: string): boolean => before.includes(line) && after.includes(line);
    return [
      `       ${paint("yellow", "Quick fix:")} ${desc}`,
      ...before.filter((line) => !isSame(line)).map((line) => `       ${paint("red", `- ${line}`)}`),
      ...after.filter((line) => !isSame(line)).map((line) => `       ${paint("green", `+ ${line}`)}`),
    ];
  });
}
