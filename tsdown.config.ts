import { readFileSync } from "node:fs";
import { defineConfig } from "tsdown";

/**
 * `require` gets the very object that `import` gets: where one config of a project requires the plugin and another one
 * imports it, ESLint refuses two objects under one key. Every supported Node requires ES modules.
 */
const onePlugin = {
  name: "one-plugin",
  renderChunk: (_code: string, { fileName }: { readonly fileName: string }): string | null =>
    fileName === "index.cjs" ? 'module.exports = require("./index.js").default;\n' : null,
};

/**
 * Leaves out of pyright what its parser never asks for: of the messages all but its own in English (the tables are nine
 * tenths of the size), and URIs.
 */
const parserOnly = {
  name: "parser-only",
  load(id: string): string | null {
    if (/common[\\/]uri[\\/]uri\.js$/.test(id)) return "exports.Uri = {};";
    const [, language] = /package\.nls\.([\w-]+)\.json$/.exec(id) ?? [];
    if (language === undefined) return null;
    return language === "en-us" ? JSON.stringify(parserMessages(JSON.parse(readFileSync(id, "utf8")) as Messages)) : "{}";
  },
};

interface Messages {
  readonly Diagnostic: Readonly<Record<string, unknown>>;
  readonly DiagnosticAddendum: Readonly<Record<string, unknown>>;
}

function parserMessages({ Diagnostic, DiagnosticAddendum }: Messages): Messages {
  const parser = readFileSync("node_modules/@zzzen/pyright-internal/dist/parser/parser.js", "utf8");
  const used = new Set(Array.from(parser.matchAll(/\b(?:LocMessage|LocAddendum)\.(\w+)/g), ([, key]) => key));
  const keep = (table: Messages["Diagnostic"]): Messages["Diagnostic"] => Object.fromEntries(Object.entries(table).filter(([key]) => used.has(key)));
  return { Diagnostic: keep(Diagnostic), DiagnosticAddendum: keep(DiagnosticAddendum) };
}

/** What the licence of bundled code asks for. */
function notice(what: string, licence: string): string {
  return `/*!\n${what}\n\n${readFileSync(licence, "utf8").trim()}\n*/`;
}

const common = { platform: "node", target: "node20.19", sourcemap: false } as const;

export default defineConfig([
  {
    ...common,
    entry: ["src/index.ts"],
    format: ["esm", "cjs"],
    // `index.js` is ESM because package.json says so; only the other one needs an extension that tells.
    fixedExtension: false,
    dts: true,
    // Of its sixty modules, which each start of ESLint would read, a fifth is used.
    deps: { onlyBundle: ["zod"] },
    banner: { js: notice("With parts of zod (https://zod.dev). Licensed under the MIT license.", "node_modules/zod/LICENSE") },
    plugins: [onePlugin],
  },
  {
    ...common,
    // A file of its own, which is loaded at the first Python file.
    entry: ["src/languages/python/python-parser.cjs"],
    format: ["cjs"],
    fixedExtension: true,
    dts: false,
    clean: false,
    minify: true,
    banner: {
      js: notice(
        "The parser and the tokenizer of pyright (https://github.com/microsoft/pyright), as packaged in @zzzen/pyright-internal.\nCopyright (c) Microsoft Corporation. Licensed under the MIT license.",
        "node_modules/@zzzen/pyright-internal/LICENSE",
      ),
    },
    plugins: [parserOnly],
  },
]);
