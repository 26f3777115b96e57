/** Star imports: what they let out, and which names of the file they may have brought in. */
import type { ReexportFact } from "../../../policy/facts.ts";
import type { Starred, Use } from "../model.ts";
import type { Reading } from "../read.ts";
import { specifierOf } from "../read/imports.ts";
import type { StarImport } from "../read/imports.ts";
import type { Binding, Reference, Variable } from "../scopes/scope.ts";
import { blockStatement } from "./statements.ts";

/** The star imports of governed modules, in the order of the text. */
export function starredOf(reading: Reading, imports: readonly StarImport[]): readonly Starred[] {
  const { ports } = reading;
  const specifiers = imports.map(specifierOf);
  const modules = specifiers.map((specifier) => ports.moduleKey(specifier));
  /** Whether a later star is known to bring in a name, so that this one's is not seen. */
  const isHidden = (name: string, index: number): boolean => modules.slice(index + 1).some((module) => ports.exports(module, name));
  const unbound = reading.scopes.all.flatMap(({ references }) => references.filter(({ variable }) => variable === undefined || variable.bindings.length === 0));
  const claimed = new Set<Reference>();
  // The last one that has a name is the one that is seen.
  const starred = [...imports.entries()].reverse().flatMap(([index, imported]): readonly Starred[] => {
    const [specifier = "", module = ""] = [specifiers[index], modules[index]];
    if (!ports.governs(module)) return [];
    const names = ports.deprecatedNames(module);
    // Modules that another one imports for itself come along; that is nobody's wish.
    const unmeant = names.filter((name) => isHidden(name, index) || ports.namespaceAt(module, name) !== undefined);
    const hidden = [...hiddenBehind(reading, imported, names), ...unmeant];
    const fact: ReexportFact = { kind: "reexport", module, specifier, name: "*", as: "*", declares: false, imported: true, span: imported.span, hidden };
    const uses = unbound.flatMap((reference): readonly Use[] => {
      if (claimed.has(reference) || !names.includes(reference.name) || isHidden(reference.name, index)) return [];
      claimed.add(reference);
      return [{ reference, fact: { kind: "use", module, specifier, name: reference.name, span: reference.node.range } }];
    });
    return [{ how: "starred", fact, imported, uses }];
  });
  return starred.reverse();
}

/** What the file itself puts in the place of a name that the star brought in, or leaves out of its own `__all__`. */
function hiddenBehind({ scopes, all }: Reading, { node }: StarImport, names: readonly string[]): readonly string[] {
  const { variables } = scopes.module;
  const isRebound = (variable: Variable | undefined): boolean =>
    variable?.bindings.some((binding) => binding.node.range[0] > node.range[1] && isCertain(binding)) ?? false;
  const hidden = [...variables.values()].filter(isRebound).map(({ name }) => name);
  const listed = all.known;
  if (!listed) return hidden;
  hidden.push(...names.filter((name) => name !== "*" && !listed.has(name)));
  // Of a whole module, what it lets out is among the names that nothing else here binds.
  if ([...listed].every((name) => (variables.get(name)?.bindings.length ?? 0) > 0)) hidden.push("*");
  return hidden;
}

/** Whether the module binds it in any case: not in a branch. */
function isCertain({ kind, node, scope }: Binding): boolean {
  return kind !== "annotation" && kind !== "deletion" && scope.kind === "module" && blockStatement(node).parent?.type === "PyModule";
}
