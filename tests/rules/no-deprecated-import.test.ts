import { markup, testRule, typescript } from "../kit/rule-tester.ts";
import type { Invalid, Valid } from "../kit/rule-tester.ts";
import { managerData, manifest, project } from "./case-project.ts";

const named: readonly Invalid[] = [
  {
    name: "a named import, with its uses",
    code: `import { «getManager» } from "./ws/factory";\nexport function start() {\n  return getManager({ retries: 3 });\n}\n`,
    output: `import { createManager } from "./ws/canonical";\nexport function start() {\n  return createManager({ retries: 3 });\n}\n`,
    data: managerData,
  },
  {
    name: "an alias stays",
    code: `import { «getManager as manager» } from './ws/factory'\nexport const main = manager()\n`,
    output: `import { createManager as manager } from './ws/canonical'\nexport const main = manager()\n`,
  },
  {
    name: "the default import keeps its local name",
    code: `import «Factory» from "./ws/factory";\nnew Factory();\n`,
    output: `import { Hub as Factory } from "./ws/canonical";\nnew Factory();\n`,
  },
  {
    name: "`default as`",
    code: `import { «default as Factory» } from "./ws/factory";\nnew Factory();\n`,
    output: `import { Hub as Factory } from "./ws/canonical";\nnew Factory();\n`,
  },
  {
    name: "a string name that is an identifier",
    code: `import { «"getManager" as getManager» } from "./ws/factory";\ngetManager();\n`,
    output: `import { createManager } from "./ws/canonical";\ncreateManager();\n`,
  },
  {
    name: "several in one declaration, each at its specifier; what is not deprecated stays",
    code: `import «Factory», { «getManager», openSocket, «resetPool» } from "./ws/factory";\nopenSocket(getManager(), Factory, resetPool);\n`,
    output: `import { openSocket, resetPool } from "./ws/factory";\nimport { Hub as Factory, createManager } from "./ws/canonical";\nopenSocket(createManager(), Factory, resetPool);\n`,
  },
  {
    name: "an unused import is dropped",
    code: `import { «getManager» } from "./ws/factory";\nimport { openSocket } from "./ws/factory";\nopenSocket();\n`,
    output: `import { openSocket } from "./ws/factory";\nopenSocket();\n`,
  },
  {
    name: "no successor: the manifest's own message, and no fix",
    code: `import { «resetPool» } from "./ws/factory";\nresetPool();\n`,
    data: { symbol: '`resetPool` from "./src/ws/factory"', instead: "Pools are gone; open one manager per tenant.", details: " (owner @core)" },
  },
];

const layouts: readonly Invalid[] = [
  {
    name: "a list over several lines, with comments between its tokens",
    code: `import {\n  openSocket, // stays\n  /* the old one */\n  «getManager», // goes\n  «resetPool»,\n} from /* here */ "./ws/factory"; // trailing\n\nopenSocket(getManager(), resetPool);\n`,
    output: `import {\n  openSocket, // stays\n  /* the old one */\n  resetPool,\n} from /* here */ "./ws/factory"; // trailing\nimport { createManager } from "./ws/canonical";\n\nopenSocket(createManager(), resetPool);\n`,
  },
  {
    name: "comments within a specifier",
    code: `import { «getManager /* old */ as /* local */ manager» } from "./ws/factory";\nmanager();\n`,
    output: `import { createManager as manager } from "./ws/canonical";\nmanager();\n`,
  },
  {
    name: "CRLF",
    code: `import { «getManager» } from "./ws/factory";\r\n\r\nexport const a = getManager();\r\n`,
    output: `import { createManager } from "./ws/canonical";\r\n\r\nexport const a = createManager();\r\n`,
  },
  {
    name: "CRLF, where lines are added",
    code: `import {\r\n  «getManager»,\r\n  openSocket,\r\n} from "./ws/factory";\r\nopenSocket(getManager);\r\n`,
    output: `import {\r\n  openSocket,\r\n} from "./ws/factory";\r\nimport { createManager } from "./ws/canonical";\r\nopenSocket(createManager);\r\n`,
  },
  {
    name: "a byte order mark",
    code: `\uFEFFimport { «getManager» } from "./ws/factory";\ngetManager();\n`,
    output: `\uFEFFimport { createManager } from "./ws/canonical";\ncreateManager();\n`,
  },
  {
    name: "an emoji before the site counts as two columns",
    code: `/* 🎉 */ import { «getManager» } from "./ws/factory"; export const party = "🎉🎉" + getManager();\n`,
    output: `/* 🎉 */ import { createManager } from "./ws/canonical"; export const party = "🎉🎉" + createManager();\n`,
  },
  {
    name: "no final newline, no semicolons, single quotes",
    code: `import { «getManager» } from './ws/factory'\nexport default getManager()`,
    output: `import { createManager } from './ws/canonical'\nexport default createManager()`,
  },
  {
    name: "a hashbang",
    code: `#!/usr/bin/env node\nimport { «getManager» } from "./ws/factory";\ngetManager();\n`,
    output: `#!/usr/bin/env node\nimport { createManager } from "./ws/canonical";\ncreateManager();\n`,
  },
  {
    name: "the first and only characters of a file",
    code: `import{«getManager»}from"./ws/factory";getManager()`,
    output: `import{createManager}from"./ws/canonical";createManager()`,
  },
  {
    name: "line separators that are no line breaks to editors",
    code: `export const text = "a\u2028b"; import { «getManager» } from "./ws/factory";\nexport const a = getManager();\n`,
    output: `export const text = "a\u2028b"; import { createManager } from "./ws/canonical";\nexport const a = createManager();\n`,
  },
  {
    name: "import attributes stay",
    kinds: ["js", "ts"],
    code: `import { «getManager» } from "./ws/factory" with { mode: "strict" };\ngetManager();\n`,
    output: `import { createManager } from "./ws/canonical" with { mode: "strict" };\ncreateManager();\n`,
  },
  {
    name: "escapes in the specifier and in the name",
    code: `import { «getM\\u0061nager» } from "./ws/f\\u0061ctory";\nstart(getM\\u0061nager);\nstart(«require("./ws/f\\x61ctory").getManager»);\n`,
    output: `import { createManager } from "./ws/canonical";\nstart(createManager);\nstart(require("./ws/canonical").createManager);\n`,
  },
  {
    name: "other spellings of the same module",
    kinds: ["ts"],
    code: `import { «getManager» } from "./ws/factory.js";\nimport { «resetPool» } from "../src/ws/factory";\nimport { «getManager as other» } from "./ui/../ws/factory.ts";\nstart(getManager, resetPool, other);\n`,
    output: `import { createManager, createManager as other } from "./ws/canonical.js";\nimport { resetPool } from "../src/ws/factory";\nstart(createManager, resetPool, other);\n`,
  },
  {
    name: "a component, with markup around it",
    kinds: markup,
    code: `import { «OldButton» } from "./ui/old-button";\nexport const Save = () => <OldButton>{"OldButton"}</OldButton>;\n`,
    output: `import { Button } from "./ui/button";\nexport const Save = () => <Button>{"OldButton"}</Button>;\n`,
  },
  {
    name: "decorators around",
    kinds: typescript,
    code: `import { «getManager» } from "./ws/factory";\n@Component({ providers: [getManager] })\nexport class Page { @Input() manager = getManager(); }\n`,
    output: `import { createManager } from "./ws/canonical";\n@Component({ providers: [createManager] })\nexport class Page { @Input() manager = createManager(); }\n`,
  },
];

const code = `import { «getManager» } from "../src/ws/factory";\ngetManager();\n`;
const output = `import { createManager } from "../src/ws/canonical";\ncreateManager();\n`;
const plain = code.replace(/[«»]/gu, "");
const phase1 = { ...manifest, migrations: manifest.migrations.map((each) => ({ ...each, phase: 1 })) };
const custom = { ...manifest, tests: ["src/checks/**"], exclude: ["scripts/**"] };

/** Which files a migration has reached, at its own phase or the option's. */
const phases: { readonly valid: readonly Valid[]; readonly invalid: readonly Invalid[] } = {
  valid: [
    { name: "a test, at phase 2", file: "tests/manager", code: plain },
    { name: "a test by its name, at phase 2 by the option", file: "src/manager.test", phase: 2, code: plain },
    { name: "production, at phase 1", file: "lib/app", code: plain, manifest: phase1 },
    { name: "production, at phase 1 by the option", file: "lib/app", phase: 1, code: plain },
    { name: "an allowed file", file: "src/compat/old-api", code: `import { getManager } from "../ws/factory";\ngetManager();\n` },
    { name: "an excluded file", file: "scripts/seed", code: plain, manifest: custom },
    { name: "a test by the manifest's own globs", file: "src/checks/manager", code: `import { getManager } from "../ws/factory";\ngetManager();\n`, manifest: custom },
    { name: "facts that are none", code: `// import { getManager } from "./ws/factory";\nfunction getManager() {}\nexport const text = 'import { getManager } from "./ws/factory"';\nexport const pattern = /from "\\.\\/ws\\/factory"/;\ngetManager();\n` },
    { name: "an import of nothing", code: `import {} from "./ws/factory";\n` },
    { name: "a migration of another language", code: `import { get_manager } from "factory";\nget_manager();\n`, manifest: { migrations: [{ id: "py", language: "python", phase: 4, canonical: { module: "canonical", name: "create_manager" }, deprecated: [{ module: "factory", name: "get_manager" }] }] } },
  ],
  invalid: [
    { name: "production, at phase 2", file: "lib/app", code, output },
    { name: "a test, at phase 3 by the option", file: "tests/manager", phase: 3, code, output },
    { name: "a test, at phase 4 by the option", file: "src/__tests__/manager", phase: 4, code: code.replace("../src", ".."), output: output.replace("../src", "..") },
    { name: "production, at phase 2 by the option", file: "lib/app", phase: 2, manifest: phase1, code, output },
    { name: "what is a test by default is none where the manifest says so", file: "tests/manager", manifest: custom, code, output },
    { name: "an allowed file, of another migration", file: "src/compat/old-api", code: `import { getManager, «resetPool» } from "../ws/factory";\nresetPool(getManager);\n` },
  ],
};

testRule("no-deprecated-import", "deprecated", project, {
  valid: phases.valid,
  invalid: [...named, ...layouts, ...phases.invalid],
});
