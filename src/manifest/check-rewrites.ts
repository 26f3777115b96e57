/** Checks of `rewrites` and `bind`; whether `from` and `to` are valid syntax is asked of the language. */
import { quoted } from "./judge-text.ts";
import type { Finding } from "./problems.ts";
import type { SalvagedDeprecated, SalvagedMigration } from "./salvage.ts";
import type { LanguageName } from "./schema.ts";

/** What a language finds wrong with the syntax of a rewrite. */
export interface RewriteComplaint {
  readonly part: "from" | "to";
  /** A clause without a full stop. */
  readonly message: string;
  /** What to do, without the last full stop. */
  readonly mend: string;
}

/** The port by which a language judges the syntax of rewrites. */
export interface RewriteChecker {
  /** @param names the exports' names, `names.canonical` too */
  complaints(
    rewrite: { readonly from: string; readonly to: string },
    names: { readonly deprecated: string; readonly canonical: string },
    language: LanguageName,
  ): readonly RewriteComplaint[];
  /** Whether a text under `bind` is one expression. */
  isExpression(text: string, language: LanguageName): boolean;
}

/** @returns what is wrong with the rewrites of one entry of `deprecated` */
export function checkRewrites(
  migration: SalvagedMigration,
  entry: SalvagedDeprecated,
  checkRewrite: RewriteChecker | undefined,
): readonly Finding[] {
  const { rewrites, fields: { name } } = entry;
  const atRewrites = { path: [...entry.path, "rewrites"], at: "key" } as const;
  if (rewrites.length > 0 && !migration.isMeant("canonical")) {
    return [
      { ...atRewrites, message: "needs a `canonical` symbol to rewrite to", mend: "Add `canonical`, or take it out" },
    ];
  }
  if (rewrites.length > 0 && name === "*") {
    const message = 'cannot stand beside "name": "*", since a call shape is about one symbol';
    return [{ ...atRewrites, message, mend: "Give that symbol an entry of its own" }];
  }
  return [
    ...checkBindKeys(entry),
    ...checkNames(entry),
    ...(checkRewrite === undefined ? [] : [...checkSyntax(migration, entry, checkRewrite), ...checkBindTexts(migration, entry, checkRewrite)]),
  ];
}

/** The keys of `bind` that can be names; the others have an error of their own. */
function boundNames(entry: SalvagedDeprecated): readonly string[] {
  return entry.keysOf("bind").filter((key) => bindable.test(key));
}

const bindable = /^[\p{L}_][\p{L}\p{N}_]*$/u;

function checkBindKeys({ path, keysOf }: SalvagedDeprecated): readonly Finding[] {
  return keysOf("bind").flatMap((key): Finding[] => {
    if (bindable.test(key)) return [];
    const at = { path: [...path, "bind", key], at: "key" } as const;
    if (/^\$\$\$/.test(key)) {
      const message = `${quoted(key)} stands for any number of arguments, which \`bind\` cannot give`;
      return [{ ...at, message, mend: "Let `from` bind it, or write a single $name" }];
    }
    const plain = key.replace(/^\$+/, "");
    return [
      {
        ...at,
        message: `${quoted(key)} is not a name`,
        mend: bindable.test(plain)
          ? `Write ${quoted(plain)}, without the $`
          : "Write the letters that follow the $ in `to`",
      },
    ];
  });
}

interface Placeholder {
  /** Without `$`. */
  readonly name: string;
  /** `$$$name` */
  readonly isMany: boolean;
}

function placeholdersOf(code: string): readonly Placeholder[] {
  const matches = code.matchAll(/(?<![\p{L}\p{N}_$])(\$\$\$|\$)([\p{L}_][\p{L}\p{N}_]*)/gu);
  return [...matches].map((match) => ({ name: match[2] ?? "", isMany: match[1] === "$$$" }));
}

/** Code without what stands in quotes, so that "costs $price" is not taken for a placeholder. */
function withoutTexts(code: string): string {
  return code
    .replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '""')
    .replace(/`(?:[^`\\]|\\.)*`/g, (text) => [...text.matchAll(/\$\{([^}]*)\}/g)].map((match) => match[1]).join(" "));
}

function checkNames(entry: SalvagedDeprecated): readonly Finding[] {
  const bound = new Set(boundNames(entry));
  const unbound = entry.rewrites.flatMap((rewrite) => {
    const { from, to } = rewrite.fields;
    if (from === undefined || to === undefined) return [];
    const given = new Map(placeholdersOf(from).map(({ name, isMany }) => [name, isMany]));
    const wanted = new Map(placeholdersOf(withoutTexts(to)).map((placeholder) => [placeholder.name, placeholder]));
    return [...wanted.values()].flatMap(({ name, isMany }): Finding[] => {
      const path = [...rewrite.path, "to"];
      const written = `${isMany ? "$$$" : "$"}${name}`;
      const inFrom = given.get(name);
      if (inFrom === isMany) return [];
      if (inFrom !== undefined) {
        const other = `${inFrom ? "$$$" : "$"}${name}`;
        const message = `${written} and the ${other} of \`from\` do not stand for the same number of expressions`;
        return [{ path, message, mend: `Write ${other} in both, or ${written} in both` }];
      }
      if (isMany) {
        return [
          {
            path,
            message: `${written} is not in \`from\`, and \`bind\` cannot give it`,
            mend: `Write ${written} in \`from\` too`,
          },
        ];
      }
      if (bound.has(name)) return [];
      return [
        {
          path,
          message: `${written} is neither in \`from\` nor in \`bind\``,
          mend: `Write ${written} in \`from\` too, or say in \`bind\` where it comes from: "bind": { ${quoted(name)}: [${quoted(name)}] }`,
        },
      ];
    });
  });
  // What a `to` that has an error of its own would use is not known.
  const used = entry.fields.rewrites?.flatMap(({ to }) => placeholdersOf(to).map(({ name }) => name));
  const unused = used === undefined ? [] : [...bound].filter((name) => !used.includes(name));
  return [
    ...unbound,
    ...unused.map((name): Finding => {
      const message = `is used by no \`to\`: none has $${name} in it`;
      return { path: [...entry.path, "bind", name], at: "key", message, mend: "Take it out, or correct its spelling" };
    }),
  ];
}

function checkSyntax(migration: SalvagedMigration, entry: SalvagedDeprecated, checkRewrite: RewriteChecker) {
  const { language, canonical } = migration.fields;
  const { name } = entry.fields;
  if (language === undefined || canonical === undefined || name === undefined) return [];
  const names = { deprecated: name, canonical: canonical.name };
  return entry.rewrites.flatMap(({ path, fields: { from, to } }) => {
    if (from === undefined || to === undefined) return [];
    return checked(path, () => {
      const complaints = checkRewrite.complaints({ from, to }, names, language);
      return complaints.map(({ part, message, mend }) => ({ path: [...path, part], message, mend }));
    });
  });
}

function checkBindTexts({ fields: { language } }: SalvagedMigration, entry: SalvagedDeprecated, checkRewrite: RewriteChecker) {
  if (language === undefined) return [];
  return entry.bound.flatMap(({ path, text }) => {
    const mend = "Write one expression, as it would stand among the arguments of a call";
    return checked(path, () => (checkRewrite.isExpression(text, language) ? [] : [{ path, message: "is not one expression", mend }]));
  });
}

/** A text that overthrows a parser must not take the other errors, nor an editor's server, with it. */
function checked(path: Finding["path"], check: () => readonly Finding[]): readonly Finding[] {
  try {
    return check();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [
      {
        path,
        message: `could not be checked: ${reason}`,
        mend: "Write it in a simpler way, and report this as a bug",
      },
    ];
  }
}
