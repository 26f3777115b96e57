/** What the definition of an export takes when it is called, read from the text of its file. */
import type { ArrowFunctionExpression, Class, Comment, Directive, Expression, Function as FunctionNode, Program, Statement, TSTypeAnnotation } from "oxc-parser";
import { boundNames } from "./kinds.ts";
import { docBefore, leniencyOf } from "./leniency.ts";
import { fromScript } from "./script.ts";
import { signatureOf, type Signature } from "./signature.ts";

/** What an export takes; what is absent is not known. */
export interface Callable {
  /** When it is called: one for each overload. */
  readonly calls?: readonly Signature[];
  /** When it is called with `new`. */
  readonly news?: readonly Signature[];
}

type AnyFunction = FunctionNode | ArrowFunctionExpression;
type AnyStatement = Statement | Directive;

/** What a name of a file stands for: a value with its type, if one is written; nothing where it is not to be read. */
interface Meaning {
  readonly value?: Expression | FunctionNode | Class | null;
  readonly type?: TSTypeAnnotation | null | undefined;
  /** Where its JSDoc ends. */
  readonly start: number;
}

/** A file of plain JavaScript, where no `?` tells which parameter may be left out. */
interface Script {
  readonly text: string;
  readonly comments: readonly Comment[];
}

/**
 * Never throws: what cannot be read, or is anything but a function, a class or a const that is one, is not known.
 *
 * @param path absolute, of the file that defines the export
 * @param size of the file in bytes
 * @param name the export's outward name, `"default"` too
 */
export function readCallable(path: string, size: number, name: string): Callable {
  const isScript = /\.[cm]?jsx?$/.test(path);
  // What runs in packages is what some compiler made of it.
  if (isScript && path.includes("/node_modules/")) return {};
  const callable = fromScript(path, size, ({ program, comments, errors }, text) =>
    errors.some((error) => error.severity === "Error") ? undefined : callableOf(meaningsOf(program, name), isScript ? { text, comments } : undefined));
  return callable ?? {};
}

/** All declarations of an outward name. */
function meaningsOf(program: Program, name: string): readonly Meaning[] {
  /** From outward names to those within; a default export that has no other name stands under "default". */
  const inner = new Map<string, string>();
  const meanings = new Map<string, Meaning[]>();
  const add = (as: string, meaning: Meaning): void => {
    meanings.set(as, [...(meanings.get(as) ?? []), meaning]);
  };
  for (const statement of program.body) {
    for (const [as, meaning] of declaredBy(statement)) add(as, meaning);
    if (statement.type === "ExportNamedDeclaration" && statement.source === null) {
      for (const { local, exported } of statement.specifiers) {
        if (local.type === "Identifier") inner.set(exported.type === "Literal" ? exported.value : exported.name, local.name);
      }
    }
    const isDefault = statement.type === "ExportDefaultDeclaration";
    const value = isDefault ? statement.declaration : statement.type === "TSExportAssignment" ? statement.expression : undefined;
    if (value?.type === "Identifier") inner.set("default", value.name);
    else if (value !== undefined && value.type !== "TSInterfaceDeclaration") add("default", { value, start: statement.start });
  }
  return meanings.get(inner.get(name) ?? name) ?? [];
}

/** The values that a statement declares, by their names within the file. */
function declaredBy(statement: AnyStatement): readonly (readonly [name: string, meaning: Meaning])[] {
  const { start } = statement;
  const isExport = statement.type === "ExportNamedDeclaration" || statement.type === "ExportDefaultDeclaration";
  const node = isExport ? statement.declaration : statement;
  if (node === null) return [];
  if (isFunction(node) || isClass(node)) return node.id === null ? [] : [[node.id.name, { value: node, start }]];
  switch (node.type) {
    case "VariableDeclaration":
      return node.declarations.flatMap(({ id, init }) => {
        if (node.kind === "const" && id.type === "Identifier") return [[id.name, { value: init, type: id.typeAnnotation, start }] as const];
        // It may be assigned anew, or is a part of something else.
        return boundNames(id).map((name) => [name, { start }] as const);
      });
    case "ImportDeclaration":
      return node.specifiers.map(({ local }) => [local.name, { start }]);
    case "TSEnumDeclaration":
    case "TSImportEqualsDeclaration":
      return [[node.id.name, { start }]];
    default:
      return [];
  }
}

function isFunction(node: { readonly type: string }): node is FunctionNode {
  return /^(?:FunctionDeclaration|FunctionExpression|TSDeclareFunction|TSEmptyBodyFunctionExpression)$/.test(node.type);
}

function isClass(node: { readonly type: string }): node is Class {
  return node.type === "ClassDeclaration" || node.type === "ClassExpression";
}

function callableOf(meanings: readonly Meaning[], script: Script | undefined): Callable {
  const [first, ...others] = meanings;
  if (first === undefined) return {};
  const { value, type, start } = first;
  if (type !== undefined && type !== null) {
    const written = type.typeAnnotation;
    return others.length === 0 && written.type === "TSFunctionType" ? { calls: [signatureOf(written.params)] } : {};
  }
  const plain = value?.type === "TSSatisfiesExpression" ? value.expression : value;
  if (plain === undefined || plain === null) return {};
  if (isClass(plain)) return others.length === 0 ? newsOf(plain, script) : {};
  const functions = [plain, ...others.map((each) => each.value)].flatMap((each) => (each !== null && each !== undefined && (isFunction(each) || each.type === "ArrowFunctionExpression") ? [each] : []));
  if (functions.length !== meanings.length) return {};
  const doc = script && docBefore(script.text, script.comments, start);
  const calls = signaturesOf(functions, doc, script);
  return calls === undefined ? {} : { calls };
}

function newsOf({ superClass, body }: Class, script: Script | undefined): Callable {
  const constructors = body.body.flatMap((member) => (member.type === "MethodDefinition" && member.kind === "constructor" ? [member] : []));
  const [first] = constructors;
  // Without one of its own it has its parent's.
  if (first === undefined) return superClass === null ? { news: [signatureOf([])] } : {};
  const doc = script && docBefore(script.text, script.comments, first.start);
  const news = signaturesOf(constructors.map(({ value }) => value), doc, script);
  return news === undefined ? {} : { news };
}

/** Of several, those without a body are the overloads, and the one with a body is hidden behind them. */
function signaturesOf(functions: readonly AnyFunction[], doc: string | undefined, script: Script | undefined): readonly Signature[] | undefined {
  const overloads = functions.filter(({ body }) => body === null);
  if (overloads.length > 0) return overloads.map(({ params }) => signatureOf(params));
  const [only, second] = functions;
  if (only === undefined || second !== undefined || only.body === null) return undefined;
  if (script === undefined) return [signatureOf(only.params)];
  const leniency = leniencyOf(only.body, doc);
  return leniency && [signatureOf(only.params, leniency)];
}
