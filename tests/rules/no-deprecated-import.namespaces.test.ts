import { markup, testRule, typescript } from "../kit/rule-tester.ts";
import type { Invalid, Valid } from "../kit/rule-tester.ts";
import { managerData, project } from "./case-project.ts";

const members: readonly Invalid[] = [
  {
    name: "a member by a dot becomes a named import",
    code: `import * as ws from "./ws/factory";\nexport const main = «ws.getManager»();\n`,
    output: `import { createManager } from "./ws/canonical";\nexport const main = createManager();\n`,
    data: managerData,
  },
  {
    name: "a member by a string",
    code: `import * as ws from "./ws/factory";\nexport const main = «ws["getManager"]»({ retries: 1 });\n`,
    output: `import { createManager } from "./ws/canonical";\nexport const main = createManager({ retries: 1 });\n`,
  },
  {
    name: "a member by a template literal",
    code: "import * as ws from './ws/factory';\nexport const main = «ws[`getManager`]»();\n",
    output: "import { createManager } from './ws/canonical';\nexport const main = createManager();\n",
  },
  {
    name: "a member in an optional chain",
    code: `import * as ws from "./ws/factory";\nexport const options = «ws?.getManager»()?.options;\n`,
    output: `import { createManager } from "./ws/canonical";\nexport const options = createManager()?.options;\n`,
  },
  {
    name: "the namespace stays for its other members",
    code: `import * as ws from "./ws/factory";\nws.openSocket(«ws.getManager», «ws.getManager»());\n`,
    output: `import * as ws from "./ws/factory";\nimport { createManager } from "./ws/canonical";\nws.openSocket(createManager, createManager());\n`,
  },
  {
    name: "the default export is a member",
    code: `import * as ws from "./ws/factory";\nnew «ws.default»();\n`,
    output: `import { Hub } from "./ws/canonical";\nnew Hub();\n`,
  },
  {
    name: "a default import beside the namespace",
    code: `import «Factory», * as ws from "./ws/factory";\nnew Factory(«ws.getManager»);\n`,
    output: `import { Hub as Factory, createManager } from "./ws/canonical";\nnew Factory(createManager);\n`,
  },
  {
    name: "a member of what the test runner gives back",
    code: `import * as ws from "./ws/factory";\nconst mocked = vi.mocked(ws);\n«mocked.getManager».mockReset();\n«vi.mocked(ws, { deep: true }).getManager».mockReset();\nother.mocked(ws).getManager();\nvi.mocked(1, ws).getManager();\n`,
  },
  {
    name: "a member of what the test runner gives back of a loaded module, which moves with it",
    code: `const ws = jest.mocked(require("./ws/factory"));\n«ws.getManager».mockReset();\nconst { «getManager» } = vi.mocked(await import("./ws/factory"), true);\nstart(getManager);\n`,
    output: `const ws = jest.mocked(require("./ws/canonical"));\nws.createManager.mockReset();\nconst { createManager: getManager } = vi.mocked(await import("./ws/canonical"), true);\nstart(getManager);\n`,
    kinds: ["js", "ts"],
  },
  {
    name: "a member of a module that is loaded only when it is used",
    code: `import defer * as ws from "./ws/factory";\nexport const main = () => «ws.getManager»();\n`,
    kinds: typescript,
  },
  {
    name: "destructured from the namespace",
    code: `import * as ws from "./ws/factory";\nconst { «getManager», openSocket, «default: Factory» } = ws;\nopenSocket(getManager, Factory);\n`,
    output: `import * as ws from "./ws/factory";\nimport { createManager, Hub as Factory } from "./ws/canonical";\nconst { openSocket } = ws;\nopenSocket(createManager, Factory);\n`,
  },
  {
    name: "destructured with all that the pattern holds, in a function and beside members",
    code: `import * as ws from "./ws/factory"; // old\r\n\r\n// the 😀 one\r\nexport function start(createManager) {\r\n  const { «getManager» } = ws, size = 1; // here\r\n  return [getManager({ size }), { getManager }, createManager, «ws.getManager»];\r\n}\r\n`,
    kinds: ["js"],
    output: `import { createManager as getManager } from "./ws/canonical"; // old\r\n\r\n// the 😀 one\r\nexport function start(createManager) {\r\n  const size = 1; // here\r\n  return [getManager({ size }), { getManager }, createManager, getManager];\r\n}\r\n`,
  },
  {
    name: "destructured from a loaded module, of which nothing else is taken",
    code: `const ws = require("./ws/factory")\nconst { «getManager», «default: Factory» } = ws\n;[1].map(getManager)\nstart(Factory)\n`,
    kinds: ["js"],
    output: `const { createManager, Hub: Factory } = require("./ws/canonical")\n;[1].map(createManager)\nstart(Factory)\n`,
  },
  {
    name: "destructured, and assigned anew, passed on by an export, or of what a call gives back",
    code: `import * as ws from "./ws/factory";\nlet { «getManager» } = ws;\ngetManager = wrap(getManager);\nexport const { «default: Factory» } = ws;\nconst mocked = vi.mocked(ws);\nconst { «getManager: own» } = mocked;\nown.mockReset();\nfor (const { «getManager: each» } = ws; each(); ) wait();\n`,
    kinds: ["js"],
  },
  {
    name: "destructured under a name that the file has elsewhere",
    code: `import * as ws from "./ws/factory";\nconst own = 1;\nexport const main = () => {\n  const { «getManager: own» } = ws;\n  return own();\n};\nstart(own);\n`,
  },
  {
    name: "destructured from the namespace with a default, a string and an alias",
    code: `import * as ws from "./ws/factory";\nlet local;\nconst { «"getManager": manager = local» } = ws;\n({ «getManager: local» } = ws);\nmanager(local);\n`,
  },
  {
    name: "a member of the wrong kind of value is still a site",
    code: `import * as ws from "./ws/factory";\nws.openSocket(«ws.resetPool»);\n`,
    data: { symbol: '`resetPool` from "./src/ws/factory"', instead: "Pools are gone; open one manager per tenant.", details: " (owner @core)" },
  },
];

const jsxMembers: readonly Invalid[] = [
  {
    name: "a member as an element with a closing tag is one site",
    kinds: markup,
    code: `import * as ui from "./ui/old-button";\nexport const Save = () => <«ui.OldButton» kind="primary">Save</ui.OldButton>;\n`,
    output: `import { Button } from "./ui/button";\nexport const Save = () => <Button kind="primary">Save</Button>;\n`,
  },
  {
    name: "elements within each other",
    kinds: markup,
    code: `import * as ui from "./ui/old-button";\nexport const Save = () => <«ui.OldButton»><«ui.OldButton» /></ui.OldButton>;\n`,
    output: `import { Button } from "./ui/button";\nexport const Save = () => <Button><Button /></Button>;\n`,
  },
];

const types: readonly Invalid[] = [
  {
    name: "a qualified type name",
    kinds: typescript,
    code: `import * as ws from "./ws/factory";\nexport function start(options: «ws.ManagerOptions»): void {}\n`,
    output: `import type { ManagerConfig } from "./ws/canonical";\nexport function start(options: ManagerConfig): void {}\n`,
  },
  {
    name: "of a type-only namespace",
    kinds: typescript,
    code: `import type * as ws from "./ws/factory";\nexport type Create = typeof «ws.getManager»;\nexport let options: «ws.ManagerOptions»[];\n`,
    output: `import type { createManager, ManagerConfig } from "./ws/canonical";\nexport type Create = typeof createManager;\nexport let options: ManagerConfig[];\n`,
  },
  {
    name: "an indexed type of the namespace",
    kinds: typescript,
    code: `import * as ws from "./ws/factory";\nexport let create: «(typeof ws)["getManager"]»;\n`,
  },
  {
    name: "implemented and extended",
    kinds: typescript,
    code: `import * as ws from "./ws/factory";\nexport class Own extends «ws.default» implements «ws.ManagerOptions» { retries = 1; }\n`,
    output: `import { Hub, type ManagerConfig } from "./ws/canonical";\nexport class Own extends Hub implements ManagerConfig { retries = 1; }\n`,
  },
  {
    name: "a namespace on which another is put in its place: an import cannot be assigned to",
    kinds: typescript,
    code: `import * as ws from "./ws/factory";\n(«ws.getManager» as unknown) = stub;\n«(ws as any).getManager» = stub;\n«ws.getManager»();\n`,
  },
  {
    name: "import y = ws.x",
    kinds: typescript,
    code: `import * as ws from "./ws/factory";\nimport manager = «ws.getManager»;\nmanager();\n`,
  },
  {
    name: "a decorator",
    kinds: typescript,
    code: `import * as ws from "./ws/factory";\n@«ws.getManager»()\nexport class Gate {}\n`,
    output: `import { createManager } from "./ws/canonical";\n@createManager()\nexport class Gate {}\n`,
  },
];

const whole: readonly Invalid[] = [
  {
    name: "under `*` the namespace is the site, and its members are none",
    code: `import «* as dates» from "./legacy/date";\nexport const at = dates.parse("2026-01-01") + dates.now();\n`,
    output: `import * as dates from "./time/date";\nexport const at = dates.parse("2026-01-01") + dates.now();\n`,
    data: { symbol: 'the module "./src/legacy/date"', instead: 'Use "./src/time/date" instead.', details: "" },
  },
  {
    name: "under `*` a member that stays keeps the namespace unfixed",
    code: `import «* as dates» from "./legacy/date";\nexport const at = dates.format(dates.now());\n`,
  },
  {
    name: "under `*` each name of an import is a site, but for the exceptions",
    code: `import { «parse», format, «now as current» } from "./legacy/date";\nexport const at = format(parse("2026"), current());\n`,
    output: `import { format } from "./legacy/date";\nimport { parse, now as current } from "./time/date";\nexport const at = format(parse("2026"), current());\n`,
    data: [
      { symbol: '`parse` from "./src/legacy/date"', instead: 'Use `parse` from "./src/time/date" instead.', details: "" },
      { symbol: '`now` from "./src/legacy/date"', instead: 'Use `now` from "./src/time/date" instead.', details: "" },
    ],
  },
  {
    name: "of a package that is not installed the manifest's word is taken",
    code: `import { «map», merge, «filter» } from "rxjs/operators";\nexport const all = [map, merge, filter];\n`,
    output: `import { merge } from "rxjs/operators";\nimport { map, filter } from "rxjs";\nexport const all = [map, merge, filter];\n`,
  },
  {
    name: "under `*` a name that the canonical module has not is reported only",
    code: `import { «addDays» } from "./legacy/date";\nexport const later = addDays(1);\n`,
  },
];

const valid: readonly Valid[] = [
  { name: "a namespace of which nothing deprecated is taken", code: `import * as ws from "./ws/factory";\nws.openSocket();\n` },
  { name: "a member that nobody can name", code: `import * as ws from "./ws/factory";\nexport const pick = (key) => ws[key];\n` },
  { name: "a member of something else that is called so", code: `import * as ws from "./ws/factory";\nexport const f = (ws) => ws.getManager();\nexport const o = { ws: 1 }.ws.getManager;\n` },
  { name: "a side-effect import is no site", code: `import "./ws/factory";\nimport "./legacy/date";\n` },
  { name: "only exceptions of `*`", code: `import { merge, concat } from "rxjs/operators";\nimport { format } from "./legacy/date";\nmerge(concat, format);\n` },
  { name: "another module under the same name", code: `import { getManager } from "./other/factory";\nimport * as ws from "./ws/canonical";\ngetManager(ws.getManager);\n` },
];

testRule("no-deprecated-import", "deprecated", project, { valid, invalid: [...members, ...jsxMembers, ...types, ...whole] });
