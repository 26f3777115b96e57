/** `npx tsx tools/python-foreign-rules.ts <folder>…`: JavaScript's rules over all Python files of folders. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { foreignMessages } from "./python/foreign-rules.ts";

const files = process.argv.slice(2).flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".py"))
    .map((name) => path.join(folder, name)),
);
const found = foreignMessages(files);
for (const line of found) console.log(line);
console.log(`${String(files.length)} files, ${String(found.length)} messages`);
process.exitCode = found.length > 0 ? 1 : 0;
