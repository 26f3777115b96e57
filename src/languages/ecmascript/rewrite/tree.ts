/** What is asked of any syntax tree here: a file's (TSESTree, ESTree) and a manifest text's (oxc) have the same shapes. */

/** A node of any of the trees. */
export interface Tree {
  readonly type: string;
}

/** Keys that say where a node stands or how it was written, not what it is. */
const notChildren = new Set(["type", "parent", "range", "loc", "start", "end", "raw", "tokens", "comments"]);

/** Whether `value` is a node. */
export function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** The keys under which a node holds its content. */
export function contentKeys(node: Tree): string[] {
  return Object.keys(node).filter((key) => !notChildren.has(key));
}

/** What a node holds under `key`. */
export function held(node: Tree, key: string): unknown {
  return Reflect.get(node, key);
}

/** What a node holds under `key`, if that is a node. */
export function heldTree(node: Tree, key: string): Tree | undefined {
  const value = held(node, key);
  return isTree(value) ? value : undefined;
}

/** What a node holds under `key`, if that is a text. */
export function heldText(node: Tree, key: string): string | undefined {
  const value = held(node, key);
  return typeof value === "string" ? value : undefined;
}

/** The nodes that a node holds under `key`, one or a list. */
export function heldTrees(node: Tree, key: string): Tree[] {
  const value = held(node, key);
  if (Array.isArray(value)) return value.filter(isTree);
  return isTree(value) ? [value] : [];
}

/** A child with the key that its parent holds it under. */
export interface Child {
  readonly node: Tree;
  readonly key: string;
}

/** All children, in the order of the keys. */
export function children(node: Tree): Child[] {
  return contentKeys(node).flatMap((key) => heldTrees(node, key).map((child) => ({ node: child, key })));
}

const functionTypes = new Set(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"]);

/** Whether `node` is a function of any kind. */
export function isFunction(node: Tree): boolean {
  return functionTypes.has(node.type);
}

/** Whether an identifier at this place is only a name: a member's, a key, a label. */
export function isOnlyName(parent: Tree, key: string): boolean {
  switch (parent.type) {
    case "MemberExpression":
      return key === "property" && held(parent, "computed") !== true;
    case "Property":
    case "MethodDefinition":
    case "PropertyDefinition":
    case "AccessorProperty":
      return key === "key" && held(parent, "computed") !== true;
    case "TSPropertySignature":
    case "TSMethodSignature":
      return key === "key";
    case "TSQualifiedName":
      return key === "right";
    case "MetaProperty":
    case "LabeledStatement":
    case "BreakStatement":
    case "ContinueStatement":
    case "TSNamedTupleMember":
      return key !== "body";
    default:
      return false;
  }
}
