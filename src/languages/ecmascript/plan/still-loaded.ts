/** What goes on loading a module that does something, where its path is changed in place. */
import { inserted } from "../../pieces.ts";
import { indentBefore, lineBreak } from "../../text-lines.ts";
import type { Holder } from "../model.ts";
import { Type } from "../syntax.ts";
import type { Source } from "../syntax.ts";
import type { Group, Planned } from "./group.ts";

const unloaded = "loading the old module does something, and nothing here would load it";

/** The groups with a bare import of the module that `holder` names beside the changed one; with a doubt where that is no import statement. */
export function stillLoaded(source: Source, planned: Planned, holder: Holder): Planned {
  const changes = ({ pieces }: Group): boolean => pieces.some(({ span }) => span[0] === holder.literal.range[0]);
  const bare = bareImport(source, holder);
  const groups = planned.groups.map((group): Group => {
    if (!changes(group)) return group;
    if (bare === undefined) return { ...group, doubt: group.doubt ?? unloaded };
    const [start] = holder.node.range;
    return bare === "" ? group : { ...group, pieces: [inserted(start, bare), ...group.pieces] };
  });
  return { ...planned, groups };
}

/** The specifiers of a file's bare imports, and where the first of each stands. */
export function bareImports({ ast }: Source): Map<string, number> {
  const bare = ast.body.flatMap((each) => (each.type === Type.ImportDeclaration && each.specifiers.length === 0 ? [[each.source.value, each.range[0]] as const] : []));
  return new Map(bare.reverse());
}

/** What stands before the import statement then; empty where the file has such an import. */
function bareImport(source: Source, { node, literal }: Holder): string | undefined {
  if (node.type !== Type.ImportDeclaration || node.attributes.length > 0) return undefined;
  if (bareImports(source).has(node.source.value)) return "";
  const ending = source.getText(node).endsWith(";") ? ";" : "";
  return `import ${source.getText(literal)}${ending}${lineBreak(source.text)}${indentBefore(source.text, node.range[0])}`;
}
