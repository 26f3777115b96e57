/** Prints every report of the project in the folder that is named, as JSON: run by `soak` in a process of its own. */
import { reportsOf } from "./soak.ts";

console.log(JSON.stringify(await reportsOf(process.argv[2] ?? ".")));
