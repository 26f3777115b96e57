/**
 * Fixes a repository until nothing changes, at most three times, with all migrations at one phase, and says what is left:
 *
 *   npx tsx tools/field-test/behaviour/run.ts CHECKOUT --phase 4 --out left.json
 *
 * In phase 4 the modules are deleted of which a report says that they are to be.
 */
import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { ESLint } from "eslint";
import { byKey } from "../../../src/languages/grouped.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { phase: { type: "string", default: "3" }, runs: { type: "string", default: "3" }, out: { type: "string" }, folder: { type: "string", multiple: true, default: ["."] }, ignore: { type: "string", multiple: true, default: [] } },
});
const [checkout = "."] = positionals;
const root = path.resolve(checkout);
const { default: ssot } = (await import(path.resolve(import.meta.dirname, "../../../dist/index.js"))) as { default: { configs: Record<string, unknown[]> } };

const runs = Number(values.runs);
for (let run = 1; run <= runs + 1; run++) {
  const before = performance.now();
  const eslint = new ESLint({
    cwd: root,
    fix: run <= runs,
    overrideConfigFile: true,
    errorOnUnmatchedPattern: false,
    overrideConfig: [...(ssot.configs[`phase-${values.phase}`] ?? []), { linterOptions: { reportUnusedDisableDirectives: "off" } }, { ignores: ["**/dist/**", ...values.ignore] }] as never,
  });
  const results = await eslint.lintFiles(values.folder);
  await ESLint.outputFixes(results);
  const changed = results.filter((each) => each.output !== undefined);
  const left = results.flatMap((each) => each.messages.filter((message) => message.fatal || message.ruleId?.startsWith("ssot/")).map((message) => ({ file: path.relative(root, each.filePath), line: message.line, column: message.column, rule: message.ruleId ?? "fatal", message: message.message, fixable: message.fix !== undefined, suggestions: message.suggestions?.map((each) => each.desc) })));
  console.log(`run ${run}: ${changed.length} files changed, ${left.length} reports left (${left.filter((each) => each.fixable).length} fixable), ${Math.round((performance.now() - before) / 1000)} s`);
  if (run > 1 && changed.length > 0) console.log(`  again: ${changed.map((each) => path.relative(root, each.filePath)).slice(0, 12).join(", ")}`);
  const gone = values.phase === "4" && run <= runs ? left.filter((each) => each.message.endsWith("delete it.")) : [];
  for (const each of gone) rmSync(path.join(root, each.file));
  if (gone.length > 0) console.log(`  deleted ${gone.length} modules`);
  if (run > runs || (changed.length === 0 && gone.length === 0)) {
    if (values.out !== undefined) writeFileSync(values.out, JSON.stringify(left, null, 1));
    const kinds = byKey(left, (each) => `${each.rule}: ${(/(Not fixed automatically|Offered as a quick fix)[^:]*: (.*)/.exec(each.message)?.[2] ?? "").replace(/[\w./-]+\/[\w./-]+/g, "F").replace(/`[^`]*`/g, "N").replace(/(F, )+/g, "").slice(0, 160)}`);
    for (const [kind, all] of [...kinds].sort((a, b) => b[1].length - a[1].length)) console.log(`  ${all.length} × ${kind}\n      ${all[0]?.file}:${all[0]?.line} ${all[0]?.message.slice(0, 420)}`);
    break;
  }
}
