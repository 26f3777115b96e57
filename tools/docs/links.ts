/** Relative links in Markdown: each has to lead to a file that is there, and to a heading that it has. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

const skipped = new Set(["node_modules", ".git", "dist", "fixtures", "coverage", ".ci"]);

/** Every Markdown file below `folder`, as paths from it. */
export function markdownFiles(folder: string, below = ""): string[] {
  return readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(below, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : markdownFiles(folder, name);
    return entry.name.endsWith(".md") ? [name] : [];
  });
}

/** The links of `file` (a path from `root`) that lead nowhere, in words. */
export function brokenLinks(root: string, file: string): string[] {
  const page = readFileSync(path.join(root, file), "utf8");
  return linksOf(page).flatMap((link) => {
    if (/^[a-z]+:/.test(link)) return [];
    const [target = "", anchor] = link.split("#");
    const found = target === "" ? path.join(root, file) : path.resolve(root, path.dirname(file), target);
    if (!existsSync(found)) return [`${file}: ${link} leads to no file`];
    if (anchor === undefined || statSync(found).isDirectory()) return [];
    return anchorsOf(readFileSync(found, "utf8")).has(anchor) ? [] : [`${file}: ${link} leads to no heading`];
  });
}

/** What is code is no link: fences go, and inline code goes but for that in a link's own text. */
function linksOf(page: string): string[] {
  const prose = withoutFences(page).replace(/`[^`\n]*`/g, "");
  const inline = [...prose.matchAll(/\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)/g)].map(([, link = ""]) => link);
  const images = [...prose.matchAll(/\b(?:src|href)="([^"]+)"/g)].map(([, link = ""]) => link);
  const references = [...prose.matchAll(/^\[[^\]]+\]:\s*(\S+)/gm)].map(([, link = ""]) => link);
  return [...inline, ...images, ...references];
}

function withoutFences(page: string): string {
  return page.replace(/^(`{3,})[^\n]*\n[\s\S]*?^\1$/gm, "");
}

/** Headings by the ids that GitHub gives them. */
function anchorsOf(page: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const [, heading = ""] of withoutFences(page).matchAll(/^#{1,6} +(.+?) *$/gm)) {
    const text = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");
    const id = text.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, "").replace(/\s/g, "-");
    let unique = id;
    for (let copy = 1; anchors.has(unique); copy += 1) unique = `${id}-${String(copy)}`;
    anchors.add(unique);
  }
  return anchors;
}
