/** When to look at the disk anew. A look at all files costs, and a run over thousands of files must not pay for it each time. */
import { isThreadOfRun } from "../project/shared-survey.ts";

/** An editor's server lints in bursts; between two of them anything may have changed. In milliseconds. */
const idle = 1000;
/** Within a run a look may take at most this share of the time; one that takes no time may take more. */
const share = 1 / 200;
const smallShare = 1 / 20;
const small = 0.5;
/** A look that takes longer, in milliseconds, is not taken for each file that is linted by itself: at most a fifth of the time. */
const dear = 25;
const dearShare = 1 / 4;

/**
 * `sources`: the source files may have changed; `everything`: installed packages and configurations too.
 */
export type Due = "nothing" | "sources" | "everything";

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
    const wasAlone = this.#wasLast && (this.#cost < dear || now - this.#lastLook > this.#cost / dearShare);
    // A run lints a file once.
    const isNewRun = !isKnown || this.#files.has(file) || wasAlone;
    const isTime = now - this.#lastLook > this.#cost / (this.#cost < small ? smallShare : share);
    if (isNewRun) this.#files.clear();
    this.#lastUse = now;
    this.#settings.add(settings);
    this.#files.add(file);
    // A thread of `--concurrency` reads its files one by one.
    this.#wasLast = !isThreadOfRun && !isReading();
    this.#isWithin = true;
    queueMicrotask(() => {
      this.#isWithin = false;
    });
    if (isIdle) return "everything";
    return isNewRun || isTime ? "sources" : "nothing";
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
