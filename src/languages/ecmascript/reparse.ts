/** Proves a changed text: it has to parse as the file did. */
import { parseSync } from "oxc-parser";

const languages: Readonly<Record<string, "ts" | "tsx" | "jsx">> = {
  ".ts": "ts", ".mts": "ts", ".cts": "ts", ".tsx": "tsx", ".js": "jsx", ".mjs": "jsx", ".cjs": "jsx", ".jsx": "jsx",
};

/**
 * A function that throws where a text does not parse.
 * The fast parser is asked first. What it does not know (another language around the script, a dialect), the file's own
 * parser decides, without type information: that would be read from the unchanged file.
 */
export function reparser(file: string, languageOptions: Readonly<Record<string, unknown>>): (text: string) => void {
  return (text) => {
    const lang = languages[/\.\w+$/.exec(file)?.[0] ?? ""];
    if (lang && parseSync(file, text, { lang: file.endsWith(".d.ts") ? "dts" : lang }).errors.length === 0) return;
    const { parser, parserOptions, ecmaVersion, sourceType } = languageOptions;
    if (typeof parser !== "object" || parser === null) throw new SyntaxError(`${file} would not parse`);
    const options = { ...(typeof parserOptions === "object" ? parserOptions : {}), ecmaVersion, sourceType, filePath: file, range: true, loc: true };
    for (const typed of ["project", "projectService", "programs", "program", "EXPERIMENTAL_useProjectService"]) Reflect.deleteProperty(options, typed);
    if ("parseForESLint" in parser && typeof parser.parseForESLint === "function") Reflect.apply(parser.parseForESLint, parser, [text, options]);
    else if ("parse" in parser && typeof parser.parse === "function") Reflect.apply(parser.parse, parser, [text, options]);
  };
}
