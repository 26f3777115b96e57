/**
 * One survey for all threads of `eslint --concurrency`: the first worker that needs it makes it, the others wait and
 * take it over. The main thread only lays out the memory, when it loads the plugin: what the configuration says of the
 * manifest, the workers alone know.
 */
import { createHash } from "node:crypto";
import { getEnvironmentData, isMainThread, setEnvironmentData } from "node:worker_threads";
import { fromBytes, toBytes, type SavedSurvey } from "./saved-survey.ts";

const name = "eslint-plugin-ssot/survey";
/** Reserved, not used: memory is taken as the buffer grows. */
const most = 256 * 1024 * 1024;
/** Before the bytes: state, length, and the question's digest. */
const header = 8 + 20;
const FREE = 0;
const BUSY = 1;
const DONE = 2;
/** A worker that dies while it reads must not stop the others for ever. In milliseconds. */
const patience = 120_000;

/** To be called once in the main thread, before workers start. */
export function layOutSurvey(): void {
  if (!isMainThread || getEnvironmentData(name) !== undefined) return;
  try {
    setEnvironmentData(name, new SharedArrayBuffer(header, { maxByteLength: most }));
  } catch {
    // No address space to reserve: each worker makes its own.
  }
}

/**
 * The survey that another thread has made for the same question, or the one that `make` makes for all.
 * @returns `undefined` in the main thread, where nobody waits
 */
export function sharedSurvey(question: string, make: () => SavedSurvey): SavedSurvey | undefined {
  const memory: unknown = isMainThread ? undefined : getEnvironmentData(name);
  if (!(memory instanceof SharedArrayBuffer)) return undefined;
  const state = new Int32Array(memory, 0, 2);
  const asked = createHash("sha1").update(question).digest();
  if (Atomics.compareExchange(state, 0, FREE, BUSY) === FREE) {
    const survey = make();
    publish(memory, state, asked, survey);
    return survey;
  }
  if (Atomics.wait(state, 0, BUSY, patience) === "timed-out" || Atomics.load(state, 0) !== DONE) return undefined;
  if (!Buffer.from(memory, 8, 20).equals(asked)) return undefined;
  return fromBytes(Buffer.from(memory, header, Atomics.load(state, 1)));
}

function publish(memory: SharedArrayBuffer, state: Int32Array, asked: Buffer, survey: SavedSurvey): void {
  try {
    const bytes = toBytes(survey);
    memory.grow(header + bytes.length);
    Buffer.from(memory, header, bytes.length).set(bytes);
    Buffer.from(memory, 8, 20).set(asked);
    Atomics.store(state, 1, bytes.length);
    Atomics.store(state, 0, DONE);
  } catch {
    // Too large to hand over: the others make their own.
    Atomics.store(state, 0, FREE);
  }
  Atomics.notify(state, 0);
}
