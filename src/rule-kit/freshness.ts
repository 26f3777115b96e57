/** When to look at the disk anew. A look at all files costs: a run over thousands of files takes one, and judges all by it. */
import { isThreadOfRun } from "../project/survey/shared-survey.ts";

/** An editor's server lints in bursts; between two of them anything may have changed. In milliseconds. */
const idle = 1000;
/**
 * A look that takes longer, in milliseconds, is not taken for each file that is linted by itself, as it is typed in: at
 * most a fifth of the time.
 */
const dear = 25;
const dearShare = 1 / 4;

/** From so many files on a run is a large one, of which only each so-many-th file is asked whether it is the last. */
const large = 32;
const step = 8;

/**
 * What may have changed: the `file` that is linted, the `sources`, or `everything`, installed packages and configurations
 * too.
 */
export type Due = "nothing" | "file" | "sources" | "everything";

/** Tells from who lints what, and when, whether a new run has begun. */
export class Freshness {
  readonly #settings = new WeakSet();
  /** Of the run. */
  readonly #files = new Set<string>();
  /** Whether the lint that has begun goes on: passes of a fix follow each other without a break. */
  #isWithin = false;
  /** Whether the latest lint was its run's last, as far as that can be told. */
  #wasLast = false;
  #lastUse = performance.now();
  #lastLook = performance.now();
  #cost = 0;

  /** To be called when a file's lint begins. */
  begin(file: string, settings: object): Due {
    const now = performance.now();
    // Each ESLint object has settings of its own.
    const isKnown = this.#settings.has(settings);
    if (isKnown && this.#isWithin) return "nothing";
    const isIdle = now - this.#lastUse > idle;
    // A run lints a file once.
    const isNewRun = !isKnown || this.#files.has(file) || this.#wasLast;
    if (isNewRun) this.#files.clear();
    this.#lastUse = now;
    this.#settings.add(settings);
    this.#files.add(file);
    // A thread of `--concurrency` reads its files one by one.
    const { size } = this.#files;
    // To ask what is being read is not for nothing either.
    if (size < large || size % step === 0) this.#wasLast = !isThreadOfRun && !isReading();
    this.#isWithin = true;
    queueMicrotask(() => {
      this.#isWithin = false;
    });
    if (isIdle) return "everything";
    const isDear = this.#cost >= dear && now - this.#lastLook <= this.#cost / dearShare;
    if (isNewRun && !(this.#wasLast && isDear)) return "sources";
    return this.#wasLast ? "file" : "nothing";
  }

  /** @param cost of the look, in milliseconds */
  looked(cost: number): void {
    this.#cost = cost;
    this.#lastLook = performance.now();
  }
}

/** Whether files are being read: ESLint reads a run's next files while it lints one. That one's own request may still be listed. */
function isReading(): boolean {
  let requests = 0;
  for (const name of process.getActiveResourcesInfo()) if (/^(?:FS|Close|FileHandle)/.test(name)) requests += 1;
  return requests > 1;
}
