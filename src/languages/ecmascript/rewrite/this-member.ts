/** Whether `this.x` surely has a value at a place. */
import type { TSESTree } from "@typescript-eslint/utils";
import { Type, within } from "../syntax.ts";
import type { Node } from "../syntax.ts";
import { around, thisOwner } from "./scopes.ts";

/**
 * Whether the class around `site` declares `name` and an instance has it there.
 * @param name `undefined` asks only whether `this` is an instance of a class there
 */
export function hasThisMember(site: Node, name: string | undefined): boolean {
  const owner = thisOwner(site)?.owner;
  const method = owner?.parent;
  if (isInComputedKey(site, owner)) return false;
  // In a decorator or a computed key `this` is that of the code around the class: the owner is another one then.
  if (owner?.type !== Type.FunctionExpression || method?.type !== Type.MethodDefinition) return false;
  if (method.static || method.value !== owner) return false;
  if (name === undefined) return method.kind !== "constructor" || isBehindSuper(method, site);
  const members = method.parent.body;
  const constructor = members.find(isConstructor);
  if (method.kind === "constructor")
    return isBehindSuper(method, site) && (isSetBeforeBody(members, method, name) || isSetBefore(method, name, site));
  return (
    (constructor !== undefined && (hasParameterProperty(constructor, name) || assignments(constructor, name).length > 0)) ||
    members.some((member) => declares(member, name))
  );
}

/** In the computed key of a class within the method: it has the method's `this`, but TypeScript refuses the word there. */
function isInComputedKey(site: Node, owner: Node | undefined): boolean {
  for (const step of around(site)) {
    if (step.owner === owner) return false;
    if (step.owner.parent?.type === Type.ClassBody && "key" in step.owner && step.owner.key === step.child) return true;
  }
  return false;
}

/** The constructor with a body; its overloads have none. */
function isConstructor(member: TSESTree.ClassElement): member is TSESTree.MethodDefinition {
  return member.type === Type.MethodDefinition && member.kind === "constructor" && member.value.type === Type.FunctionExpression;
}

/** A member that an instance has once it is made. An optional one may be missing. */
function declares(member: TSESTree.ClassElement, name: string): boolean {
  if (!("static" in member) || member.static || memberKey(member) !== name) return false;
  if (member.type === Type.MethodDefinition || member.type === Type.TSAbstractMethodDefinition)
    return member.kind === "method" || member.kind === "get";
  if (member.type === Type.TSIndexSignature) return false;
  return !member.optional;
}

function memberKey(member: TSESTree.ClassElement): string | undefined {
  if (!("key" in member) || member.computed) return undefined;
  if (member.key.type === Type.PrivateIdentifier) return `#${member.key.name}`;
  return member.key.type === Type.Identifier ? member.key.name : undefined;
}

/** A field with a value, or a method: there before the constructor's own statements. A getter may read what is not yet. */
function isSetBeforeBody(members: readonly TSESTree.ClassElement[], constructor: TSESTree.MethodDefinition, name: string): boolean {
  if (hasParameterProperty(constructor, name)) return true;
  return members.some((member) => {
    if (!("static" in member) || member.static || memberKey(member) !== name) return false;
    if (member.type === Type.PropertyDefinition || member.type === Type.AccessorProperty) return member.value !== null;
    return member.type === Type.MethodDefinition && member.kind === "method";
  });
}

function hasParameterProperty(constructor: TSESTree.MethodDefinition, name: string): boolean {
  return constructor.value.params.some((parameter) => {
    if (parameter.type !== Type.TSParameterProperty) return false;
    const inner = parameter.parameter;
    const id = inner.type === Type.AssignmentPattern ? inner.left : inner;
    return id.type === Type.Identifier && id.name === name && !id.optional;
  });
}

/** `this.x = …;` as a statement of the constructor's own body. */
function assignments(constructor: TSESTree.MethodDefinition, name: string): TSESTree.ExpressionStatement[] {
  const statements: readonly Node[] = constructor.value.body?.body ?? [];
  return statements.filter((statement): statement is TSESTree.ExpressionStatement => {
    if (statement.type !== Type.ExpressionStatement || statement.expression.type !== Type.AssignmentExpression) return false;
    const { left, operator } = statement.expression;
    if (operator !== "=" || left.type !== Type.MemberExpression || left.object.type !== Type.ThisExpression || left.computed) return false;
    const key = left.property.type === Type.PrivateIdentifier ? `#${left.property.name}` : left.property.name;
    return key === name;
  });
}

function isSetBefore(constructor: TSESTree.MethodDefinition, name: string, site: Node): boolean {
  return isInBody(constructor, site) && assignments(constructor, name).some(({ range }) => range[1] <= site.range[0]);
}

function isInBody(method: TSESTree.MethodDefinition, site: Node): boolean {
  const { body } = method.value;
  return body !== null && within(site, body);
}

/** In a derived class there is no `this` before `super()`. */
function isBehindSuper(constructor: TSESTree.MethodDefinition, site: Node): boolean {
  if (!isInBody(constructor, site)) return false;
  if (constructor.parent.parent.superClass === null) return true;
  const statements: readonly Node[] = constructor.value.body?.body ?? [];
  return statements.some(
    (statement) =>
      statement.type === Type.ExpressionStatement &&
      statement.expression.type === Type.CallExpression &&
      statement.expression.callee.type === Type.Super &&
      statement.range[1] <= site.range[0],
  );
}
