/** What a reading keeps of the syntax behind its facts, for planning edits. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { ImportFact, MockFact, ModuleKey, ReexportFact, UseFact } from "../../policy/facts.ts";
import type { Node, Variable } from "./syntax.ts";

/** The syntax that names a module, once: a declaration, a `require`, an `import()` or an `import("…")` type. */
export interface Holder {
  readonly kind: "import" | "require" | "dynamic" | "type" | "import-equals" | "mock";
  /** The module that the specifier names; what a taken symbol is of, says its fact. */
  readonly module: ModuleKey;
  /** The specifier as written. */
  readonly specifier: string;
  readonly literal: Node;
  /** The import declaration, or the `require` / `import()` call. */
  readonly node: Node;
}

/** A module as a literal names it, or one that such a module, `via`, exports whole: then `specifier` is that one's. */
export type Named = Pick<Holder, "module" | "specifier" | "literal"> & { readonly via?: ModuleKey | undefined };

/** A reference to a taken symbol. */
export interface Use {
  readonly fact: UseFact | ReexportFact;
  /** The identifier itself. */
  readonly node: TSESTree.Identifier | TSESTree.JSXIdentifier;
}

/** One export taken by a name in a list: an import specifier, a property of a destructured module, or `x = require("m").x`. */
export interface Listed {
  readonly how: "listed";
  readonly fact: ImportFact;
  readonly holder: Holder;
  readonly node: TSESTree.ImportSpecifier | TSESTree.ImportDefaultSpecifier | TSESTree.Property | TSESTree.VariableDeclarator;
  /** Absent where the property is no plain binding (`{ x = 1 }`, an assignment to something that exists). */
  readonly variable: Variable | undefined;
  readonly uses: readonly Use[];
}

/** A variable that a pattern binds. */
export interface Bound {
  readonly variable: Variable;
  readonly uses: readonly Use[];
}

/** One export taken as a member of a module: `ws.x`, `facade.ws.x`, `require("m").x`, `import("m").X`. */
export interface Member {
  readonly how: "member";
  readonly fact: ImportFact;
  readonly holder: Holder;
  /** The member expression, or the pattern's property; of an `import("…")` type the name itself. */
  readonly node: Node;
  /** The node that spells the member's name. */
  readonly name: Node;
  /** The binding that the expression starts with. */
  readonly namespace: Namespace | undefined;
  /** That binding's reference here; absent in a pattern. */
  readonly reference: Node | undefined;
  /** The nodes that take one module out of another on the way: `facade.ws` of `facade.ws.x`. */
  readonly carriers: readonly Node[];
  /** What a declaration's pattern binds it to. */
  readonly bound?: Bound | undefined;
}

/**
 * What holds a whole module: a binding (`import * as ws`, `const ws = require("m")`), or the export of another module that
 * is one as a whole (`facade.ws`).
 */
export interface Namespace {
  readonly how: "namespace";
  readonly fact: ImportFact;
  readonly holder: Holder;
  /** The specifier, the declarator, the pattern's property, or the expression. */
  readonly node: Node;
  readonly variable: Variable | undefined;
  /** Every reference but the binding itself; without a binding, the expression. */
  readonly references: readonly Node[];
  readonly members: Member[];
  /** The nodes that take one module out of another on the way; empty where the specifier names the module itself. */
  readonly carriers: readonly Node[];
  /** The namespace whose export this one is, by which name, and the reference that the expression starts with. */
  readonly within?: { readonly namespace: Namespace; readonly name: string; readonly reference: Node | undefined } | undefined;
}

/** An export that lets something of another module out. */
export interface Reexported {
  readonly fact: ReexportFact;
  /** The export specifier or statement, the property, the declarator; else the expression that is exported. */
  readonly site: Node;
}

/** An import's syntax, by its fact. */
export type Taken = Listed | Member | Namespace;

/** A mocking call's part that names a module or an export. */
export interface Mocked {
  readonly fact: MockFact;
  readonly literal: Node;
  /** The keys of the factory's object, where it is one object literal without spreads. */
  readonly keys: readonly TSESTree.Property[] | undefined;
  /** The key or string that spells the export's name; absent where the whole module is mocked. */
  readonly name: Node | undefined;
  /** Whether the call names another module, of which this one is an export. */
  readonly through: boolean;
  /** Whether the variable that holds what the call gives is used for more than its members. */
  readonly passed: boolean;
}
