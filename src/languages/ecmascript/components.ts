/** What the trees of components (Svelte, Astro) have that scripts do not. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { Node, Source, Variable } from "./syntax.ts";

/** The `<script>` of a Svelte component: svelte-eslint-parser has its statements in an element. */
export function isScriptElement(statement: object): statement is { readonly body: readonly TSESTree.ProgramStatement[] } {
  return "body" in statement && Array.isArray(statement.body);
}

/**
 * Whether a reference is the variable's name and nothing more, so that another name can take its place. Svelte's `$user` is the
 * value of the store `user`, and `<Card {user} />` and `<p class:user>` name what they set by the variable.
 */
export function isPlainName(node: TSESTree.Identifier | TSESTree.JSXIdentifier, variable: Variable, { text }: Source): boolean {
  return node.name === variable.name && !shorthands.has(typeOf(node.parent)) && !shorthands.has(typeOf(node.parent.parent)) && !isKey(node, text);
}

const shorthands = new Set(["SvelteShorthandAttribute", "AstroShorthandAttribute"]);

/** `class:user`, `bind:user`, `style:user`, `use:user`. */
function isKey({ parent, range }: Node, text: string): boolean {
  return parent !== undefined && typeOf(parent).startsWith("Svelte") && text[range[0] - 1] === ":";
}

/** Other parsers' nodes have types that TypeScript's do not know. */
function typeOf(node: { readonly type: string } | undefined): string {
  return node?.type ?? "";
}
