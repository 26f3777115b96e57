/** The scripts of files that are more than a script. */

/** One script. */
export interface ComponentScript {
  /** A file name whose extension says how it is to be parsed. */
  readonly name: string;
  readonly code: string;
  /** The file that it is in instead. */
  readonly src: string | undefined;
}

/** Its attributes, which may have brackets in their values, and its text. */
const element = /<script\b((?:"[^"]*"|'[^']*'|[^"'>])*)>([\s\S]*?)<\/script>/gi;
const front = /^---\r?\n([\s\S]*?)\r?\n---/;
/** MDX: what begins like a statement at a line's start, up to the next blank line: https://mdxjs.com/docs/what-is-mdx/#esm */
const statements = /^(?:import|export)\b[^]*?(?=\r?\n[ \t]*\r?\n|(?![^]))/gm;

/** Every script in a component's text. In MDX that may be one in a code block: it makes a fix more careful, and nothing else. */
export function scriptsIn(path: string, text: string): readonly ComponentScript[] {
  const scripts = [...text.matchAll(element)].flatMap(([, attributes = "", code = ""]): readonly ComponentScript[] => {
    const attribute = (name: string): string | undefined => new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1];
    const src = attribute("src");
    const own = { name: /x$/.test(attribute("lang") ?? "") ? "component.tsx" : "component.ts", code, src: undefined };
    return src === undefined ? [own] : [{ ...own, src }, own];
  });
  const header = path.endsWith(".astro") ? front.exec(text)?.[1] : undefined;
  if (header !== undefined) return [{ name: "front.ts", code: header, src: undefined }, ...scripts];
  return path.endsWith(".mdx") ? [...[...text.matchAll(statements)].map(([code]) => ({ name: "document.tsx", code, src: undefined })), ...scripts] : scripts;
}
