import { testRule, typescript } from "../kit/rule-tester.ts";
import type { Invalid, Valid } from "../kit/rule-tester.ts";
import { managerData, project } from "./case-project.ts";

const required: readonly Invalid[] = [
  {
    name: "destructured",
    code: `const { «getManager», openSocket } = require("./ws/factory");\nopenSocket(getManager());\n`,
    output: `const { openSocket } = require("./ws/factory");\nconst { createManager } = require("./ws/canonical");\nopenSocket(createManager());\n`,
    data: managerData,
  },
  {
    name: "destructured and alone",
    code: `const { «getManager» } = require('./ws/factory')\ngetManager()\n`,
    output: `const { createManager } = require('./ws/canonical')\ncreateManager()\n`,
  },
  {
    name: "destructured under an alias",
    code: `const { «getManager: manager» } = require("./ws/factory");\nmanager();\n`,
    output: `const { createManager: manager } = require("./ws/canonical");\nmanager();\n`,
  },
  {
    name: "destructured by a string, with a default, and deeper",
    code: `const { «"getManager": manager», «default: { name }», «resetPool = () => {}» } = require("./ws/factory");\nmanager(name, resetPool);\n`,
    output: `const { default: { name }, resetPool = () => {} } = require("./ws/factory");\nconst { createManager: manager } = require("./ws/canonical");\nmanager(name, resetPool);\n`,
  },
  {
    name: "beside a rest, which takes the others",
    code: `const { «getManager», ...others } = require("./ws/factory");\nothers.openSocket(getManager());\n`,
  },
  {
    name: "whole, its members used",
    code: `const ws = require("./ws/factory");\nexport const main = «ws.getManager»();\nws.openSocket();\n`,
    output: `const ws = require("./ws/factory");\nconst { createManager } = require("./ws/canonical");\nexport const main = createManager();\nws.openSocket();\n`,
  },
  {
    name: "whole and used in a nested function",
    code: `const ws = require("./ws/factory");\nmodule.exports = function start() {\n  return «ws["getManager"]»();\n};\n`,
    output: `const { createManager } = require("./ws/canonical");\nmodule.exports = function start() {\n  return createManager();\n};\n`,
    sourceType: "commonjs",
    kinds: ["js", "jsx"],
  },
  {
    name: "a member at once",
    code: `const getManager = «require("./ws/factory").getManager»;\ngetManager();\n`,
    output: `const getManager = require("./ws/canonical").createManager;\ngetManager();\n`,
  },
  {
    name: "a member at once, by a string",
    code: `start(«require("./ws/factory")["getManager"]»);\n`,
    output: `start(require("./ws/canonical")["createManager"]);\n`,
  },
  {
    name: "a template literal as the specifier, comments between the tokens",
    code: "start(«require /* lazily */ ( /* the old one */ `./ws/factory`).getManager»);\n",
    output: "start(require /* lazily */ ( /* the old one */ `./ws/canonical`).createManager);\n",
  },
  {
    name: "made by createRequire",
    code: `import { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);\nconst { «getManager» } = require("./ws/factory");\ngetManager();\n`,
    output: `import { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);\nconst { createManager } = require("./ws/canonical");\ncreateManager();\n`,
  },
  {
    name: "put into a variable that is there already",
    code: `let ws;\nexport function load() {\n  ws = require("./ws/factory");\n  return «ws.getManager»();\n}\n`,
    output: `let ws;\nexport function load() {\n  ws = require("./ws/canonical");\n  return ws.createManager();\n}\n`,
  },
  {
    name: "by a second name",
    code: `const ws = require("./ws/factory");\nconst same = ws;\nws.openSocket(«same.getManager»());\n`,
  },
  {
    name: "put into a variable that may hold another module",
    code: `let ws = {};\nif (old) ws = require("./ws/factory");\nelse ws = require("./ws/other");\n«ws.getManager»();\n`,
  },
  {
    name: "a variable that is assigned anew",
    code: `let ws = require("./ws/factory");\nbeforeEach(() => {\n  ws = require("./ws/factory");\n});\nit("starts", () => «ws.getManager»());\n`,
  },
  {
    name: "put another in its place on the module, in each way, which only reports",
    code: `const ws = require("./ws/factory");\n«ws.getManager» = stub;\n«ws.getManager»++;\ndelete «ws.getManager»;\n[«ws.getManager»] = ({ a: «ws.getManager» } = {}, [...«ws.getManager»] = []);\nfor («ws.getManager» of []);\n({ b: «ws.getManager» = 1 } = {});\n«ws.getManager»();\n`,
  },
  {
    name: "put another in its place at once, which only reports",
    code: `«require("./ws/factory").getManager» = stub;\nimport("./ws/factory").then((ws) => { «ws.getManager» = stub; });\n`,
  },
  {
    name: "put something into it, not in its place",
    code: `const ws = require("./ws/factory");\n«ws.getManager».retries = 1;\n`,
    output: `const { createManager } = require("./ws/canonical");\ncreateManager.retries = 1;\n`,
  },
  {
    name: "assigned by a pattern",
    code: `let manager;\n({ «getManager: manager» } = require("./ws/factory"));\nmanager();\n`,
    output: `let manager;\n({ createManager: manager } = require("./ws/canonical"));\nmanager();\n`,
  },
  {
    name: "a module that is a function itself: its default export",
    code: `const Factory = require("./ws/factory");\nexport const one = new «Factory»();\nexport class Own extends «Factory» {}\n`,
  },
  {
    name: "under `*` the whole module is the site",
    code: `const «dates = require("./legacy/date")»;\nexport const at = dates.now();\n`,
    output: `const dates = require("./time/date");\nexport const at = dates.now();\n`,
  },
  {
    name: "under `*` a module that is passed on",
    code: `start(«require("./legacy/date")», «require("./legacy/date")»[key]);\n`,
  },
  {
    name: "under `*` what is destructured counts by name",
    code: `const { «parse», format, «now» } = require("./legacy/date");\nstart(parse, format, now);\n`,
    output: `const { format } = require("./legacy/date");\nconst { parse, now } = require("./time/date");\nstart(parse, format, now);\n`,
  },
];

const dynamic: readonly Invalid[] = [
  {
    name: "awaited and destructured",
    code: `export async function start() {\n  const { «getManager» } = await import("./ws/factory");\n  return getManager();\n}\n`,
    output: `export async function start() {\n  const { createManager } = await import("./ws/canonical");\n  return createManager();\n}\n`,
  },
  {
    name: "awaited, and a member of it",
    code: `const main = («(await import("./ws/factory")).getManager»)();\n`,
    output: `const main = ((await import("./ws/canonical")).createManager)();\n`,
  },
  {
    name: "destructured into exports, which keep their names though nobody uses them here",
    code: `export const { «getManager» } = await import("./ws/factory");\n`,
    output: `export const { createManager: getManager } = await import("./ws/canonical");\n`,
  },
  {
    name: "then a member",
    code: `import("./ws/factory").then((ws) => «ws.getManager»());\n`,
    output: `import("./ws/canonical").then((ws) => ws.createManager());\n`,
  },
  {
    name: "then destructured",
    code: `import("./ws/factory").then(({ «getManager» }) => getManager());\n`,
    output: `import("./ws/canonical").then(({ createManager: getManager }) => getManager());\n`,
  },
  {
    name: "then, in a function expression",
    code: `import('./ws/factory').then(function (ws) { return «ws.default» })\n`,
    output: `import('./ws/canonical').then(function (ws) { return ws.Hub })\n`,
  },
  {
    name: "then, after a catch",
    code: `import("./ws/factory").catch(report).then((ws) => «ws.getManager»());\n`,
    output: `import("./ws/canonical").catch(report).then((ws) => ws.createManager());\n`,
  },
  {
    name: "bound to a variable",
    code: `const ws = await import("./ws/factory");\nexport const main = «ws.getManager»();\n`,
    output: `const { createManager } = await import("./ws/canonical");\nexport const main = createManager();\n`,
  },
  {
    name: "its promise bound to a variable",
    code: `const loading = import("./ws/factory");\nexport const main = «(await loading).getManager»();\nloading.then(({ «resetPool» }) => resetPool());\nconst { «default: Factory» } = await loading;\nnew Factory();\n`,
  },
  {
    name: "what its promise gives bound to a variable",
    code: `const loading = import("./ws/factory");\nconst ws = await loading;\nexport const main = «ws.getManager»();\n`,
  },
  {
    name: "by a second name for what is awaited",
    code: `const ws = await import("./ws/factory");\nconst same = ws;\nws.openSocket(«same.getManager»());\n`,
  },
  {
    name: "its promise used twice, for different exports",
    code: `const loading = import("./ws/factory");\nconst ws = await loading;\nconst { openSocket } = await loading;\nopenSocket(«ws.getManager»());\n`,
  },
  {
    name: "one of several that are waited for",
    code: `const [{ openSocket }, { «getManager» }, ws] = await Promise.all([import("./ws/canonical"), import("./ws/factory"), import("./ws/factory")]);\nopenSocket(getManager(), «ws.resetPool»);\n`,
    output: `const [{ openSocket }, { createManager: getManager }, ws] = await Promise.all([import("./ws/canonical"), import("./ws/canonical"), import("./ws/factory")]);\nopenSocket(getManager(), ws.resetPool);\n`,
  },
  {
    name: "one of several, in a callback",
    code: `Promise.all([import("./ws/factory")]).then(([{ «getManager» }]) => getManager());\n`,
    output: `Promise.all([import("./ws/canonical")]).then(([{ createManager: getManager }]) => getManager());\n`,
  },
  {
    name: "assigned before each test",
    code: `let ws;\nbeforeEach(async () => {\n  ws = await import("./ws/factory");\n});\nit("starts", () => «ws.getManager»());\n`,
    output: `let ws;\nbeforeEach(async () => {\n  ws = await import("./ws/canonical");\n});\nit("starts", () => ws.createManager());\n`,
  },
  {
    name: "under `*` the import is the site, also where its callback takes the module",
    code: `«import("./legacy/date")».then((dates) => dates.now());\nexport const load = () => «import("./legacy/date")»;\n«import("./legacy/date")».then(start).catch(report);\n`,
    output: `import("./time/date").then((dates) => dates.now());\nexport const load = () => import("./legacy/date");\nimport("./legacy/date").then(start).catch(report);\n`,
  },
];

const typed: readonly Invalid[] = [
  {
    name: "import type",
    code: `import type { «ManagerOptions» } from "./ws/factory";\nexport let options: ManagerOptions;\n`,
    output: `import type { ManagerConfig } from "./ws/canonical";\nexport let options: ManagerConfig;\n`,
  },
  {
    name: "an inline type beside a value",
    code: `import { «type ManagerOptions», «getManager» } from "./ws/factory";\nexport const start = (options: ManagerOptions) => getManager(options);\n`,
    output: `import { type ManagerConfig, createManager } from "./ws/canonical";\nexport const start = (options: ManagerConfig) => createManager(options);\n`,
  },
  {
    name: "import type of a value",
    code: `import type { «getManager», «default as Factory» } from "./ws/factory";\nexport let create: typeof getManager, factory: Factory;\n`,
    output: `import type { createManager, Hub as Factory } from "./ws/canonical";\nexport let create: typeof createManager, factory: Factory;\n`,
  },
  {
    name: "import type of the default",
    code: `import type «Factory» from "./ws/factory";\nexport let factory: Factory;\n`,
    output: `import type { Hub as Factory } from "./ws/canonical";\nexport let factory: Factory;\n`,
  },
  {
    name: "an import type",
    code: `export let options: «import("./ws/factory").ManagerOptions»[];\n`,
    output: `export let options: import("./ws/canonical").ManagerConfig[];\n`,
  },
  {
    name: "typeof an import type",
    code: `export let create: typeof «import("./ws/factory").getManager»;\n`,
    output: `export let create: typeof import("./ws/canonical").createManager;\n`,
  },
  {
    name: "an indexed import type",
    code: `export let create: «(typeof import('./ws/factory'))['getManager']»;\nexport let other: «typeof import("./ws/factory")["getManager"]»;\n`,
    output: `export let create: (typeof import('./ws/canonical'))['createManager'];\nexport let other: typeof import("./ws/canonical")["createManager"];\n`,
  },
  {
    name: "a whole import type, under `*`",
    code: `export let dates: typeof «import("./legacy/date")»;\n`,
  },
  {
    name: "import x = require()",
    code: `import ws = require("./ws/factory");\nexport const main: «ws.ManagerOptions» = «ws.getManager»();\n`,
    output: `import ws = require("./ws/canonical");\nexport const main: ws.ManagerConfig = ws.createManager();\n`,
  },
  {
    name: "import x = require() of a module that is the class itself",
    code: `import Factory = require("./ws/factory");\nexport const main = new «Factory»();\n`,
  },
  {
    name: "import x = require() under `*`",
    code: `«import dates = require("./legacy/date");»\nexport const at = dates.now();\n`,
    output: `import dates = require("./time/date");\nexport const at = dates.now();\n`,
  },
  {
    name: "a require that TypeScript was told about",
    code: `declare const require: (name: string) => any;\nconst { «getManager» } = require("./ws/factory");\ngetManager();\n`,
    output: `declare const require: (name: string) => any;\nconst { createManager } = require("./ws/canonical");\ncreateManager();\n`,
  },
  {
    name: "asserted to be something",
    code: `const ws = require("./ws/factory") as any;\nexport const main = «(ws as any).getManager»();\nexport const other = «(<any>ws).resetPool»;\n`,
    output: `const ws = require("./ws/factory") as any;\nconst { createManager } = require("./ws/canonical");\nexport const main = createManager();\nexport const other = (<any>ws).resetPool;\n`,
    kinds: ["ts"],
  },
  {
    name: "in a declared module",
    code: `declare module "./app" {\n  import { «ManagerOptions» } from "./ws/factory";\n  export function start(options: ManagerOptions): void;\n}\n`,
    output: `declare module "./app" {\n  import { ManagerConfig } from "./ws/canonical";\n  export function start(options: ManagerConfig): void;\n}\n`,
  },
  {
    name: "in a declaration file",
    file: "src/types.d.ts",
    code: `import { «ManagerOptions» } from "./ws/factory";\nexport declare function start(options: ManagerOptions): «import("./ws/factory").default»;\n`,
    output: `import { ManagerConfig } from "./ws/canonical";\nexport declare function start(options: ManagerConfig): import("./ws/canonical").Hub;\n`,
  },
];

const valid: readonly Valid[] = [
  { name: "a function of the file's own that is called require", code: `const require = (name) => ({ getManager: name });\nconst { getManager } = require("./ws/factory");\ngetManager(require("./ws/factory").getManager);\n` },
  { name: "a parameter that is called require", code: `define((require) => require("./ws/factory").getManager());\n` },
  { name: "a module that is only run", code: `require("./ws/factory");\nimport("./legacy/date");\nawait import("./legacy/date");\nrequire("./legacy/date");\n` },
  { name: "a specifier that is computed", code: `require("./ws/" + name).getManager();\nimport(name).then(({ getManager }) => getManager());\nrequire().getManager;\n` },
  { name: "what a promise has, and no module", code: `import("./legacy/date").then(() => start());\nimport("./legacy/date").then(() => start()).finally(stop);\n` },
  { name: "only exceptions of `*`", code: `const { format } = require("./legacy/date");\nimport("./legacy/date").then(({ format: f }) => f(format));\n` },
  { name: "a path that is only named", code: `worker(require.resolve("./ws/factory"), "./ws/factory", new URL("./ws/factory", import.meta.url));\n` },
];

testRule("no-deprecated-import", "deprecated", project, {
  valid,
  invalid: [...required, ...dynamic, ...typed.map((each): Invalid => ({ kinds: each.file ? ["ts"] : typescript, ...each }))],
});
