/** What tests replace: `patch("a.b")`, `mocker.patch.object(a, "b")`, `monkeypatch.setattr(…)`. */
import { argument } from "../../languages/python/read/dynamic.ts";
import { dottedName, textOf } from "../../languages/python/read/expressions.ts";
import type { PyCall, PyExpression } from "../../languages/python/tree/expressions.ts";
import type { PyModule } from "../../languages/python/tree/node.ts";
import { nodesOf } from "../../languages/python/tree/walk.ts";
import { dottedBelow } from "./module-path.ts";

/** A call that replaces something, with the names of what is called, in their order. */
interface ReplacingCall {
  readonly call: PyCall;
  readonly names: readonly string[];
}

/** A file that may be a test's. */
export interface Test {
  readonly module: PyModule;
  readonly text: string;
  readonly calls: readonly ReplacingCall[];
  /** The modules that it imports, as it names them, and what it imports of them. */
  readonly imported: readonly string[];
  /** The texts of what an expression is, where an import has brought it in. */
  textsOf(node: PyExpression): readonly string[];
}

const replacing = /(?<!dis)patch|mock/i;
const setters = new Set(["setattr", "delattr"]);
/** Those that take their whole target by a text. */
const byText = /patch$|^(?:setattr|delattr)$/i;
/** A part of a text that is not written out. */
const unknown = "\0";
/** The name of the file itself, which knows what it mocks there: `f"{__name__}.old"`. */
const ownName = "\u0001";

/** The calls of a file that may replace something. */
export function replacingCalls(module: PyModule): readonly ReplacingCall[] {
  const calls: ReplacingCall[] = [];
  for (const call of nodesOf(module)) {
    const names = call.type === "PyCall" ? namesOf(call) : [];
    if (call.type === "PyCall" && replaces(names)) calls.push({ call, names });
  }
  return calls;
}

/** Texts that begin with a module, of what is replaced or may be. */
export function* mocksOf(test: Test): Iterable<string> {
  // What fills the gap of a text is most likely written in the same file.
  let likely: readonly string[] | undefined;
  for (const { call, names } of test.calls) {
    const [target, name] = call.arguments;
    if (!target) continue;
    const text = composedText(target.value, test.text);
    if (text.startsWith(ownName)) continue;
    if (text.includes(unknown)) {
      const attribute = name && textOf(name.value);
      const texts = test.textsOf(target.value);
      for (const each of texts) yield attribute === undefined ? each : dottedBelow(each, attribute);
      const isText = text !== unknown || (texts.length === 0 && attribute === undefined && byText.test(names.at(-1) ?? ""));
      if (isText) yield* filled(text, (likely ??= likelyIn(test)));
    } else yield text;
  }
}

/** What has one attribute replaced, which is written out, and which: `patch.object(a, "b")`, `monkeypatch.setattr(a, "b", c)`. */
export function* replacedAttributes(calls: Test["calls"]): Iterable<readonly [object: PyExpression, name: string]> {
  for (const { call, names } of calls) {
    if (names.length < 2 || !oneAttribute.has(names.at(-1) ?? "")) continue;
    const name = argument(call, 1, "attribute") ?? argument(call, 1, "name");
    const [object, text] = [call.arguments[0]?.value, name && textOf(name)];
    if (object && text !== undefined) yield [object, text];
  }
}

const oneAttribute = new Set(["object", "setattr", "delattr", "spy"]);

/** By these an import gives a name as text: `f"{module.__name__}.old"`. */
const asText = /\.\s*__(?:name|module|package|spec)__\b/;

function likelyIn({ module, text, imported }: Test): readonly string[] {
  const likely = new Set(asText.test(text) ? imported : []);
  for (const node of nodesOf(module)) if (node.type === "PyString" && /^[\p{ID_Start}_][\p{ID_Continue}.]*$/u.test(node.value)) likely.add(node.value);
  return [...likely];
}

/** What a text may be whose gaps are filled with what is likely. */
function* filled(text: string, likely: readonly string[]): Iterable<string> {
  const head = text.slice(0, text.indexOf(unknown));
  const tail = text.slice(text.lastIndexOf(unknown) + 1);
  if (head.includes(".")) yield head.slice(0, head.lastIndexOf("."));
  if (head !== "" && tail === "") return;
  for (const each of likely) if (tail === "" || tail.startsWith(".") !== each.endsWith(".")) yield each + tail;
}

/** A text as far as it is written out: in an f-string, with `+`, `%` or `format` too. */
function composedText(node: PyExpression, source: string): string {
  let behind = "";
  let left = node;
  for (; left.type === "PyBinary" && left.operator === "+"; left = left.left) behind = ownText(left.right, source) + behind;
  return ownText(left, source) + behind;
}

function ownText(node: PyExpression, source: string): string {
  if (node.type === "PyName" && node.name === "__name__") return ownName;
  if (node.type === "PyBinary" && node.operator === "%" && node.left.type === "PyStrings") return ownText(node.left, source).replace(/%[sr]/g, unknown);
  if (node.type === "PyCall" && node.callee.type === "PyAttribute" && node.callee.attribute.name === "format" && node.callee.object.type === "PyStrings") return withGaps(ownText(node.callee.object, source));
  if (node.type !== "PyStrings") return unknown;
  return node.parts.map((part) => {
    if (part.type === "PyFormatString") return withGaps(source.slice(...part.range).replace("{__name__}", ownName).replace(/^\w*('''|"""|["'])([^]*)\1$/, "$2"));
    return part.isBytes ? unknown : part.value;
  }).join("");
}

function withGaps(text: string): string {
  return text.replace(/\{[^{}]*\}/g, unknown);
}

/** The names of what is called, in their order. */
function namesOf({ callee }: PyCall): readonly string[] {
  const path = dottedName(callee);
  return path ? [path.root.name, ...path.attributes.map(({ attribute }) => attribute.name)] : [];
}

function replaces(names: readonly string[]): boolean {
  return names.some((name) => replacing.test(name)) || (names.length > 1 && setters.has(names.at(-1) ?? "")) || names.at(-1) === "spy";
}
