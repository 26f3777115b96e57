/** Content of files that were changed so shortly ago that their times do not tell of another change. */
import { createHash } from "node:crypto";
import type { ModuleKey } from "../../policy/facts.ts";
import { readBytes } from "./file-bytes.ts";
import type { SourceFile } from "./listing.ts";

export class YoungContents {
  readonly #hashes = new Map<ModuleKey, string>();

  /** By file. */
  get hashes(): ReadonlyMap<ModuleKey, string> {
    return this.#hashes;
  }

  restore(hashes: ReadonlyMap<ModuleKey, string>): void {
    for (const [path, hash] of hashes) this.#hashes.set(path, hash);
  }

  forget(path: ModuleKey): void {
    this.#hashes.delete(path);
  }

  /** Whether a file that is listed as changed is: a young one is listed so each time. */
  isDifferent(file: SourceFile): boolean {
    const before = this.#hashes.get(file.path);
    const hash = file.isYoung || before !== undefined ? hashOf(file) : undefined;
    if (file.isYoung && hash !== undefined) this.#hashes.set(file.path, hash);
    else this.#hashes.delete(file.path);
    return before === undefined || before !== hash;
  }
}

function hashOf({ path, size }: SourceFile): string | undefined {
  const text = readBytes(path, size);
  return text === undefined ? undefined : createHash("sha1").update(text, "latin1").digest("base64");
}
