/** What other parts of a file than its scripts (a template) do with an import. */
import { isPlainName } from "../components.ts";
import type { Listed, Namespace } from "../model.ts";
import type { Reading } from "../read.ts";

/** Whether a part of the file that the parser does not show as references (Vue, Astro) may use the import: there its name can't be followed. */
export function isUsedElsewhere({ source, ports }: Reading, taken: Listed | Namespace): boolean {
  const { variable, node } = taken;
  if (ports.whole) return false;
  if (!variable) return true;
  // vue-eslint-parser marks what a template uses, `<my-button>` for `MyButton` too, by a reference at the name's own declaration.
  if (variable.references.some(({ init, identifier }) => init !== true && variable.identifiers.some((own) => own === identifier))) return true;
  const mentions = mentionsOf(variable.name);
  const countIn = (text: string): number => text.match(mentions)?.length ?? 0;
  const shown = taken.how === "listed" ? taken.uses.filter((use) => isPlainName(use.node, variable, source)).length : taken.references.length;
  return countIn(source.text) > countIn(source.text.slice(...node.range)) + shown;
}

/** The name as a word; `$user` is Svelte's word for the value of `user`. */
function mentionsOf(name: string): RegExp {
  return new RegExp(String.raw`(?<![\p{ID_Continue}])${name.replaceAll("$", String.raw`\$`)}(?![\p{ID_Continue}$])`, "gu");
}
