/**
 * One survey for all threads of `eslint --concurrency`: the first worker that needs it makes it, the others wait and
 * take it over. The main thread only lays out the memory, before the workers start: what the configuration says of the
 * manifest, the workers alone know.
 */
import { createHash } from "node:crypto";
import { getEnvironmentData, isMainThread, setEnvironmentData, workerData } from "node:worker_threads";
import { fromBytes, toBytes } from "./saved-survey.ts";

/** What is shared: each is asked for after the one before it. */
export type Share = "survey" | "ways" | "rows";

/** Whether this is a thread of `--concurrency`: it lives for one run. Other threads may be a server's. */
export const isThreadOfRun = !isMainThread && typeof workerData === "object" && workerData !== null && "filePathIndexArray" in workerData;

/** A value, and whether this thread has made it. */
export interface Shared<Value> {
  readonly value: Value;
  readonly isOwn: boolean;
}

const shares: readonly Share[] = ["survey", "ways", "rows"];
/** Reserved, not used: memory is taken as the buffer grows. */
const most = 256 * 1024 * 1024;
/** Before the bytes: state, length, beat, and the question's digest. */
const digestAt = 12;
const header = digestAt + 20;
const FREE = 0;
const BUSY = 1;
const DONE = 2;
/** ESLint ends all workers when one of them throws: the one that was at it is not waited for. In milliseconds. */
const patience = 5_000;

/** To be called in the main thread before workers start; each run gets a fresh sheet. */
export function layOutSurvey(): void {
  if (!isMainThread) return;
  for (const share of shares) {
    const before = memoryOf(share);
    if (before && Atomics.load(stateOf(before), 0) === FREE) continue;
    try {
      setEnvironmentData(nameOf(share), new SharedArrayBuffer(header, { maxByteLength: most }));
    } catch {
      // No address space to reserve: each worker makes its own.
    }
  }
}

/**
 * What another thread has made for the same question, or what `make` makes for all.
 * @param question asked for only where there is something to compare it with
 * @returns `undefined` where there is nothing to take over: in the main thread, too, nobody waits
 */
export function shared<Value>(share: Share, question: () => string, make: () => Value): Shared<Value> | undefined {
  const memory = memoryOf(share);
  if (!memory) return undefined;
  const state = stateOf(memory);
  if (isMainThread && Atomics.load(state, 0) !== DONE) return undefined;
  const asked = createHash("sha1").update(question()).digest();
  if (!isMainThread && Atomics.compareExchange(state, 0, FREE, BUSY) === FREE) {
    working = state;
    try {
      const value = make();
      publish(memory, state, asked, toBytes(value));
      return { value, isOwn: true };
    } finally {
      working = undefined;
      // It could not be made, or is too large to hand over: the others make their own.
      Atomics.compareExchange(state, 0, BUSY, FREE);
      Atomics.notify(state, 0);
    }
  }
  if (!isMainThread) wait(state);
  if (Atomics.load(state, 0) !== DONE || !Buffer.from(memory, digestAt, asked.length).equals(asked)) return undefined;
  const value = fromBytes(Buffer.from(memory, header, Atomics.load(state, 1))) as Value | undefined;
  return value === undefined ? undefined : { value, isOwn: false };
}

/** Of the sheet that this thread is at. */
let working: Int32Array | undefined;

/** To be called for each file that is read: tells those who wait that somebody is still at it. */
export function beat(): void {
  if (working) Atomics.add(working, 2, 1);
}

function wait(state: Int32Array): void {
  for (let before = -1; Atomics.load(state, 0) === BUSY; ) {
    const now = Atomics.load(state, 2);
    if (now === before) return void Atomics.compareExchange(state, 0, BUSY, FREE);
    before = now;
    Atomics.wait(state, 0, BUSY, patience);
  }
}

function publish(memory: SharedArrayBuffer, state: Int32Array, asked: Buffer, bytes: Buffer): void {
  try {
    memory.grow(header + bytes.length);
  } catch {
    return;
  }
  Buffer.from(memory, header, bytes.length).set(bytes);
  Buffer.from(memory, digestAt, asked.length).set(asked);
  Atomics.store(state, 1, bytes.length);
  Atomics.store(state, 0, DONE);
}

function nameOf(share: Share): string {
  return `eslint-plugin-ssot/${share}`;
}

function memoryOf(share: Share): SharedArrayBuffer | undefined {
  const memory: unknown = getEnvironmentData(nameOf(share));
  return memory instanceof SharedArrayBuffer ? memory : undefined;
}

function stateOf(memory: SharedArrayBuffer): Int32Array {
  return new Int32Array(memory, 0, 3);
}
