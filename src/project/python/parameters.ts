/** What a definition in a Python file takes when it is called. */
import { parsePython } from "../../languages/python/parse.ts";
import { dottedName } from "../../languages/python/read/expressions.ts";
import { scopesOf } from "../../languages/python/scopes/analyze.ts";
import type { PyExpression } from "../../languages/python/tree/expressions.ts";
import type { PyClass, PyFunction } from "../../languages/python/tree/statements.ts";
import { readText } from "../files/disk.ts";
import { SIZE_LIMIT } from "../files/file-bytes.ts";
import { pythonSignature, type PythonSignature } from "./signature.ts";

/** Decorators that leave the parameters as they are, by their last name. */
const harmless = new Set(["deprecated", "overload", "final", "override", "cache", "lru_cache", "contextmanager", "asynccontextmanager", "no_type_check", "total_ordering", "runtime_checkable", "profile"]);

/**
 * Never throws: what cannot be read, is bound more than once, or is anything but a function or a class, is not known.
 *
 * @param path absolute, of the file that defines it
 * @param size of the file in bytes
 */
export function readPythonCallable(path: string, size: number, name: string): { readonly calls?: readonly PythonSignature[] } {
  const text = size > SIZE_LIMIT ? undefined : readText(path);
  if (text === undefined) return {};
  try {
    const parsed = parsePython(text, path.endsWith(".pyi"));
    const bindings = parsed.ok ? (scopesOf(parsed.ast).module.variables.get(name)?.bindings ?? []) : [];
    const definitions = bindings.flatMap(({ node: { parent } }) => (parent?.type === "PyFunction" || parent?.type === "PyClass" ? [parent] : []));
    const calls = definitions.length === bindings.length ? signaturesOf(definitions) : undefined;
    return calls ? { calls } : {};
  } catch {
    return {};
  }
}

function signaturesOf(definitions: readonly (PyFunction | PyClass)[]): readonly PythonSignature[] | undefined {
  const functions = definitions.flatMap((each) => (each.type === "PyFunction" ? [each] : []));
  const [first, second] = definitions;
  if (first?.type === "PyClass") return second ? undefined : signatureOfClass(first);
  return functions.length === definitions.length ? signaturesOfFunctions(functions, 0) : undefined;
}

/**
 * Of several, those that say `@overload` are what callers see; without them there is one.
 * @param own how many parameters no call gives: `self`
 */
function signaturesOfFunctions(functions: readonly PyFunction[], own: number): readonly PythonSignature[] | undefined {
  if (!functions.every(isPlain)) return undefined;
  const overloads = functions.filter(({ decorators }) => decorators.some(({ expression }) => lastName(expression) === "overload"));
  const shown = overloads.length > 0 ? overloads : functions;
  if (shown.length === 0 || (overloads.length === 0 && shown.length > 1)) return undefined;
  return shown.map(({ parameters }) => pythonSignature(parameters.slice(parameters[0]?.star === "" ? own : 0)));
}

/** What `__init__` takes. One that a decorator makes, or a parent class has, is not known here. */
function signatureOfClass(node: PyClass): readonly PythonSignature[] | undefined {
  const isAlone = node.arguments.every(({ name, value }) => !name && value.type === "PyName" && value.name === "object");
  if (!isPlain(node) || node.arguments.some(({ name, star }) => name?.name === "metaclass" || star !== "")) return undefined;
  const variables = scopesOf(rootOf(node)).of(node)?.variables;
  if (variables?.has("__new__") === true) return undefined;
  const bindings = variables?.get("__init__")?.bindings ?? [];
  if (bindings.length === 0) return isAlone ? [pythonSignature([])] : undefined;
  const functions = bindings.flatMap(({ node: { parent } }) => (parent?.type === "PyFunction" ? [parent] : []));
  return functions.length === bindings.length ? signaturesOfFunctions(functions, 1) : undefined;
}

function rootOf(node: PyClass): Parameters<typeof scopesOf>[0] {
  for (let at = node.parent; at; at = at.parent) if (at.type === "PyModule") return at;
  throw new TypeError("A class is outside of every module.");
}

function isPlain({ decorators }: PyFunction | PyClass): boolean {
  return decorators.every(({ expression }) => harmless.has(lastName(expression) ?? ""));
}

function lastName(expression: PyExpression): string | undefined {
  const path = dottedName(expression.type === "PyCall" ? expression.callee : expression);
  return path && (path.attributes.at(-1)?.attribute.name ?? path.root.name);
}
