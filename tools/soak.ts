/**
 * Edits and lints ten thousand times in one process: does memory stay flat, and are the reports those of a fresh one?
 *
 *     npm run soak
 *     npm run soak -- --edits 1000 --every 250 --seed 7
 */
import { parseArgs } from "node:util";
import { soak, type Checkpoint } from "./soak/soak.ts";

const { values } = parseArgs({ options: { edits: { type: "string", default: "10000" }, every: { type: "string", default: "2000" }, seed: { type: "string", default: "1" } } });
const start = performance.now();
const checkpoints: Checkpoint[] = [];
console.log("| edits | heap after gc, MB | reports | unlike a fresh process | seconds |\n| ---: | ---: | ---: | ---: | ---: |");
await soak({
  edits: Number(values.edits),
  every: Number(values.every),
  seed: Number(values.seed),
  note(checkpoint) {
    checkpoints.push(checkpoint);
    const { edits, heap, reports, differences } = checkpoint;
    console.log(`| ${String(edits)} | ${(heap / 1e6).toFixed(1)} | ${String(reports)} | ${String(differences.length)} | ${((performance.now() - start) / 1000).toFixed(0)} |`);
    for (const difference of differences.slice(0, 10)) console.log(difference);
  },
});
const [first, last] = [checkpoints[0], checkpoints.at(-1)];
if (first && last) {
  const growth = last.heap / first.heap;
  console.log(`\nHeap at the end ÷ heap at the first checkpoint: ${growth.toFixed(3)}`);
  process.exitCode = growth < 1.05 && checkpoints.every(({ differences }) => differences.length === 0) ? 0 : 1;
}
