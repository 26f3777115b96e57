/** Whether `self.x` surely has a value at a place. */
import { OpenScope, type Scopes, type Variable } from "../scopes/scope.ts";
import type { PyNode } from "../tree/node.ts";
import type { PyClass, PyFunction, PySimpleStatement } from "../tree/statements.ts";
import { variableAt } from "./surroundings.ts";
import { within } from "./ranges.ts";

/**
 * Whether `self` is a method's own where `site` stands, its class declares `name`, and an instance has it there. A function
 * that is nested in the method may run at any time; so may a lambda, but it is mostly called where it is written.
 */
export function hasSelfMember(scopes: Scopes, site: PyNode, name: string): boolean {
  const method = methodOf(variableAt(scopes, site, "self"));
  const owner = method && classAround(method);
  if (!method || !owner || functionAround(site) !== method) return false;
  const scope = scopes.of(owner);
  const declared = scope instanceof OpenScope ? scope.variables.get(scope.mangled(name)) : undefined;
  if (declared?.bindings.some(({ kind }) => kind === "deletion")) return false;
  if (method.name.name === "__init__") return isSetBefore(method, name, site) || declared?.bindings.some(({ kind }) => kind === "assignment") === true;
  const made = owner.body.body.find((member) => member.type === "PyFunction" && member.name.name === "__init__");
  if (made?.type === "PyFunction" && isSetBefore(made, name, undefined)) return true;
  return declared?.bindings.some(({ kind }) => kind !== "annotation" || isMadeByDecorator(owner)) === true;
}

/** The method whose `self` a variable is. */
function methodOf(self: Variable | undefined): PyFunction | undefined {
  const [binding, second] = self?.bindings ?? [];
  const node = self?.scope.node;
  if (binding?.kind !== "parameter" || second || self?.declarations.length !== 0 || node?.type !== "PyFunction") return undefined;
  const [first] = node.parameters;
  if (first?.name !== binding.node || first.star !== "" || isOfClass(node)) return undefined;
  return node;
}

/** What is called on the class, whatever its first parameter is called. */
function isOfClass({ name, decorators }: PyFunction): boolean {
  if (["__new__", "__init_subclass__", "__class_getitem__"].includes(name.name)) return true;
  return decorators.some(({ expression }) => {
    const last = expression.type === "PyAttribute" ? expression.attribute.name : expression.type === "PyName" ? expression.name : "";
    return /static|class/i.test(last);
  });
}

function functionAround(site: PyNode): PyNode | null {
  let node = site.parent;
  while (node && node.type !== "PyFunction") node = node.parent;
  return node;
}

function classAround({ parent }: PyFunction): PyClass | undefined {
  return parent?.type === "PySuite" && parent.parent?.type === "PyClass" ? parent.parent : undefined;
}

/** `x: int` alone gives an instance its `x` in a dataclass, a model, a named tuple: by a decorator or a base. */
function isMadeByDecorator(owner: PyClass): boolean {
  return owner.decorators.length > 0 || owner.arguments.length > 0;
}

/** `self.x = …` as a statement of the method's own body, before `site` where there is one. */
function isSetBefore({ parameters, body }: PyFunction, name: string, site: PyNode | undefined): boolean {
  const self = parameters[0]?.name?.name;
  return body.body.some((line) => {
    if (line.type !== "PyStatementLine" || (site && line.range[0] >= site.range[0])) return false;
    return line.body.some((statement) => (!site || (statement.range[1] <= site.range[0] && !within(site.range, statement.range))) && sets(statement, self, name));
  });
}

function sets(statement: PySimpleStatement, self: string | undefined, name: string): boolean {
  if (statement.type !== "PyAssignment") return false;
  const targets = statement.targets.flatMap((target) => (target.type === "PyAnnotated" ? [target.target] : target.type === "PyTuple" ? target.items : [target]));
  return targets.some((target) => target.type === "PyAttribute" && target.attribute.name === name && target.object.type === "PyName" && target.object.name === self);
}
