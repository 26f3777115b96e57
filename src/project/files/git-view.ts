/** What git says of a project's files, as of the last look: which it ignores, and which it tracks all the same. */
import { posix } from "node:path";
import { readText } from "./disk.ts";
import { fileState, isSameState } from "./file-state.ts";
import { below, ignoreFilesAbove, rulesAbove, withRules, type IgnoreRules } from "./git-ignore.ts";
import { indexFile, repositoryAround, trackedFiles, type Repository, type TrackedFiles } from "./git-repository.ts";

export class GitView {
  /** A change of one of them means another list. */
  readonly ignoreFiles = new Map<string, string>();
  readonly #root: string;
  #now = 0;
  /** Kept for one look, as what is tracked is: many paths, rarely asked for. */
  #repository: { readonly is: Repository | undefined } | undefined;
  #tracked: TrackedFiles | undefined;
  #indexState: string | undefined;

  /** @param root absolute real path */
  constructor(root: string) {
    this.#root = root;
  }

  /** To be called before each look. */
  begin(now: number): void {
    this.#now = now;
    this.#repository = undefined;
    this.#tracked = undefined;
  }

  /** Whether one of the files that say what is ignored has changed since it was read. */
  get hasNewRules(): boolean {
    return [...this.ignoreFiles].some(([file, state]) => !isSameState(state, fileState(file, this.#now)));
  }

  /** Whether git may track other files than it did when this was asked for before; the first time it may. */
  tracksAnew(): boolean {
    const repository = this.#around();
    const state = repository && fileState(indexFile(repository), this.#now);
    const before = this.#indexState;
    this.#indexState = state;
    return !isSameState(before, state);
  }

  /** Forgets the rules, and begins with those above the project. */
  listAnew(): void {
    this.ignoreFiles.clear();
    for (const { path } of ignoreFilesAbove(this.#root, this.#around())) this.ignoreFiles.set(path, fileState(path, this.#now));
  }

  /** The rules that hold for a folder by those above it, as they were read when these were listed. */
  rulesOf(path: string): IgnoreRules {
    if (path === this.#root) return rulesAbove(path, this.#around());
    const parent = posix.dirname(path);
    const above = this.rulesOf(parent);
    return below(path, this.ignoreFiles.has(posix.join(parent, ".gitignore")) ? this.withIgnoreFile(parent, above) : above);
  }

  /** The rules with those of a folder's own `.gitignore`. */
  withIgnoreFile(folder: string, above: IgnoreRules): IgnoreRules {
    const file = posix.join(folder, ".gitignore");
    this.ignoreFiles.set(file, fileState(file, this.#now));
    return withRules(above, folder, readText(file) ?? "");
  }

  /** Whether git tracks a path, ignored or not: absolute; a folder's ends in `/`. */
  tracks(path: string): boolean {
    const repository = this.#around();
    this.#tracked ??= repository && trackedFiles(repository);
    return this.#tracked?.has(path) === true;
  }

  #around(): Repository | undefined {
    this.#repository ??= { is: repositoryAround(this.#root) };
    return this.#repository.is;
  }
}
