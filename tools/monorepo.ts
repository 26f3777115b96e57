/** Writes a monorepo: `npx tsx tools/monorepo.ts --files 10000 --out DIR [--seed 1] [--symbols 50]`. */
import { parseArgs } from "node:util";
import { generateMonorepo } from "./monorepo/monorepo.ts";

const { values } = parseArgs({
  options: { files: { type: "string", default: "1000" }, out: { type: "string" }, seed: { type: "string", default: "1" }, symbols: { type: "string", default: "50" } },
});
if (values.out === undefined) throw new Error("--out DIR is missing");
const { symbols } = generateMonorepo(values.out, { files: Number(values.files), seed: Number(values.seed), symbols: Number(values.symbols) });
console.log(`${values.out}: ${String(symbols.length)} governed symbols, ${String(symbols.flatMap(({ leaks }) => leaks).length)} leaks`);
