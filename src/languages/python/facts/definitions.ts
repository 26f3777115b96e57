/** The definitions of a file's exports. */
import type { DefinitionFact } from "../../../policy/facts.ts";
import type { Defined } from "../model.ts";
import type { Reading } from "../read.ts";
import type { Binding } from "../scopes/scope.ts";
import type { PyNode } from "../tree/node.ts";
import { isFileNoticed, isNoticed } from "./notices.ts";
import { statementOf } from "./statements.ts";

/** What this file itself defines of the exports that are wanted. */
export function definedOf(reading: Reading): readonly Defined[] {
  const { definitions, exclusiveNames } = reading.ports;
  const { known } = reading.all;
  // A name that the file's own `__all__` leaves out is no second way to the symbol.
  const exclusive = [...exclusiveNames].filter((name) => (known?.has(name) ?? true) && !isMissable(reading, name));
  return [...new Set([...definitions, ...exclusive])].flatMap((name) => (name === "*" ? [wholeFile(reading)] : (definition(reading, name) ?? [])));
}

function wholeFile({ file, ports }: Reading): Defined {
  const [line = ""] = /^[^\r\n]*/.exec(file.text) ?? [];
  return { fact: { kind: "definition", module: ports.self, specifier: "", name: "*", noticed: isFileNoticed(file), span: [0, line.length] }, statements: [] };
}

interface Found {
  readonly statement: PyNode;
  /** Where the report stands. */
  readonly name: PyNode;
}

function definition({ file, ports, scopes }: Reading, name: string): Defined | undefined {
  const { bindings } = scopes.module.variables.get(name) ?? { bindings: [] };
  const found = bindings.flatMap((binding) => definingStatement(binding, file.isStub) ?? []);
  const [first] = found;
  if (!first) return undefined;
  const noticing = visible(found);
  const bare = noticing.find(({ statement }) => !isNoticed(statement, file, scopes));
  const fact: DefinitionFact = { kind: "definition", module: ports.self, specifier: "", name, noticed: bare === undefined, span: (bare ?? first).name.range };
  return { fact, statements: found.map(({ statement }) => statement) };
}

/** The statement by which a binding gives the module something of its own; not loops, `with`, imports, `del`. */
function definingStatement({ kind, node, scope }: Binding, isStub: boolean): Found | undefined {
  if (scope.kind !== "module") return undefined;
  switch (kind) {
    case "function":
    case "class":
    case "type-alias":
      return node.parent ? { statement: node.parent, name: node } : undefined;
    case "annotation":
      // Without a value it is a definition only where there are no values.
      return isStub ? { statement: statementOf(node), name: node } : undefined;
    case "assignment": {
      const statement = statementOf(node);
      return statement.type === "PyAssignment" && !isWithin(node, statement.value) ? { statement, name: node } : undefined;
    }
    default:
      return undefined;
  }
}

/** Whether a name is imported, or `None` where that fails: that defines nothing. */
function isMissable({ scopes, file }: Reading, name: string): boolean {
  const { bindings } = scopes.module.variables.get(name) ?? { bindings: [] };
  const isNone = ({ statement }: Found): boolean => statement.type === "PyAssignment" && statement.value.type === "PyConstant" && statement.value.value === "None";
  return bindings.some(({ node }) => node.type === "PyImportFromAlias") && bindings.flatMap((binding) => definingStatement(binding, file.isStub) ?? []).every(isNone);
}

function isWithin({ range }: PyNode, outer: PyNode): boolean {
  return outer.range[0] <= range[0] && range[1] <= outer.range[1];
}

/** Beside an implementation, the overloads need no notice of their own. */
function visible(found: readonly Found[]): readonly Found[] {
  const implementations = found.filter(({ statement }) => !isOverload(statement));
  return implementations.length > 0 ? implementations : found;
}

/** Whether a function only declares one of its forms. */
export function isOverload(statement: PyNode): boolean {
  return (
    statement.type === "PyFunction" &&
    statement.decorators.some(({ expression }) => (expression.type === "PyAttribute" ? expression.attribute.name : expression.type === "PyName" ? expression.name : "") === "overload")
  );
}
