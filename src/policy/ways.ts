/** The ways by which an export is to be had beside its home. */
import type { ModuleKey } from "./facts.ts";

/** An export whose other ways out are wanted. */
export interface Seed {
  readonly module: ModuleKey;
  /** `"*"`: every export of the module but those in `except`. */
  readonly name: string;
  readonly except?: readonly string[] | undefined;
}

/** Every other module and name by which seeds are to be had. */
export interface Ways {
  /** `original` is the name in the seed's module; `through` are the modules passed, the one next to it first, `module` last. */
  readonly leaks: readonly { readonly module: ModuleKey; readonly name: string; readonly seed: Seed; readonly original: string; readonly through: readonly ModuleKey[] }[];
  /** Exports that are a module as a whole, with the modules passed from `target` to `module`, which is the last. */
  readonly namespaces: readonly { readonly module: ModuleKey; readonly name: string; readonly target: ModuleKey; readonly through: readonly ModuleKey[] }[];
}
