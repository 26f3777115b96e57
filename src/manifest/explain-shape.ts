/** What zod finds wrong with the shape of a manifest, in plain words. */
import type * as z from "zod";
import { quoted } from "./judge-text.ts";
import { jsonSchema, type JsonSchema } from "./json-schema.ts";
import { isObject, isPresent, valueAt } from "./json-value.ts";
import { printPath, type Finding, type JsonPath } from "./problems.ts";
import { exampleOf, homeOf, nodeAt } from "./schema-node.ts";
import { closest, meantKey } from "./spelling.ts";

type Issue = z.core.$ZodIssue;

/**
 * @param issues what zod found in `json`
 * @returns the same, one finding for each thing that a person has to change
 */
export function explainShape(issues: readonly Issue[], json: unknown): readonly Finding[] {
  if (issues.length === 0) return [];
  const schema = jsonSchema();
  const unknownKeys = issues.flatMap((issue) =>
    issue.code === "unrecognized_keys" ? issue.keys.map((key) => unknownKey(schema, json, stepsOf(issue), key)) : [],
  );
  // A key that is spelt wrong is missing too: one error is enough.
  const meant = new Set(
    unknownKeys.flatMap(({ meantPath }) => (meantPath === undefined ? [] : [printPath(meantPath)])),
  );
  const others = issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys") return [];
    const path = stepsOf(issue);
    if (meant.has(printPath(path)) && !isPresent(json, path)) return [];
    const isNeeded = path.length === 0 || nodeAt(schema, path.slice(0, -1))?.required?.includes(String(path.at(-1))) === true;
    return [{ path, ...explain(issue, json, path, { node: nodeAt(schema, path), isNeeded }) }];
  });
  return [...unknownKeys.map(({ finding }) => finding), ...others];
}

function stepsOf(issue: Issue): JsonPath {
  return issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
}

function unknownKey(schema: JsonSchema, json: unknown, path: JsonPath, key: string) {
  const parent = nodeAt(schema, path);
  const known = Object.keys(parent?.properties ?? {});
  const object = valueAt(json, path);
  const meant = meantKey(key, known, isObject(object) ? object : {});
  const home = meant === undefined ? homeOf(schema, key) : undefined;
  const mend =
    meant !== undefined
      ? `Did you mean \`${meant}\`?`
      : home !== undefined
        ? `It belongs ${home}`
        : `Take it out; what may stand here is ${known.map((name) => `\`${name}\``).join(", ")}`;
  const finding: Finding = { path: [...path, key], at: "key", message: "is not a known key", mend };
  return { finding, meantPath: meant === undefined ? undefined : [...path, meant] };
}

interface Field {
  readonly node: JsonSchema | undefined;
  /** Whether the object around it cannot do without; the whole manifest is. */
  readonly isNeeded: boolean;
}

function explain(issue: Issue, json: unknown, path: JsonPath, { node, isNeeded }: Field) {
  const value = valueAt(json, path);
  const example = exampleOf(node, path);
  switch (issue.code) {
    case "invalid_type":
      if (!isPresent(json, path))
        return { message: "is missing", mend: `Add ${example ?? kinds[issue.expected] ?? "it"}` };
      return {
        message: `${path.length === 0 ? "The manifest " : ""}must be ${kinds[issue.expected] ?? issue.expected}, but is ${describe(value)}`,
        mend:
          mendType(issue.expected, value, isNeeded) ?? (example === undefined ? "Write one" : `Write it like this: ${example}`),
      };
    case "invalid_value":
      return explainChoice(issue.values, value, path);
    case "too_small":
      if (issue.origin === "array") {
        const suchAs = example === undefined ? "" : `, such as ${example}`;
        return { message: "is an empty list", mend: `Put something in${suchAs}${isNeeded ? "" : ", or take it out"}` };
      }
      return {
        message: `is ${String(value)}, which is too small`,
        mend: `Write a number ${issue.inclusive === true ? "of at least" : "above"} ${issue.minimum}`,
      };
    case "too_big":
      return { message: `is ${String(value)}, which is too large`, mend: `Write a number of at most ${issue.maximum}` };
    case "custom":
      return { message: issue.message, mend: String(issue.params?.["mend"] ?? "Correct it") };
    default:
      return {
        message: "has the wrong shape",
        mend: example === undefined ? "Correct it" : `Write it like this: ${example}`,
      };
  }
}

function explainChoice(choices: readonly unknown[], value: unknown, path: JsonPath) {
  if (path.at(-1) === "phase") {
    const names = ["contain", "production", "tests", "removal"];
    const meant = names.indexOf(typeof value === "string" ? (closest(value, names) ?? "") : "") + 1;
    const digit = choices.find((choice) => String(choice) === value);
    return {
      message: `must be a number from 1 to 4, but is ${describe(value)}`,
      mend:
        digit !== undefined
          ? `Write ${JSON.stringify(digit)} without quotes`
          : meant > 0
            ? `Write ${meant}`
            : "Write 1 (contain), 2 (production), 3 (tests) or 4 (removal)",
    };
  }
  const names = choices.map((choice) => quoted(String(choice)));
  const isScript = typeof value === "string" && /^(java|type)script$|^[jt]sx?$|^es\d*$/i.test(value);
  const meant = isScript ? "ecmascript" : typeof value === "string" ? closest(value, choices.map(String)) : undefined;
  return {
    message: `must be ${names.join(" or ")}, but is ${describe(value)}`,
    mend: meant === undefined ? `Write ${names.join(" or ")}` : `Write ${quoted(meant)}`,
  };
}

const kinds: Readonly<Record<string, string>> = {
  string: "a text in double quotes",
  number: "a number",
  boolean: "true or false",
  array: "a list in [ ]",
  object: "an object in { }",
  record: "an object in { }",
};

function describe(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "string") return `the text ${quoted(value)}`;
  if (typeof value === "number") return `the number ${value}`;
  if (typeof value === "boolean") return String(value);
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

function mendType(expected: string, value: unknown, isNeeded: boolean): string | undefined {
  if (value === null) return isNeeded ? undefined : "Take the line out, or write a value";
  const isScalar = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  if (expected === "array" && isScalar) return `Write [${JSON.stringify(value)}]`;
  if (expected === "string" && isScalar) return `Write ${quoted(String(value))}, if that is meant`;
  if (expected === "boolean" && (value === "true" || value === "false")) return `Write ${value} without quotes`;
  const isNumeric = typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value));
  if (expected === "number" && isNumeric) return `Write ${Number(value)} without quotes`;
  return undefined;
}
