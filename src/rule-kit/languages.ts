/** The languages that the plugin reads, in one place. */
import type { Language, ParsedFile } from "../languages/adapter.ts";
import { ecmascript } from "../languages/ecmascript/ecmascript.ts";
import { python } from "../languages/python/python.ts";
import { checkRewrite as checkEcmascript } from "../languages/ecmascript/rewrite/check.ts";
import { readTemplate as readEcmascript } from "../languages/ecmascript/rewrite/template.ts";
import { checkRewrite as checkPython } from "../languages/python/rewrite/check.ts";
import { readTemplate as readPython } from "../languages/python/rewrite/template.ts";
import type { RewriteChecker } from "../manifest/load.ts";

/** Every language. */
export const languages: readonly Language[] = [ecmascript, python];

/** The language that reads `file`, told by the file's own brand. */
export function languageOf(file: ParsedFile): Language | undefined {
  return languages.find((language) => language.reads(file));
}

/** The syntax check of a manifest's call shapes. */
export const checkRewrites: RewriteChecker = {
  complaints: (rewrite, names, language) => (language === "ecmascript" ? checkEcmascript(rewrite, names) : checkPython(rewrite, names)),
  isExpression: (text, language) => (language === "ecmascript" ? readEcmascript(text) : readPython(text)) !== undefined,
};
