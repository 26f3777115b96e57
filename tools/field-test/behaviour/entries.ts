/** What a package's entry lets out, taken from where it has moved to. */
import ts from "typescript";
import type { Project } from "./program.ts";
import { apply, specifier } from "./styles.ts";
import type { Moved } from "./styles.ts";

/** The entry's text with `export … from` of moved modules written anew; outward names stay. What has another call shape stays with the old module. */
export function rewriteEntry(project: Project, entry: string, moved: ReadonlyMap<string, Moved>): string {
  const tree = project.tree(entry);
  const edits: { start: number; end: number; text: string }[] = [];
  for (const statement of tree.statements) {
    if (!ts.isExportDeclaration(statement) || !statement.moduleSpecifier || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const file = project.resolve(statement.moduleSpecifier.text, entry);
    const target = file === undefined ? undefined : moved.get(file);
    if (!target) continue;
    const { exportClause } = statement;
    if (exportClause && !ts.isNamedExports(exportClause)) continue;
    const old = statement.moduleSpecifier.getText(tree);
    const extension = /\.[cm]?[jt]sx?$/.exec(statement.moduleSpecifier.text)?.[0] ?? "";
    const fresh = target.to === target.from ? old : old.charAt(0) + specifier(entry, target.to).replace(/\.tsx?$/, "") + extension + old.charAt(0);
    const wanted = exportClause
      ? exportClause.elements.map((each) => ({ name: (each.propertyName ?? each.name).text, outward: each.name.text, isType: statement.isTypeOnly || each.isTypeOnly }))
      : project.exports(target.from).filter((each) => each.name !== "default").map((each) => ({ name: each.name, outward: each.name, isType: each.isType }));
    const lines = wanted.map(({ name, outward, isType }) => {
      const place = target.outward.get(name);
      const type = isType || place?.isType ? "type " : "";
      return `export ${type}{ ${place && place.as !== outward ? `${place.as} as ${outward}` : (place?.as ?? name) !== outward ? `${name} as ${outward}` : outward} } from ${place ? fresh : old};`;
    });
    edits.push({ start: statement.getStart(tree), end: statement.end, text: lines.join("\n") });
  }
  return apply(tree.text, edits);
}
