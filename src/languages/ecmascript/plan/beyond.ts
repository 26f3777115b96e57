/** What a file does with what it takes that no reference shows: no name of it can be changed safely. */
import type { Fact } from "../../../policy/facts.ts";
import type { Taken } from "../model.ts";
import type { Reading } from "../read.ts";
import { isPlatforms, keyName, literalText, Type, variableAt } from "../syntax.ts";
import type { Node, Source, Variable } from "../syntax.ts";
import { anyWord } from "../../words.ts";

/** Why a fact's export is not to be taken from elsewhere: the file adds to it with `declare module "./old" { … }`. */
export function additionsOf(reading: Reading): (fact: Fact) => string | undefined {
  const added = new Map<string, Set<string>>();
  for (const statement of reading.source.ast.body) {
    if (statement.type !== Type.TSModuleDeclaration || statement.id.type !== Type.Literal || !statement.body) continue;
    const module = reading.ports.moduleKey(statement.id.value);
    const names = added.get(module) ?? new Set<string>();
    for (const inner of statement.body.body) for (const name of declaredBy(inner)) names.add(name);
    added.set(module, names);
  }
  return ({ module, specifier, name }) => {
    if (added.size === 0) return undefined;
    const names = [added.get(module), added.get(reading.ports.moduleKey(specifier))];
    const isAdded = names.some((each) => each !== undefined && (each.has(name) || (name === "*" && each.size > 0)));
    return isAdded ? "this file adds to it by `declare module`, which the new one would not have" : undefined;
  };
}

function declaredBy(statement: Node): readonly string[] {
  if (statement.type === Type.ExportDefaultDeclaration) return ["default"];
  if (statement.type === Type.ExportNamedDeclaration && !statement.declaration) return statement.specifiers.map(({ exported }) => keyName(exported) ?? "");
  const declaration = statement.type === Type.ExportNamedDeclaration ? statement.declaration : statement;
  if (declaration?.type === Type.VariableDeclaration) return declaration.declarations.flatMap(({ id }) => (id.type === Type.Identifier ? [id.name] : []));
  return declaration && "id" in declaration && declaration.id?.type === Type.Identifier ? [declaration.id.name] : [];
}

/** Whether code that `eval` is given may name a variable: it sees what is in scope there. `(0, eval)` and `new Function` do not. */
export function evaluatedNames({ source }: Reading): (variable: Variable) => boolean {
  const { globalScope } = source.scopeManager ?? {};
  const references = [...(globalScope?.through ?? []), ...(globalScope?.set.get("eval")?.references ?? [])];
  const calls = references.flatMap(({ identifier }) => {
    const { parent } = identifier;
    const isDirect = identifier.name === "eval" && parent.type === Type.CallExpression && parent.callee === identifier;
    return isDirect && isPlatforms(source, identifier, "eval") ? [parent] : [];
  });
  return (variable) =>
    calls.some((call) => {
      const text = literalText(call.arguments[0]);
      const mayName = text === undefined || new RegExp(anyWord([variable.name], String.raw`[\p{ID_Continue}$]`), "u").test(text);
      return mayName && variableAt(source, call, variable.name) === variable;
    });
}

/** `import defer * as ws from "m"` runs the module with the first member that is taken; a named import would run it at once. */
export function isDeferred(source: Source, { holder: { node } }: Taken): boolean {
  if (node.type !== Type.ImportDeclaration) return false;
  const [, phase, star] = source.getFirstTokens(node, 3);
  return phase?.value === "defer" && star?.value === "*";
}
