import { describe, expect, it } from "vitest";
import { lintProject } from "../kit/lint.ts";
import { markup, testRule, typescript } from "../kit/rule-tester.ts";
import type { Invalid, Valid } from "../kit/rule-tester.ts";
import { asked, managerData, project, see } from "./case-project.ts";

const uses: readonly Invalid[] = [
  {
    name: "a call, at the identifier itself",
    code: `import { getManager } from "./ws/factory";\n\nexport async function start() {\n  return await «getManager»({ retries: 3 });\n}\n`,
    output: `import { createManager } from "./ws/canonical";\n\nexport async function start() {\n  return await createManager({ retries: 3 });\n}\n`,
    data: managerData,
  },
  {
    name: "every reference: passed on, constructed, tagged, compared, spread, in a template",
    code: "import Factory, { getManager } from './ws/factory'\nstart(«getManager», new «Factory»(), «getManager»`main`, x === «getManager», [...«getManager»], `${«getManager»}`)\n",
    output: "import { Hub as Factory, createManager } from './ws/canonical'\nstart(createManager, new Factory(), createManager`main`, x === createManager, [...createManager], `${createManager}`)\n",
  },
  {
    name: "a local alias is reported where it is used, and stays",
    code: `import { getManager as manager } from "./ws/factory";\nexport const main = «manager»?.();\n`,
    output: `import { createManager as manager } from "./ws/canonical";\nexport const main = manager?.();\n`,
  },
  {
    name: "a shorthand property keeps its key",
    code: `import { getManager } from "./ws/factory";\nstart({ «getManager», other: «getManager», getManager: 1 });\n`,
    output: `import { createManager } from "./ws/canonical";\nstart({ getManager: createManager, other: createManager, getManager: 1 });\n`,
  },
  {
    name: "a computed key is a reference, a plain one is none",
    code: `import { getManager } from "./ws/factory";\nexport class Registry {\n  getManager() {}\n  [«getManager»] = this.getManager;\n}\n`,
    output: `import { createManager } from "./ws/canonical";\nexport class Registry {\n  getManager() {}\n  [createManager] = this.getManager;\n}\n`,
  },
  {
    name: "what a local is assigned from; the local's own uses are none",
    code: `import { getManager } from "./ws/factory";\nlet make = «getManager»;\nmake = wrap(make);\nexport const main = make();\n`,
    output: `import { createManager } from "./ws/canonical";\nlet make = createManager;\nmake = wrap(make);\nexport const main = make();\n`,
  },
  {
    name: "names that shadow it are others",
    code: `import { getManager } from "./ws/factory";
export const a = (getManager) => getManager();
export function b() { const getManager = 1; return getManager; }
export function c() { try { return «getManager»(); } catch (getManager) { return getManager; } }
export const d = class getManager { make() { return getManager; } };
export function e() { getManager: for (;;) break getManager; return o.getManager + { getManager: 1 }.getManager; }
export function f() { for (const getManager of []) getManager(); { function getManager() {} getManager(); } return «getManager»; }
`,
    output: `import { createManager } from "./ws/canonical";
export const a = (getManager) => getManager();
export function b() { const getManager = 1; return getManager; }
export function c() { try { return createManager(); } catch (getManager) { return getManager; } }
export const d = class getManager { make() { return getManager; } };
export function e() { getManager: for (;;) break getManager; return o.getManager + { getManager: 1 }.getManager; }
export function f() { for (const getManager of []) getManager(); { function getManager() {} getManager(); } return createManager; }
`,
  },
  {
    name: "a reference before the import, and one in a default of a parameter",
    code: `start(«getManager»);\nimport { getManager } from "./ws/factory";\nexport const f = (make = «getManager») => make();\n`,
    output: `start(createManager);\nimport { createManager } from "./ws/canonical";\nexport const f = (make = createManager) => make();\n`,
  },
  {
    name: "where the new name is taken, the import keeps the old one as an alias",
    code: `import { getManager } from "./ws/factory";\nexport const f = (createManager) => createManager(«getManager»());\n`,
    output: `import { createManager as getManager } from "./ws/canonical";\nexport const f = (createManager) => createManager(getManager());\n`,
  },
  {
    name: "what another block of a namespace or an enum exports hides a name: the old one, and the new one",
    kinds: typescript,
    code: `import { getManager } from "./ws/factory";\nexport namespace N { export const getManager = 1, createManager = 2; const c = 3; }\nexport namespace N { export const n = getManager; }\nexport const m = «getManager»();\n`,
    output: `import { createManager } from "./ws/canonical";\nexport namespace N { export const getManager = 1, createManager = 2; const c = 3; }\nexport namespace N { export const n = getManager; }\nexport const m = createManager();\n`,
  },
  {
    name: "where another block of a namespace or an enum has the new name, the import keeps the old one as an alias",
    kinds: typescript,
    code: `import { getManager } from "./ws/factory";\nexport namespace N { export const createManager = 2; }\nexport namespace N { export const n = «getManager»(); }\n`,
    output: `import { createManager as getManager } from "./ws/canonical";\nexport namespace N { export const createManager = 2; }\nexport namespace N { export const n = getManager(); }\n`,
  },
  {
    name: "so it is with a namespace within another one, and with one of several names",
    kinds: typescript,
    code: `import { getManager } from "./ws/factory";\nimport { getManager as other } from "./ws/factory";\nnamespace A { export namespace B { export const createManager = 1; } namespace C { export const c = «other»(); } }\nnamespace A.B { export const b = «getManager»(); }\nnamespace A { export namespace B { export const b2 = «getManager»(); } }\n`,
    output: `import { createManager as getManager, createManager as other } from "./ws/canonical";\nnamespace A { export namespace B { export const createManager = 1; } namespace C { export const c = other(); } }\nnamespace A.B { export const b = getManager(); }\nnamespace A { export namespace B { export const b2 = getManager(); } }\n`,
  },
  {
    name: "the members of an enum are seen in all of its blocks",
    kinds: typescript,
    code: `import { getManager } from "./ws/factory";\nexport enum E { createManager = 1 }\nexport enum E { B = «getManager»() }\n`,
    output: `import { createManager as getManager } from "./ws/canonical";\nexport enum E { createManager = 1 }\nexport enum E { B = getManager() }\n`,
  },
  {
    name: "what code in a string may name is left alone, and so is its import",
    kinds: ["js", "ts"],
    code: `import { getManager } from "./ws/factory";\nexport const a = «getManager»() + eval("getManager()");\n`,
    data: { ...managerData, details: `${asked} Not fixed automatically: code that \`eval\` is given may name it.${see}` },
  },
  {
    name: "code that nobody knows yet may name everything in scope",
    kinds: ["js", "ts"],
    code: `import * as ws from "./ws/factory";\nimport { getManager } from "./ws/factory";\nexport const a = (text) => eval(text) + «getManager»() + ws.getManager();\n`,
  },
  {
    name: "what code in a string does not name, or can't see, is changed",
    kinds: ["js", "ts"],
    code: `import { getManager } from "./ws/factory";\nexport const a = (getManager) => eval("getManager()"), b = (0, eval)("getManager()"), c = new Function("getManager()"), d = eval("getManagers"), e = «getManager»();\n`,
    output: `import { createManager } from "./ws/canonical";\nexport const a = (getManager) => eval("getManager()"), b = (0, eval)("getManager()"), c = new Function("getManager()"), d = eval("getManagers"), e = createManager();\n`,
  },
  {
    name: "what the file adds to a module with `declare module`, the new one would not have",
    kinds: typescript,
    code: `import { ManagerOptions, getManager } from "./ws/factory";\ndeclare module "./ws/factory" { interface ManagerOptions { extra: number } }\nexport const extra = (options: «ManagerOptions») => options.extra + «getManager»();\n`,
    output: `import { ManagerOptions } from "./ws/factory";\nimport { createManager } from "./ws/canonical";\ndeclare module "./ws/factory" { interface ManagerOptions { extra: number } }\nexport const extra = (options: ManagerOptions) => options.extra + createManager();\n`,
  },
  {
    name: "of a destructured require and import()",
    code: `const { getManager } = require("./ws/factory");\n«getManager»();\nexport async function load() {\n  const { resetPool } = await import("./ws/factory");\n  «resetPool»();\n}\n`,
    output: `const { createManager } = require("./ws/canonical");\ncreateManager();\nexport async function load() {\n  const { resetPool } = await import("./ws/factory");\n  resetPool();\n}\n`,
  },
  {
    name: "of what is destructured with a default",
    code: `const { resetPool = () => {} } = require("./ws/factory");\n«resetPool»();\n`,
  },
  {
    name: "of what is destructured from a namespace",
    code: `import * as ws from "./ws/factory";\nconst { getManager } = ws;\n«getManager»();\n`,
    output: `import { createManager } from "./ws/canonical";\ncreateManager();\n`,
  },
  {
    name: "vi.mocked",
    file: "tests/manager.test",
    phase: 3,
    code: `import { vi } from "vitest";\nimport { getManager } from "../src/ws/factory";\nvi.mocked(«getManager»).mockReturnValue({});\n`,
    output: `import { vi } from "vitest";\nimport { createManager } from "../src/ws/canonical";\nvi.mocked(createManager).mockReturnValue({});\n`,
  },
  {
    name: "a class that is extended",
    code: `import Factory from "./ws/factory";\nexport class Own extends «Factory» {}\n`,
    output: `import { Hub as Factory } from "./ws/canonical";\nexport class Own extends Factory {}\n`,
  },
  {
    name: "an assignment to an import is broken code, and reported like any use",
    code: `import { resetPool } from "./ws/factory";\n«resetPool» = null;\n`,
  },
  {
    name: "exported as something computed",
    code: `import { getManager, resetPool } from "./ws/factory";\nexport default «resetPool»();\nexport const main = «getManager»(), api = { «getManager» };\n`,
    output: `import { resetPool } from "./ws/factory";\nimport { createManager } from "./ws/canonical";\nexport default resetPool();\nexport const main = createManager(), api = { getManager: createManager };\n`,
  },
];

const elements: readonly Invalid[] = [
  {
    name: "an element is one site with its closing tag",
    kinds: markup,
    code: `import { OldButton } from "./ui/old-button";\nexport const Form = () => (\n  <«OldButton» type="submit">\n    Save\n  </OldButton>\n);\n`,
    output: `import { Button } from "./ui/button";\nexport const Form = () => (\n  <Button type="submit">\n    Save\n  </Button>\n);\n`,
  },
  {
    name: "elements within each other, empty ones, and a reference in an attribute",
    kinds: markup,
    code: `import { OldButton } from "./ui/old-button";\nexport const Form = () => <«OldButton» as={«OldButton»}><«OldButton» /><b>OldButton</b></OldButton>;\n`,
    output: `import { Button } from "./ui/button";\nexport const Form = () => <Button as={Button}><Button /><b>OldButton</b></Button>;\n`,
  },
  {
    name: "an element's object",
    kinds: markup,
    code: `import { OldButton } from "./ui/old-button";\nexport const Form = () => <«OldButton».Icon OldButton="OldButton">{icons}</OldButton.Icon>;\n`,
    output: `import { Button } from "./ui/button";\nexport const Form = () => <Button.Icon OldButton="OldButton">{icons}</Button.Icon>;\n`,
  },
  {
    name: "an element in the scope of another of that name is another",
    kinds: markup,
    code: `import { OldButton } from "./ui/old-button";\nexport const List = ({ as: OldButton }) => <OldButton></OldButton>;\nexport const Form = () => <«OldButton» />;\n`,
    output: `import { Button } from "./ui/button";\nexport const List = ({ as: OldButton }) => <OldButton></OldButton>;\nexport const Form = () => <Button />;\n`,
  },
  {
    name: "a name that begins small is an element of the platform",
    kinds: markup,
    code: `import { getManager } from "./ws/factory";\nexport const Page = () => <getManager title={«getManager»}></getManager>;\n`,
    output: `import { createManager } from "./ws/canonical";\nexport const Page = () => <getManager title={createManager}></getManager>;\n`,
  },
];

const types: readonly Invalid[] = [
  {
    name: "type positions",
    code: `import type { ManagerOptions } from "./ws/factory";\nexport interface Own extends «ManagerOptions» { deep: Record<string, «ManagerOptions»> }\nexport const f = <T extends «ManagerOptions» = «ManagerOptions»>(x: unknown): x is «ManagerOptions» => (x as «ManagerOptions») satisfies «ManagerOptions»;\nexport class A implements «ManagerOptions» { retries = 1 }\n`,
    output: `import type { ManagerConfig } from "./ws/canonical";\nexport interface Own extends ManagerConfig { deep: Record<string, ManagerConfig> }\nexport const f = <T extends ManagerConfig = ManagerConfig>(x: unknown): x is ManagerConfig => (x as ManagerConfig) satisfies ManagerConfig;\nexport class A implements ManagerConfig { retries = 1 }\n`,
  },
  {
    name: "typeof, as a type and as a value",
    code: `import { getManager } from "./ws/factory";\nexport type Manager = ReturnType<typeof «getManager»>;\nexport const isThere = typeof «getManager» === "function";\n`,
    output: `import { createManager } from "./ws/canonical";\nexport type Manager = ReturnType<typeof createManager>;\nexport const isThere = typeof createManager === "function";\n`,
  },
  {
    name: "type parameters, and members of types, that are called so are others",
    code: `import type { ManagerOptions } from "./ws/factory";\nexport type Box<ManagerOptions> = { ManagerOptions: ManagerOptions };\nexport type Key = Own["ManagerOptions"] | Own.ManagerOptions;\nexport function f(this: «ManagerOptions», ManagerOptions: number) {}\nexport enum E { ManagerOptions }\n`,
    output: `import type { ManagerConfig } from "./ws/canonical";\nexport type Box<ManagerOptions> = { ManagerOptions: ManagerOptions };\nexport type Key = Own["ManagerOptions"] | Own.ManagerOptions;\nexport function f(this: ManagerConfig, ManagerOptions: number) {}\nexport enum E { ManagerOptions }\n`,
  },
  {
    name: "decorators, parameter decorators, and parameter properties",
    code: `import { getManager, ManagerOptions } from "./ws/factory";\n@«getManager»({ retries: 1 })\nexport class Gate {\n  @«getManager»() field;\n  constructor(@Inject(«getManager») private options: «ManagerOptions») {}\n}\n`,
    output: `import { createManager, ManagerConfig } from "./ws/canonical";\n@createManager({ retries: 1 })\nexport class Gate {\n  @createManager() field;\n  constructor(@Inject(createManager) private options: ManagerConfig) {}\n}\n`,
  },
  {
    name: "wrapped in types",
    code: `import { getManager } from "./ws/factory";\nexport const main = («getManager» as any)!(), other = «getManager»!();\nexport const bound = «getManager»<string>;\n`,
    output: `import { createManager } from "./ws/canonical";\nexport const main = (createManager as any)!(), other = createManager!();\nexport const bound = createManager<string>;\n`,
  },
  {
    name: "an alias of a member of it",
    code: `import Factory from "./ws/factory";\nimport Options = «Factory».Options;\nexport let options: Options;\n`,
    output: `import { Hub as Factory } from "./ws/canonical";\nimport Options = Factory.Options;\nexport let options: Options;\n`,
  },
];

const valid: readonly Valid[] = [
  { name: "a local function of that name", code: `function getManager() {}\ngetManager();\nimport { openSocket } from "./ws/factory";\nopenSocket();\n` },
  { name: "a member of a namespace is the import rule's alone", code: `import * as ws from "./ws/factory";\nws.getManager();\nrequire("./ws/factory").getManager();\n` },
  { name: "what is exported is the re-export rule's alone", code: `import { getManager, resetPool } from "./ws/factory";\nexport { getManager };\nexport default resetPool;\nexport const create = getManager;\n` },
  { name: "strings, prose, regular expressions and comments", code: `import { openSocket } from "./ws/factory";\n// getManager(); export { getManager } from "./ws/factory";\nopenSocket("getManager", /getManager/, \`getManager from ./ws/factory\`); /* import { getManager } from "./ws/factory" */\n` },
  { name: "from an unrelated module", code: `import { getManager } from "./other/factory";\nimport { getManager as other } from "ws-factory";\ngetManager(other());\n` },
  { name: "tests, before phase 3", file: "tests/manager.test", code: `import { getManager } from "../src/ws/factory";\ngetManager();\n` },
  { name: "production, before phase 2", phase: 1, code: `import { getManager } from "./ws/factory";\ngetManager();\n` },
  { name: "an allowed file", file: "src/compat/shim", code: `import { getManager } from "../ws/factory";\ngetManager();\n` },
];

testRule("no-deprecated-use", "deprecated", project, {
  valid,
  invalid: [...uses, ...elements, ...types.map((each): Invalid => ({ kinds: typescript, ...each }))],
});

describe("what a suggestion is called", () => {
  const files = {
    "ssot.json": { migrations: [{ id: "manager", phase: 2, canonical: { module: "./src/canonical", name: "createManager" }, deprecated: [{ module: "./src/old", name: "getFactory", rewrites: [{ from: "getFactory($scope).create($id)", to: "createManager($scope, $id)", safe: false }] }] }] },
    "src/canonical.ts": `export const createManager = (scope: string, id: string) => scope + id;\n`,
    "src/old.ts": `/** @deprecated */\nexport const getFactory = (scope: string) => ({ create: (id: string) => scope + id });\n`,
  };

  it.each([
    ["a call, by what takes its place", `export const main = getFactory("a").create("b");\n`],
    ["a variable that goes, by what takes the place of its use", `const factory = getFactory("a");\nexport const main = factory.create("b");\n`],
  ])("%s", async (_, code) => {
    const { results } = await lintProject({ ...files, "src/app.ts": `import { getFactory } from "./old";\n\n${code}` });
    const suggestions = results.flatMap(({ messages }) => messages.flatMap((message) => message.suggestions ?? []));
    expect(suggestions.map(({ desc }) => desc)).toEqual(['Replace by `createManager("a", "b")`.']);
  });
});
