/** Who else than the references that are known needs a name to stay bound. */
import { calleeName, textOf } from "../read/expressions.ts";
import { replacingWords } from "../read/replacing.ts";
import type { Reading } from "../read.ts";
import { isShown } from "../rewrite/shown.ts";
import type { Reference, Variable } from "../scopes/scope.ts";
import type { PyStrings } from "../tree/expressions.ts";
import type { PyNode } from "../tree/node.ts";
import { nodesOf } from "../tree/walk.ts";

/** What of a file's text speaks of names by strings. */
interface Spoken {
  /** The words of strings that may be evaluated, or be keys of a namespace, and of examples in docstrings. */
  readonly words: ReadonlySet<string>;
  readonly parameters: ReadonlySet<string>;
  /** Names of this module that it replaces itself: `patch(f"{__name__}.get_x")`, `patch("tests.test_this.get_x")`. */
  readonly replaced: ReadonlySet<string>;
}

const known = new WeakMap<Reading, Spoken>();

/**
 * Why `variable` has to stay bound under its name, in words; `undefined` where nobody but its references would miss it.
 * @param uses all references to what the import bound
 * @param unlisted names that `__all__` loses
 */
export function whyHeld(reading: Reading, variable: Variable, uses: readonly Reference[], unlisted: ReadonlySet<string>): string | undefined {
  const { name, scope } = variable;
  if (scope.kind === "class") return "it is an attribute of a class";
  if (variable.declarations.length > 0) return "a `global` or `nonlocal` statement names it";
  if (variable.bindings.some(({ kind }) => kind === "deletion")) return "a `del` statement names it";
  if (uses.some((reference) => reference.variable !== variable)) return "a class has an attribute of the same name";
  const spoken = spokenOf(reading);
  if (spoken.words.has(name)) return "a string names it";
  if (uses.some(({ node }) => isShown(node, reading.file.text))) return "an f-string shows its name";
  if (scope.kind !== "module") return undefined;
  if (reading.all.names.has(name) && !unlisted.has(name)) return "`__all__` names it";
  if (mayBeListed(reading, name, unlisted)) return "`__all__` is put together, and may name it";
  const isPackage = /\/__init__\.pyi?$/.test(reading.ports.self);
  if (isPackage && !reading.all.isSet && !name.startsWith("_")) return "a package lets it out";
  // What a test asks for by a parameter's name, the runner looks up in the module.
  if (uses.length === 0 && spoken.parameters.has(name)) return "a parameter asks for it by its name";
  if (uses.length === 0 && reading.ports.mayBeLoadedUnseen()) return "a framework may load this file by its path";
  const mock = whyMocked(reading, variable);
  if (mock !== undefined) return mock;
  return reading.ports.takersOf(name).length > 0 ? "another file takes it through here" : undefined;
}

/** Why a person should see to the uses of `variable`: one that goes by its name no longer does not see what a mock puts there. */
export function whyMocked(reading: Reading, variable: Variable | undefined): string | undefined {
  if (variable?.scope.kind !== "module") return undefined;
  const mocker = spokenOf(reading).replaced.has(variable.name) ? "this file" : reading.ports.mockerOf(variable.name);
  return mocker && `${mocker} may put a mock in its place`;
}

/** Whether a part of `__all__` that is computed, or another module's list in it, may have a name. */
function mayBeListed({ all, exported, ports }: Reading, name: string, unlisted: ReadonlySet<string>): boolean {
  if (all.unknown.length > 0) return true;
  return !unlisted.has("*") && exported.some(({ entry, fact }) => !entry && ports.deprecatedNames(fact.module).includes(name));
}

function spokenOf(reading: Reading): Spoken {
  const cached = known.get(reading);
  if (cached) return cached;
  const words = new Set<string>();
  const parameters = new Set<string>();
  const replaced = new Set<string>();
  const { file } = reading;
  const mayReplace = replacingWords.test(file.text);
  if (mayReplace && file.text.includes("__name__")) for (const [, word = ""] of file.text.matchAll(ofThisModule)) replaced.add(word);
  const isDynamic = /\b(?:globals|locals|vars|eval|exec|usefixtures|__dict__)\b|\bmodules\s*[[.]/.test(file.text);
  for (const node of nodesOf(file.ast)) {
    if (node.type === "PyParameter" && node.name) parameters.add(node.name.name);
    // `sys.modules[__name__].get_x`
    if (isDynamic && node.type === "PyAttribute" && node.object.type === "PySubscript") words.add(node.attribute.name);
    if (node.type !== "PyStrings" || node.forward) continue;
    const text = textOf(node);
    if (mayReplace && text !== undefined) for (const word of namesBehind(reading.ports.self, text)) replaced.add(word);
    if (text?.includes(">>>") === true) for (const word of wordsOfExamples(text)) words.add(word);
    if (text !== undefined && (isDynamic || mayBeType(reading, node))) for (const word of wordsOf(text)) words.add(word);
  }
  // A type in a comment is read by type checkers.
  for (const { value } of file.comments) if (/^\s*type:(?!\s*ignore)/.test(value)) for (const word of value.match(/\w+/g) ?? []) words.add(word);
  const spoken = { words, parameters, replaced };
  known.set(reading, spoken);
  return spoken;
}

/** A name behind `__name__`: `f"{__name__}.get_x"`, `__name__ + ".get_x"`, `"%s.get_x" % __name__`. */
const ofThisModule = /["'](?:%[sr]|\{\w*\})?\.([\p{ID_Start}_][\p{ID_Continue}]*)/gu;

/** The names that a dotted text has of a module, from wherever its path begins: pytest puts a test's own folder among the roots. */
function* namesBehind(self: string, text: string): Iterable<string> {
  if (!/^[\p{ID_Continue}.]{1,300}$/u.test(text)) return;
  const parts = text.split(".");
  const stem = self.replace(/(?:\/__init__)?\.pyi?$/, "");
  for (const [index, name] of parts.entries()) if (index > 0 && stem.endsWith(`/${parts.slice(0, index).join("/")}`)) yield name;
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{ID_Start}_][\p{ID_Continue}]*/gu) ?? [];
}

/** What the examples of a docstring, which `doctest` runs by the module's names, take from there: all but what they import themselves. */
function wordsOfExamples(text: string): ReadonlySet<string> {
  const lines = Array.from(text.matchAll(/^[ \t]*(?:>>>|\.\.\.) (.*)$/gm), ([, line = ""]) => line);
  const words = new Set(lines.flatMap(wordsOf));
  for (const line of lines) if (/^\s*(?:from|import)\b/.test(line)) for (const word of wordsOf(line.replace(/^.*?\bimport\b/, ""))) words.delete(word);
  return words;
}

/** Types that are written in small letters, as functions and values are. */
const smallTypes = new Set(["list", "dict", "set", "frozenset", "tuple", "type", "deque", "defaultdict", "array", "ndarray"]);

/** Whether what stands before brackets may be a type, and is not plainly a value that a key is looked up in. */
function mayBeGeneric({ scopes }: Reading, object: PyNode): boolean {
  const name = object.type === "PyName" ? object : object.type === "PyAttribute" ? object.attribute : undefined;
  if (!name) return false;
  if (/^_*[A-Z].*[a-z]/.test(name.name) || smallTypes.has(name.name)) return true;
  return object.type === "PyName" && scopes.referenceAt(object)?.variable?.bindings.some(({ kind }) => kind === "class" || kind === "type-alias") === true;
}

const typeCalls = new Set(["cast", "TypeVar", "ForwardRef", "NewType", "TypedDict", "NamedTuple", "TypeAliasType", "relationship"]);

/** Whether a string may be read as a type, or as a name: in brackets, or as what is given to a function about types. */
function mayBeType(reading: Reading, node: PyStrings): boolean {
  let inner: PyNode = node;
  for (let outer = node.parent; outer; inner = outer, outer = outer.parent) {
    switch (outer.type) {
      case "PySubscript":
        return inner !== outer.object && mayBeGeneric(reading, outer.object);
      case "PyCall":
        return typeCalls.has(calleeName(outer) ?? (outer.callee.type === "PyAttribute" ? outer.callee.attribute.name : ""));
      case "PyAnnotated":
        return inner === outer.annotation;
      case "PyParameter":
        return inner === outer.annotation;
      case "PyFunction":
        return inner === outer.returns;
      case "PyArgument":
      case "PyList":
      case "PyTuple":
      case "PyBinary":
        break;
      default:
        return false;
    }
  }
  return false;
}
