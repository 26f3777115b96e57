/**
 * What a file loads by a pattern, not by a specifier: `import.meta.glob("./pages/*.ts")` of Vite, `require.context("./pages")`
 * of webpack, and `import()` or `require()` of a path that is put together. Where a path is handed to what loads it
 * (`load("./page")`, `require.resolve("./page")`), every path that the file writes down counts.
 */
import { posix } from "node:path";
import type { Expression, Node, Program } from "oxc-parser";
import picomatch from "picomatch";
import { literally } from "../../languages/words.ts";
import type { ModuleKey } from "../../policy/facts.ts";
import { nodesOf } from "../exports/commonjs-values.ts";
import { CODE_EXTENSIONS, isRelative } from "../modules/module-path.ts";
import { gap } from "./specifiers-in-text.ts";

/** Whether a module is among those that are loaded; it is asked for the module's absolute path. */
export type PatternLoad = (module: ModuleKey) => boolean;

/** Stands in a text for what is only known at run time. */
const hole = "\0";

/** A path may be handed to what loads it: a function that is no plain `require` or `import()`, or one that has it as a value. */
const byValue = String.raw`\b(?:import|require)\s*\((?:\s|/\*[^*]*\*+(?:[^/*][^*]*\*+)*/)*[\w$([]`;

/** Behind a dot comments are not looked for: sentences end in one, and a long comment of many would be read as often. */
const hint = new RegExp(String.raw`\.\s*(?:glob|globEager|context|webpackContext)\b\s*[(<!]|\b(?:import|require)${gap}\(${gap}(?:\x60[^\x60]*\$\{|(["'])(?:(?!\1).)*\1${gap}\+)|${byValue}`);
const values = new RegExp(byValue);
const handed = /\bcreateRequire\b|\bproxyquire\b|\brewire\b|\brequire\s*\.\s*(?:resolve|ensure)\b|\bmodule\s*\.\s*require\b|[=(]\s*require\s*[;,)]|\bmeta\.resolve\b/;

/** Whether there may be any, told from a file's text or its bytes. */
export function mayLoadByPattern(text: string): boolean {
  return hint.test(text) || isHandedTo(text);
}

/** Whether the text has such a function. */
function isHandedTo(text: string): boolean {
  return (text.includes("quire") || text.includes("meta.resolve")) && handed.test(text);
}

/** @param folder of the file; absolute real path */
export function patternLoadsIn(program: Program, text: string, folder: string): readonly PatternLoad[] {
  const loads: PatternLoad[] = [];
  const written = values.test(text) || isHandedTo(text) ? new Set<string>() : undefined;
  if (written) loads.push((module) => shortenings(module).some((each) => written.has(each)));
  for (const [node, parent] of nodesOf(program)) {
    if (written && node.type === "Literal" && typeof node.value === "string" && isRelative(node.value) && !isSpecifier(node, parent)) written.add(posix.resolve(folder, withoutCode(node.value)));
    if (node.type === "ImportExpression") loads.push(...pathLoads(node.source, folder));
    if (node.type !== "CallExpression") continue;
    const [first, second, third] = node.arguments.map((argument) => (argument.type === "SpreadElement" ? undefined : argument));
    switch (nameOf(node.callee)) {
      case "require":
        loads.push(...pathLoads(first, folder));
        break;
      case "import.meta.glob":
      case "import.meta.globEager":
        loads.push(...globLoads(first, textOf(valueOf(second, "base")), folder));
        break;
      case "require.context":
        loads.push(...contextLoads(first, second, third, folder));
        break;
      case "import.meta.webpackContext":
        loads.push(...contextLoads(first, valueOf(second, "recursive"), valueOf(second, "regExp"), folder));
        break;
      default:
    }
  }
  return loads;
}

/** Whether a text is what a statement imports or exports from, or a plain `import()` or `require()` loads: that is told by itself. */
function isSpecifier(node: Node, parent: Node | undefined): boolean {
  if (parent?.type === "CallExpression") return parent.callee.type === "Identifier" && parent.callee.name === "require";
  return parent !== undefined && "source" in parent && parent.source === node;
}

/** Patterns with `!` only narrow what others match, and count for nothing: a fix is more careful then. */
function globLoads(patterns: Expression | undefined, base: string | undefined, folder: string): readonly PatternLoad[] {
  const written = patterns?.type === "ArrayExpression" ? patterns.elements : [patterns];
  return written.flatMap((element) => {
    const text = element?.type === "SpreadElement" ? undefined : textOf(element);
    if (text === undefined || text.includes(hole) || text.startsWith("!")) return [];
    const place = placeOf(base === undefined ? text : `${base}/${text}`, folder);
    if (place.rest === "") return [];
    const isMatch = picomatch(place.folder === undefined ? `**/${place.rest}` : place.rest, { dot: true });
    return [(module: ModuleKey) => isMatch(within(module, place.folder) ?? "")];
  });
}

function contextLoads(at: Expression | undefined, recursive: Expression | undefined, pattern: Expression | undefined, folder: string): readonly PatternLoad[] {
  const text = textOf(at);
  if (text === undefined || text.includes(hole)) return [];
  const place = placeOf(text, folder);
  const isDeep = !(recursive?.type === "Literal" && recursive.value === false);
  const wanted = pattern?.type === "Literal" && "regex" in pattern ? expressionOf(pattern.regex) : undefined;
  return [
    (module) => {
      const request = below(module, place);
      if (request === undefined || (!isDeep && request.includes("/"))) return false;
      // webpack asks for each file with its extension and without.
      return wanted === undefined || [request, ...shortenings(request)].some((each) => wanted.test(`./${each}`));
    },
  ];
}

function pathLoads(path: Expression | undefined, folder: string): readonly PatternLoad[] {
  const text = textOf(path);
  // What is one text, import statements have too.
  if (text === undefined || path?.type === "Literal" || (path?.type === "TemplateLiteral" && path.expressions.length === 0)) return [];
  const place = placeOf(text, folder);
  // Any path at all says nothing.
  if (place.folder === undefined && !/\w\//.test(place.rest)) return [];
  const parts = withoutCode(place.rest).split(hole).map(literally);
  const shape = new RegExp(`${place.folder === undefined ? "(?:^|/)" : "^"}${parts.join(".*")}$`);
  return [
    (module) => {
      const found = within(module, place.folder);
      return found !== undefined && shortenings(found).some((each) => shape.test(each));
    },
  ];
}

/** A path or pattern as it stands below a folder; without `folder` it may be below any, as an alias or the root of a site is. */
interface Place {
  readonly folder: string | undefined;
  readonly rest: string;
}

function placeOf(text: string, folder: string): Place {
  if (!isRelative(text)) return { folder: undefined, rest: text.slice(text.indexOf("/") + 1) };
  const path = posix.normalize(text);
  const [up = ""] = /^(?:\.\.(?:\/|$))*/.exec(path) ?? [];
  return { folder: posix.resolve(folder, up), rest: path.slice(up.length).replace(/^\.(?:\/|$)|\/$/g, "") };
}

/** The path from a folder; `undefined` for what is not below it. */
function within(module: ModuleKey, folder: string | undefined): string | undefined {
  if (folder === undefined) return module.replace(/^\//, "");
  return module.startsWith(`${folder}/`) ? module.slice(folder.length + 1) : undefined;
}

/** The path from the folder that is itself a place. */
function below(module: ModuleKey, { folder, rest }: Place): string | undefined {
  if (folder !== undefined) return within(module, posix.join(folder, rest));
  const at = module.lastIndexOf(`/${rest}/`);
  return at === -1 ? undefined : module.slice(at + rest.length + 2);
}

function withoutCode(path: string): string {
  const extension = CODE_EXTENSIONS.find((each) => path.endsWith(each));
  return extension === undefined ? path : path.slice(0, -extension.length);
}

/** A path without its extension, and the folder that an index stands for. */
function shortenings(path: string): readonly string[] {
  const stem = withoutCode(path);
  return [stem, stem.replace(/(?:^|\/)index$/, "")];
}

function expressionOf({ pattern, flags }: { readonly pattern: string; readonly flags: string }): RegExp | undefined {
  try {
    return new RegExp(pattern, flags.replaceAll(/[gy]/g, ""));
  } catch {
    return undefined;
  }
}

/** `import.meta.glob` for a callee of that name, whatever TypeScript writes around its parts. */
function nameOf(callee: Expression): string | undefined {
  const members: string[] = [];
  for (let node: Node = callee; ; ) {
    switch (node.type) {
      case "Identifier":
        return [node.name, ...members].join(".");
      case "MetaProperty":
        return [node.meta.name, node.property.name, ...members].join(".");
      case "MemberExpression":
        if (node.property.type !== "Identifier" || node.computed) return undefined;
        members.unshift(node.property.name);
        node = node.object;
        break;
      case "TSAsExpression":
      case "TSNonNullExpression":
      case "TSSatisfiesExpression":
      case "TSTypeAssertion":
        node = node.expression;
        break;
      default:
        return undefined;
    }
  }
}

/** A text as far as it is written down, with holes for the rest; `undefined` where nothing is. */
function textOf(node: Expression | null | undefined): string | undefined {
  const parts: string[] = [];
  let rest = node;
  for (; rest?.type === "BinaryExpression" && rest.operator === "+"; rest = rest.left) parts.unshift(writtenIn(rest.right) ?? hole);
  const first = writtenIn(rest);
  if (first === undefined && parts.every((part) => part === hole)) return undefined;
  return [first ?? hole, ...parts].join("");
}

function writtenIn(node: Expression | null | undefined): string | undefined {
  if (node?.type === "Literal" && typeof node.value === "string") return node.value;
  if (node?.type === "TemplateLiteral") return node.quasis.map(({ value }, index) => (value.cooked ?? hole) + (index === node.quasis.length - 1 ? "" : ownFolder(node.expressions[index]) ?? hole)).join("");
  return ownFolder(node) ?? joined(node);
}

/** The folder of the file itself, as a relative path. */
function ownFolder(node: Expression | null | undefined): string | undefined {
  const isOwn = (node?.type === "Identifier" && node.name === "__dirname") || (node?.type === "MemberExpression" && nameOf(node) === "import.meta.dirname");
  return isOwn ? "." : undefined;
}

/** `path.join(__dirname, "a", b)`. */
function joined(node: Expression | null | undefined): string | undefined {
  if (node?.type !== "CallExpression" || !/(?:^|\.)(?:join|resolve)$/.test(nameOf(node.callee) ?? "")) return undefined;
  const [first, ...rest] = node.arguments.map((argument) => (argument.type === "SpreadElement" ? undefined : argument));
  const folder = ownFolder(first);
  return folder && [folder, ...rest.map((each) => (each?.type === "Literal" && typeof each.value === "string" ? each.value : hole))].join("/");
}

/** The value of an object literal's property. */
function valueOf(node: Expression | undefined, name: string): Expression | undefined {
  if (node?.type !== "ObjectExpression") return undefined;
  for (const property of node.properties) if (property.type === "Property" && property.key.type === "Identifier" && property.key.name === name) return property.value;
  return undefined;
}
