/**
 * The schema of `ssot.json`: the one source of the TypeScript types, of the validation and of the shipped
 * `schema.json`. What spans several fields (loops, `$name`s, languages) is in `check-*.ts`.
 */
import * as z from "zod";
import { judgeDate, judgeFolder, judgeGlob, judgeId, judgeText, judgeUrl, type Complaint } from "./judge-text.ts";

/** 1 contain, 2 production, 3 tests, 4 removal. */
export type Phase = 1 | 2 | 3 | 4;

type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

/** Where test code lies in both ecosystems; a project that differs writes its own `tests`. */
const usualTests = [
  "**/*.{test,spec}.{js,jsx,ts,tsx,mjs,cjs,mts,cts}",
  "**/*.{test-d,spec-d,cy}.{js,jsx,ts,tsx,mjs,cjs,mts,cts}",
  "**/__tests__/**",
  "**/__mocks__/**",
  "**/{test,tests,e2e}/**",
  "**/test_*.py",
  "**/*_test.py",
  "**/tests.py",
  "**/conftest.py",
];

/** A text that `judge` accepts. The complaint's mend travels in the issue's `params`, for `explain.ts`. */
function textWhere(judge: (value: string) => Complaint | undefined) {
  return z.string().check((payload) => {
    const complaint = judge(payload.value);
    if (complaint === undefined) return;
    const { message, mend } = complaint;
    payload.issues.push({ code: "custom", input: payload.value, message, params: { mend } });
  });
}

const text = textWhere(judgeText).meta({ pattern: "\\S" });
const glob = textWhere(judgeGlob).meta({ minLength: 1, examples: ["src/compat/**"] });
const folder = textWhere(judgeFolder).meta({ minLength: 1, examples: ["."] });
const date = textWhere(judgeDate).meta({ format: "date" });
const score = z.number().min(0).max(100);

const moduleDescription =
  "For ecmascript: a path from this file's folder that starts with ./ (the extension may be left out), or a package " +
  "specifier such as rxjs/operators. For python: a dotted absolute module such as shop.websocket.factory.";

const canonicalSchema = z
  .strictObject({
    module: text.meta({ description: moduleDescription, examples: ["./src/websocket/canonical"] }),
    name: text.meta({
      description:
        'The export\'s name, "default", or "*" where every export moved to this module (then on both sides).',
      examples: ["createWebSocketManager"],
    }),
  })
  .meta({
    description: "The symbol that everyone is to use, at the module from which everyone is to take it.",
    examples: [{ module: "./src/new", name: "createNew" }],
  });

export const rewriteSchema = z
  .strictObject({
    from: text.meta({
      description:
        "The call shape to replace. $name stands for one expression, $$$name for any number of arguments. Spacing, " +
        "parentheses, line breaks, a trailing comma and an await around it make no difference.",
      examples: ["getFactory().create($context)"],
    }),
    to: text.meta({
      description: "What takes its place. A $name that `from` does not have is taken from `bind`.",
      examples: ["create($context)"],
    }),
    safe: z
      .boolean()
      .default(true)
      .describe("false: never applied by itself, only offered as a suggestion. Default true."),
  })
  .meta({
    description: "One call shape and what replaces it.",
    examples: [{ from: "getOld($key)", to: "createNew($key)" }],
  });

export const deprecatedSchema = z
  .strictObject({
    module: text.meta({
      description: `${moduleDescription} It may be a module that only re-exports the symbol.`,
      examples: ["./src/websocket/factory"],
    }),
    name: text.meta({
      description: 'The export\'s name, "default", or "*" for every export of the module (then in `canonical` too).',
      examples: ["getWebSocketManagerFactory"],
    }),
    except: z
      .array(text.meta({ examples: ["merge"] }))
      .default([])
      .describe('Beside "name": "*" only: the exports that did not move.'),
    message: text.optional().describe("What the report says when there is no canonical symbol to name."),
    rewrites: z
      .array(rewriteSchema)
      .default([])
      .describe("Call shapes, tried in order, the first match wins. None: a plain rename or move."),
    bind: z
      .record(
        z.string().meta({ pattern: "^[\\p{L}_][\\p{L}\\p{N}_]*$" }),
        z
          .array(text)
          .min(1)
          .meta({ examples: [["ctx", "this.ctx"]] }),
      )
      .default({})
      .describe(
        "For each $name of `to` that `from` does not have (here without the $): expressions, of which the first " +
          "one that is in scope is taken.",
      ),
    sideEffects: z
      .boolean()
      .default(false)
      .describe('true: importing the old module does something, so a bare import "module" stays. Default false.'),
  })
  .meta({ description: "One symbol that is to go.", examples: [{ module: "./src/old", name: "getOld" }] });

const prioritySchema = z
  .strictObject({
    name: text.meta({ description: "What the reports call this group.", examples: ["critical path"] }),
    files: z
      .array(glob)
      .min(1)
      .meta({ description: "Globs from this file's folder.", examples: [["src/routes/**"]] }),
  })
  .meta({
    description: "A group of files that `ssot migrate` takes before the groups after it.",
    examples: [{ name: "critical path", files: ["src/routes/**"] }],
  });

const languages = ["ecmascript", "python"] as const;
/** The languages that a migration can be about. */
export type LanguageName = (typeof languages)[number];
const phases: readonly Phase[] = [1, 2, 3, 4];

export const migrationSchema = z
  .strictObject({
    id: textWhere(judgeId).meta({
      description: "Unique name of the migration, in kebab-case.",
      pattern: "^[a-z0-9]+(-[a-z0-9]+)*$",
      examples: ["websocket-factory"],
    }),
    title: text.optional().describe("What people call the migration."),
    url: textWhere(judgeUrl).meta({ format: "uri" }).optional().describe("Where it is tracked; reports carry it."),
    owner: text.optional().describe("Whom to ask; reports carry it."),
    since: date.optional().describe("The day of the deprecation, YYYY-MM-DD."),
    removeBy: date.optional().describe("The day by which nothing is to be left, YYYY-MM-DD; reports carry it."),
    language: z.enum(languages).default("ecmascript").describe("The language of the modules. Default ecmascript."),
    // Not required: a forgotten phase then only contains, and never rewrites a line of production code.
    phase: z
      .literal(phases)
      .default(1)
      .describe("How far it is carried out: 1 contain (default), 2 production, 3 tests, 4 removal."),
    canonical: canonicalSchema.optional(),
    message: text
      .optional()
      .describe("What reports say where there is no `canonical`; an entry of `deprecated` may have its own."),
    exclusive: z
      .boolean()
      .default(false)
      .describe("true: the canonical symbol has one import path and one definition. Default false."),
    deprecated: z
      .array(deprecatedSchema)
      .min(1)
      .meta({ examples: [[{ module: "./src/old", name: "getOld" }]] })
      .describe("The symbols that the canonical one replaces."),
    allow: z.array(glob).default([]).describe("Globs of files whose sites of this migration are right as they are."),
    priority: z.array(prioritySchema).default([]).describe("The order in which `ssot migrate` takes files."),
  })
  .meta({
    description: "One canonical symbol, the deprecated ones that it replaces, and how far the replacement has come.",
    examples: [
      {
        id: "old-factory",
        canonical: { module: "./src/new", name: "createNew" },
        deprecated: [{ module: "./src/old", name: "getOld" }],
      },
    ],
  });

export const gatesSchema = z.strictObject({
  "1": score.default(25).describe("Score that phase 1 (contain) requires. Default 25."),
  "2": score.default(75).describe("Score that phase 2 (production) requires. Default 75."),
  "3": score.default(95).describe("Score that phase 3 (tests) requires. Default 95."),
  "4": score.default(100).describe("Score that phase 4 (removal) requires. Default 100."),
});

export const verifySchema = z.strictObject({
  goldenPath: text.optional().describe("Command run before and after a phase: if it fails, the phase is undone."),
  perFile: text
    .optional()
    .describe("Command run after each migrated file, {file} in it standing for its path: if it fails, the file is put back."),
  timeoutSeconds: z
    .number()
    .positive()
    .max(86_400)
    .default(600)
    .describe("Seconds after which a command counts as failed. Default 600."),
});

/** The schema of the whole file. */
export const manifestSchema = z
  .strictObject({
    $schema: z.string().optional().describe("Path of schema.json, for completion in editors."),
    tests: z
      .array(glob)
      .default(usualTests)
      .describe("Globs of the test files, from this file's folder. Default: the usual places in both ecosystems."),
    exclude: z.array(glob).default([]).describe("Globs of files that are not looked at."),
    python: z
      .strictObject({
        roots: z.array(folder).min(1).default(["."]).describe('Folders where absolute imports start. Default ["."].'),
      })
      .prefault({})
      .meta({ description: "Settings for Python.", examples: [{ roots: ["."] }] }),
    gates: gatesSchema.prefault({}).meta({
      description: "The score that each phase requires, from 0 to 100; none below the one before.",
      examples: [{ "1": 25, "2": 75, "3": 95, "4": 100 }],
    }),
    verify: verifySchema.optional().meta({
      description: "Commands that `ssot migrate` and `ssot check --verify` run; linting never does.",
      examples: [{ goldenPath: "npm run test:golden", perFile: "npx vitest related --run {file}" }],
    }),
    migrations: z.array(migrationSchema).meta({ description: "The migrations.", examples: [[]] }),
  })
  .meta({ examples: [{ migrations: [] }] });

/** A valid manifest with all defaults filled in. Frozen: it is shared by all rules. */
export type Manifest = DeepReadonly<z.output<typeof manifestSchema>>;
/** One entry of `migrations`. */
export type Migration = DeepReadonly<z.output<typeof migrationSchema>>;
/** One entry of a migration's `deprecated`. */
export type DeprecatedSymbol = DeepReadonly<z.output<typeof deprecatedSchema>>;
/** One entry of `rewrites`. */
export type Rewrite = DeepReadonly<z.output<typeof rewriteSchema>>;
