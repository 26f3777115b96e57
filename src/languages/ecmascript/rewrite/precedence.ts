/** Where an expression needs parentheses. The numbers follow the grammar of ECMA-262, clause 13. */
import { held, heldText, heldTree, heldTrees } from "./tree.ts";
import type { Tree } from "./tree.ts";

const level = { sequence: 0, assignment: 1, conditional: 2, unary: 14, update: 15, newWithoutCall: 16, call: 17, primary: 18 };

const binaryLevels: Readonly<Record<string, number>> = {
  "??": 3, "||": 3, "&&": 4, "|": 5, "^": 6, "&": 7,
  "==": 8, "!=": 8, "===": 8, "!==": 8,
  "<": 9, ">": 9, "<=": 9, ">=": 9, in: 9, instanceof: 9,
  "<<": 10, ">>": 10, ">>>": 10, "+": 11, "-": 11, "*": 12, "/": 12, "%": 12, "**": 13,
};

const levels: Readonly<Record<string, number>> = {
  SequenceExpression: level.sequence,
  YieldExpression: level.assignment,
  ArrowFunctionExpression: level.assignment,
  AssignmentExpression: level.assignment,
  ConditionalExpression: level.conditional,
  TSAsExpression: 9,
  TSSatisfiesExpression: 9,
  UnaryExpression: level.unary,
  AwaitExpression: level.unary,
  TSTypeAssertion: level.unary,
  UpdateExpression: level.update,
  CallExpression: level.call,
  ImportExpression: level.call,
  TSInstantiationExpression: level.call,
  // Types: as an argument or alone they never need any; a function type or union elsewhere does.
  TSFunctionType: level.assignment,
  TSConstructorType: level.assignment,
  TSConditionalType: level.assignment,
  TSUnionType: level.conditional,
  TSIntersectionType: level.conditional,
  TSTypeOperator: level.conditional,
  TSInferType: level.conditional,
};

function levelOf(node: Tree): number {
  if (node.type === "BinaryExpression" || node.type === "LogicalExpression")
    return binaryLevels[heldText(node, "operator") ?? ""] ?? level.sequence;
  if (node.type === "ChainExpression") return level.newWithoutCall;
  return levels[node.type] ?? level.primary;
}

/** An expression's neighbourhood: what holds it, and under which key. */
export interface Slot {
  readonly parent: Tree;
  readonly key: string;
}

/** Where any expression without a comma at its top may stand. */
const assignmentSlots: Readonly<Record<string, readonly string[]>> = {
  CallExpression: ["arguments"],
  NewExpression: ["arguments"],
  ArrayExpression: ["elements"],
  SpreadElement: ["argument"],
  JSXSpreadAttribute: ["argument"],
  Property: ["value", "key"],
  PropertyDefinition: ["value", "key"],
  AccessorProperty: ["value", "key"],
  MethodDefinition: ["key"],
  VariableDeclarator: ["init"],
  AssignmentPattern: ["right"],
  AssignmentExpression: ["right"],
  YieldExpression: ["argument"],
  ConditionalExpression: ["consequent", "alternate"],
  ArrowFunctionExpression: ["body"],
  ExportDefaultDeclaration: ["declaration"],
  ForOfStatement: ["right"],
  ImportExpression: ["source", "options"],
  TSEnumMember: ["initializer"],
  SequenceExpression: ["expressions"],
  TSTypeParameterInstantiation: ["params"],
};

/** Where even a comma may stand. */
const expressionSlots: Readonly<Record<string, readonly string[]>> = {
  ExpressionStatement: ["expression"],
  ReturnStatement: ["argument"],
  ThrowStatement: ["argument"],
  IfStatement: ["test"],
  WhileStatement: ["test"],
  DoWhileStatement: ["test"],
  ForStatement: ["init", "test", "update"],
  ForInStatement: ["right"],
  SwitchStatement: ["discriminant"],
  SwitchCase: ["test"],
  WithStatement: ["object"],
  TemplateLiteral: ["expressions"],
  MemberExpression: ["property"],
  JSXExpressionContainer: ["expression"],
  JSXSpreadChild: ["expression"],
  TSExportAssignment: ["expression"],
  SvelteMustacheTag: ["expression"],
  SvelteDirective: ["expression"],
};

/**
 * Whether `node`, put where `slot` is, must stand in parentheses. What it begins with is another question.
 * @param text how the node is written
 */
export function needsParentheses(node: Tree, text: string, slot: Slot | undefined): boolean {
  if (!slot) return false;
  const { parent, key } = slot;
  if (expressionSlots[parent.type]?.includes(key)) return false;
  if (assignmentSlots[parent.type]?.includes(key)) return levelOf(node) < level.assignment;
  switch (parent.type) {
    case "ConditionalExpression":
      return levelOf(node) < 3;
    case "LogicalExpression":
    case "BinaryExpression":
      return operandNeeds(node, parent, key);
    case "UnaryExpression":
    case "AwaitExpression":
    case "TSTypeAssertion":
      return levelOf(node) < level.unary;
    case "TSAsExpression":
    case "TSSatisfiesExpression":
      return levelOf(node) < 9;
    case "MemberExpression":
    case "CallExpression":
    case "TaggedTemplateExpression":
    case "TSNonNullExpression":
    case "TSInstantiationExpression":
      return levelOf(node) < level.call || isBareNew(node, text) || isNumber(node);
    case "NewExpression":
      return isBareNew(node, text) || !isNewCallee(node);
    case "ClassDeclaration":
    case "ClassExpression":
      return levelOf(node) < level.newWithoutCall;
    case "ChainExpression":
      return levelOf(node) < level.call;
    case "Decorator":
      return !isDecorator(node);
    default:
      // A place that is not foreseen: parentheses do no harm.
      return true;
  }
}

function operandNeeds(node: Tree, parent: Tree, key: string): boolean {
  const operator = heldText(parent, "operator") ?? "";
  const outer = levelOf(parent);
  const inner = levelOf(node);
  if (node.type === "LogicalExpression" && parent.type === "LogicalExpression") {
    const own = heldText(node, "operator");
    if (own !== operator && (own === "??" || operator === "??")) return true;
  }
  // `-a ** b` is no expression; `a ** b ** c` groups from the right.
  if (operator === "**") return key === "left" ? inner < level.update : inner < outer;
  return key === "left" ? inner < outer : inner <= outer;
}

/** `new X`: with an argument list behind it, it would be called by it. */
function isBareNew(node: Tree, text: string): boolean {
  return node.type === "NewExpression" && heldTrees(node, "arguments").length === 0 && !/\(\s*\)$/.test(text.trimEnd());
}

function isNumber(node: Tree): boolean {
  return node.type === "Literal" && typeof held(node, "value") === "number";
}

/** `new a.b()`: a call anywhere on the way down would take the argument list for itself. */
function isNewCallee(node: Tree): boolean {
  switch (node.type) {
    case "MemberExpression": {
      const object = heldTree(node, "object");
      return object !== undefined && isNewCallee(object);
    }
    case "CallExpression":
    case "ImportExpression":
    case "TaggedTemplateExpression":
    case "TSNonNullExpression":
      return false;
    default:
      return levelOf(node) >= level.primary;
  }
}

/** `@a.b(c)`: names and members, called at most once at the end. */
function isDecorator(node: Tree): boolean {
  const callee = node.type === "CallExpression" ? heldTree(node, "callee") : node;
  for (let at = callee; at; at = heldTree(at, "object")) {
    if (at.type === "Identifier") return true;
    if (at.type !== "MemberExpression" || held(at, "computed") === true) return false;
  }
  return false;
}
