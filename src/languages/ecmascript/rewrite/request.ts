/** What is asked of call shapes, and what they answer. */
import type { Node, Source } from "../syntax.ts";
import type { CompiledRewrite } from "./compile.ts";
import type { Piece } from "../../compose.ts";

/** A reference to the deprecated symbol, and everything there is to know for its rewrite. */
export interface ShapeRequest {
  readonly sourceCode: Source;
  /** An identifier, or a member expression `ns.getF` whose object is the namespace import. */
  readonly anchor: Node;
  readonly rewrites: readonly CompiledRewrite[];
  readonly bind: Readonly<Record<string, readonly string[]>>;
  /**
   * The name by which the canonical symbol can be used at `node`; `undefined` where its name is taken.
   * @param spoken what the manifest calls it, where it is a default export and has no name
   */
  canonicalAt(node: Node, spoken: string): string | undefined;
}

/** What becomes of a reference. */
export type ShapeResult =
  | { readonly matched: false; /** Why it is left alone. */ readonly reason: string }
  | {
      readonly matched: true;
      /** Whether it may be changed without asking. */
      readonly safe: boolean;
      /** Why not. */
      readonly reason?: string;
      readonly pieces: readonly Piece[];
    };
