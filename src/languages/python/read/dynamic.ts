/** Modules and attributes that are named by a string: `import_module("a.b")`, `getattr(module, "name")`. */
import { scopesOf } from "../scopes/analyze.ts";
import type { Scopes, Variable } from "../scopes/scope.ts";
import type { PyArgument, PyCall, PyExpression, PyStrings } from "../tree/expressions.ts";
import type { PyModule } from "../tree/node.ts";
import { nodesOf } from "../tree/walk.ts";
import { dotted } from "./imports.ts";
import { dottedName, textOf } from "./expressions.ts";

/** A module that is loaded by its name. */
export interface DynamicImport {
  readonly node: PyCall;
  readonly string: PyStrings;
  readonly level: number;
  /** Behind the dots. */
  readonly module: string;
  /** What relative names start from; `undefined` for an absolute one, and where it is not given. */
  readonly from: PyExpression | undefined;
  /** `__import__("a.b")` gives `a`; `import_module("a.b")` gives `a.b`. */
  readonly gives: "root" | "module";
}

/** An attribute that is taken by its name. */
export interface DynamicAttribute {
  readonly node: PyCall;
  readonly string: PyStrings;
  readonly object: PyExpression;
  readonly name: string;
  /** What is changed or asked for, where it is not only read. */
  readonly by: "getattr" | "hasattr" | "setattr" | "delattr";
}

/** Both, in the order of the text. */
export interface Dynamic {
  readonly imports: readonly DynamicImport[];
  readonly attributes: readonly DynamicAttribute[];
}

/** The names of `sys.modules["a.b"]`: modules that somebody else has loaded. */
export function modulesByKey({ text, ast }: { readonly text: string; readonly ast: PyModule }): ReadonlySet<string> {
  const found = new Set<string>();
  if (!/\bmodules\b/.test(text)) return found;
  for (const node of nodesOf(ast)) {
    if (node.type !== "PySubscript") continue;
    const path = dottedName(node.object);
    const key = node.arguments.length === 1 && node.arguments[0] ? textOf(node.arguments[0].value) : undefined;
    if (key !== undefined && (path?.attributes.at(-1)?.attribute.name ?? path?.root.name) === "modules") found.add(key);
  }
  return found;
}

const attributeCalls = ["getattr", "hasattr", "setattr", "delattr"] as const;

/** What a file has to spell to load a module, or to reach an attribute, by a string; other characters may stand for these letters. */
const byString = /__import__|import_module|(?:get|has|set|del)attr|[^\0-\x7f]/;

/** Modules that are loaded and attributes that are reached by a string: most files have none, and are not walked. */
export function dynamicIn({ text, ast }: { readonly text: string; readonly ast: PyModule }): Dynamic {
  return byString.test(text) ? dynamicOf(ast) : { imports: [], attributes: [] };
}

/** All such calls of a file whose strings are written out. */
export function dynamicOf(module: PyModule): Dynamic {
  const scopes = scopesOf(module);
  const imports: DynamicImport[] = [];
  const attributes: DynamicAttribute[] = [];
  for (const node of nodesOf(module)) {
    if (node.type !== "PyCall") continue;
    const name = functionOf(node.callee, scopes);
    const by = attributeCalls.find((each) => each === name);
    if (by) attributes.push(...attributeOf(node, by));
    else if (name === "__import__" || name === "importlib.import_module") imports.push(...importOf(node, name));
  }
  return { imports, attributes };
}

/** What is called: a builtin's bare name, or an imported function's full one. */
function functionOf(callee: PyExpression, scopes: Scopes): string | undefined {
  const path = dottedName(callee);
  const reference = path && scopes.referenceAt(path.root);
  if (!path || !reference) return undefined;
  const rest = path.attributes.map(({ attribute }) => attribute.name);
  if (!reference.variable) return [path.root.name, ...rest].join(".").replace(/^builtins\./, "");
  const root = importedName(reference.variable);
  return root === undefined ? undefined : [root, ...rest].join(".").replace(/^builtins\./, "");
}

/** The full name of what a variable holds, where all its bindings are one import. */
function importedName({ bindings }: Variable): string | undefined {
  const names = new Set(bindings.map(({ node }) => {
    if (node.type === "PyImportAlias") return node.alias ? dotted(node.module) : node.module.parts[0]?.name;
    if (node.type !== "PyImportFromAlias" || node.parent?.type !== "PyImportFrom" || node.parent.module.level > 0) return undefined;
    return `${dotted(node.parent.module)}.${node.name.name}`;
  }));
  const [name] = names;
  return names.size === 1 ? name : undefined;
}

/** What is given for a parameter: by its place, or by its name. */
export function argument(call: PyCall, index: number, name: string): PyExpression | undefined {
  const plain = (each: PyArgument | undefined): PyExpression | undefined => (each && each.star === "" && !each.name ? each.value : undefined);
  return plain(call.arguments[index]) ?? call.arguments.find((each) => each.name?.name === name)?.value;
}

function importOf(node: PyCall, by: "__import__" | "importlib.import_module"): readonly DynamicImport[] {
  const string = argument(node, 0, "name");
  const text = string && textOf(string);
  if (string?.type !== "PyStrings" || text === undefined) return [];
  if (by === "__import__") return [{ node, string, level: 0, module: text, from: undefined, gives: "root" }];
  const level = /^\.*/.exec(text)?.[0].length ?? 0;
  const from = level > 0 ? argument(node, 1, "package") : undefined;
  return [{ node, string, level, module: text.slice(level), from, gives: "module" }];
}

function attributeOf(node: PyCall, by: DynamicAttribute["by"]): readonly DynamicAttribute[] {
  const [object, string] = [argument(node, 0, ""), argument(node, 1, "")];
  const name = string && textOf(string);
  return object && string?.type === "PyStrings" && name !== undefined ? [{ node, string, object, name, by }] : [];
}
