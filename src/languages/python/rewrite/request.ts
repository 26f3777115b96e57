/** What the planner asks of call shapes, and what they answer. */
import type { Piece } from "../../compose.ts";
import type { PythonFile } from "../source-code.ts";
import type { PyAttribute, PyCall, PyName } from "../tree/expressions.ts";
import type { PyNode } from "../tree/node.ts";
import type { PyAssignment } from "../tree/statements.ts";
import type { CompiledRewrite } from "./compile.ts";

/** A reference to the deprecated symbol, and everything there is to know for its rewrite. */
export interface ShapeRequest {
  readonly file: Pick<PythonFile, "text" | "ast" | "comments">;
  /** A name, an attribute of a module (`ws.get_x`), or the call of `getattr`. */
  readonly anchor: PyName | PyAttribute | PyCall;
  /** From `compileRewrites`, once for each replacement. */
  readonly rewrites: readonly CompiledRewrite[];
  readonly bind: Readonly<Record<string, readonly string[]>>;
  /**
   * How the canonical symbol is spelled at `node`: a name, or a dotted one (`ws.create_x`); `undefined` where its name is
   * taken. It is asked only for what is to be rewritten, and for each use of a variable anew.
   */
  canonicalAt(node: PyNode): string | undefined;
}

/** What becomes of a reference. */
export type ShapeResult =
  | { readonly matched: false; /** Why it is left alone; its import stays. */ readonly reason: string }
  | {
      readonly matched: true;
      /** Why it is not to be changed without asking; `undefined` where it is safe. */
      readonly doubt: string | undefined;
      /** The new text of what was matched; for `compose`, since shapes may lie in one another. */
      readonly pieces: readonly Piece[];
      /**
       * Declarations that go (`f = get_f()`, all of whose uses are rewritten); no piece
       * covers them. The planner takes them out as it does imports: a block that is left empty, by
       * these and by others, gets a `pass`.
       */
      readonly removed: readonly PyAssignment[];
    };
