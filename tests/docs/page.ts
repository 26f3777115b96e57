/**
 * The examples in a Markdown page, which are run. A comment before a code block says what the block is:
 *
 * - `<!-- doc: project preset=phase-2 only=no-deprecated-use -->`: a new project begins; both words may be left out
 * - `<!-- doc: file=src/a.ts -->`: the next block is that file; without a `reports` block it must be clean
 * - `<!-- doc: reports -->`: the next block lists every report in the project
 * - `<!-- doc: fixed=src/a.ts -->`: the next block is that file after `--fix`
 * - `<!-- doc: hidden=src/a.ts` and the file's text on the next lines: a file that readers need not see
 */

/** A code block of a page, or a hidden file. */
export interface Block {
  readonly kind: "file" | "fixed" | "reports";
  /** Path in the project; empty for `reports`. */
  readonly name: string;
  readonly text: string;
  /** Offsets of the text in the page. */
  readonly span: readonly [number, number];
}

/** One example. */
export interface DocProject {
  /** The heading above it, and where it begins. */
  readonly title: string;
  readonly preset: string | undefined;
  readonly only: readonly string[] | undefined;
  readonly blocks: Block[];
}

const comment = /^<!-- doc: ([^\n]*?)(?: -->$|\n([\s\S]*?)^-->$)/gm;
const fence = /\n+(`{3,})[^\n]*\n([\s\S]*?)^\1$/my;

/** The examples of a page, in its order. */
export function projectsOf(page: string): DocProject[] {
  const projects: DocProject[] = [];
  for (const match of page.matchAll(comment)) {
    const [whole, words = "", hidden] = match;
    const given = new Map(words.split(" ").map((word) => [word.split("=")[0] ?? "", word.split("=")[1] ?? ""]));
    if (given.has("project")) {
      const line = page.slice(0, match.index).split("\n").length;
      const heading = page.slice(0, match.index).match(/^#+ .*$/gm)?.at(-1) ?? "";
      projects.push({ title: `${heading} (line ${String(line)})`, preset: given.get("preset"), only: given.get("only")?.split(","), blocks: [] });
      continue;
    }
    const project = projects.at(-1);
    if (!project) throw new Error(`A block before any project: ${whole}`);
    const name = given.get("file") ?? given.get("hidden") ?? given.get("fixed") ?? "";
    if (hidden !== undefined) {
      project.blocks.push({ kind: "file", name, text: hidden, span: [match.index, match.index] });
      continue;
    }
    fence.lastIndex = match.index + whole.length;
    const block = fence.exec(page);
    if (!block) throw new Error(`No code block follows ${whole}`);
    const kind = given.has("fixed") ? "fixed" : given.has("reports") ? "reports" : "file";
    const text = block[2] ?? "";
    const start = page.indexOf("\n", block.index + block[0].indexOf("`")) + 1;
    project.blocks.push({ kind, name, text, span: [start, start + text.length] });
  }
  return projects;
}

/** How many code blocks of TypeScript or JavaScript a page has, to find those that no comment stands above. */
export function codeBlocks(page: string): readonly { readonly line: number; readonly isRun: boolean }[] {
  return [...page.matchAll(/^```(?:ts|tsx|js|jsx|vue|python)\n/gm)].map(({ index }) => ({
    line: page.slice(0, index).split("\n").length,
    isRun: /<!-- doc: [^\n]* -->\n+$/.test(page.slice(0, index)),
  }));
}
