/** The part of a manifest that is counted by. */
import { readFileSync } from "node:fs";
import { parse } from "jsonc-parser";

interface ManifestText {
  readonly python?: { readonly roots?: readonly string[] };
  readonly migrations: readonly {
    readonly canonical?: { readonly module: string; readonly name: string };
    readonly deprecated: readonly { readonly module: string; readonly name: string; readonly except?: readonly string[] }[];
  }[];
}

export function readManifest(file: string): ManifestText {
  return parse(readFileSync(file, "utf8"), [], { allowTrailingComma: true }) as ManifestText;
}
