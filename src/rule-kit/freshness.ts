/** When to look at the disk anew. A look at all files costs, and a run over thousands of files must not pay for it each time. */

/** An editor's server lints in bursts; between two of them anything may have changed. In milliseconds. */
const idle = 1000;
/** Within a run a look may take at most this share of the time; one that takes no time may take more. */
const share = 1 / 200;
const smallShare = 1 / 20;
const small = 0.5;

/**
 * `sources`: the source files may have changed; `everything`: installed packages and configurations too.
 */
export type Due = "nothing" | "sources" | "everything";

/** Tells from who lints what, and when, whether a new run has begun. */
export class Freshness {
  readonly #settings = new WeakSet();
  #files = new Set<string>();
  /** Whether the event loop has turned since the last look: within one turn only passes of a fix follow each other. */
  #hasTurned = false;
  #lastUse = performance.now();
  #lastLook = performance.now();
  #cost = 0;

  /** To be called when a file's lint begins. */
  begin(file: string, settings: object): Due {
    const now = performance.now();
    const isIdle = now - this.#lastUse > idle;
    // Each ESLint object has settings of its own, and lints a file once unless it is asked again.
    const isNewRun = !this.#settings.has(settings) || (this.#hasTurned && this.#files.has(file));
    const wait = this.#cost / (this.#cost < small ? smallShare : share);
    const isTime = this.#hasTurned && now - this.#lastLook > wait;
    this.#lastUse = now;
    this.#settings.add(settings);
    this.#files.add(file);
    if (isIdle) return "everything";
    return isNewRun || isTime ? "sources" : "nothing";
  }

  /** @param cost of the look, in milliseconds */
  looked(cost: number): void {
    this.#cost = cost;
    this.#lastLook = performance.now();
    this.#files = new Set();
    this.#hasTurned = false;
    setImmediate(() => {
      this.#hasTurned = true;
    }).unref();
  }
}
