/** Colours and line lengths of what the demo prints. */
import { styleText } from "node:util";

/** The styles that the demo uses; `write-picture.ts` knows the same ones. */
export type Style = "bold" | "dim" | "red" | "green" | "yellow" | "cyan";

/** Whether to print colours: in a terminal, unless NO_COLOR is set; FORCE_COLOR asks for them anywhere. */
export function wantsColours(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  if (env["NO_COLOR"] !== undefined && env["NO_COLOR"] !== "") return false;
  const forced = env["FORCE_COLOR"];
  return forced === undefined || forced === "" ? isTerminal : forced !== "0" && forced !== "false";
}

export const coloured = wantsColours(process.env, process.stdout.isTTY);

/** How many characters a line may have. */
export const width = Math.max(60, Math.min(Number(process.env["COLUMNS"]) || process.stdout.columns || 110, 120));

/** `text` in a style, where colours are wanted. */
export function paint(style: Style, text: string): string {
  return coloured && text !== "" ? styleText(style, text, { validateStream: false }) : text;
}

/** `text` in lines that fit, each behind `indent`. */
export function wrapped(text: string, indent: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, indent + line];
}

/** A heading with a rule below it. */
export function heading(text: string): string {
  return `${paint("bold", text)}\n${paint("dim", "─".repeat(Math.min(text.length, width)))}`;
}

/** `1 file`, `2 files`. */
export function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? "" : "s"}`;
}
