/**
 * ESLint over the Python files of a folder in a process of its own, as `eslint .` runs it: prints CPU milliseconds and the
 * number of reports as JSON.
 *
 *   node node_modules/.bench/python-child.mjs VARIANT FOLDER
 */
import { lintHere } from "./lint-sample.ts";
import { variants } from "./python-variants.ts";

const [name = "", folder = ""] = process.argv.slice(2);
const variant = variants[name];
if (!variant) throw new Error(`no such variant: ${name}`);
console.log(JSON.stringify(await lintHere(folder, ["**/*.py"], () => variant(folder))));
