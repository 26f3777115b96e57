import { markup, testRule, typescript } from "../kit/rule-tester.ts";
import type { Invalid, Valid } from "../kit/rule-tester.ts";
import { files, manifest } from "./exclusive-project.ts";

const data = {
  symbol: '`createManager` from "./src/ws/canonical"',
  instead: 'Use `createManager` from "./src/ws/canonical" instead.',
  details: " (WebSocket manager factory; owner @platform; to be removed by 2026-12-31) See https://example.com/issues/989",
};

const ofDefault = { migrations: [{ ...manifest.migrations[0], canonical: { module: "./src/ws/default-home", name: "default" } }] };

const forms: readonly Invalid[] = [
  {
    name: "a default export, which keeps the name that it has in the file",
    code: `import «make» from "./ws/default-barrel";\nimport { «default as other» } from "./ws/default-barrel";\nmake(other);\n`,
    output: `import make from "./ws/default-home";\nmake(make);\n`,
    manifest: ofDefault,
    data: { symbol: 'the default export from "./src/ws/default-home"', instead: 'Use the default export from "./src/ws/default-home" instead.', details: data.details },
  },
  {
    name: "through one barrel",
    code: `import { «createManager» } from "./ws";\nexport const main = createManager("a");\n`,
    output: `import { createManager } from "./ws/canonical";\nexport const main = createManager("a");\n`,
    data,
  },
  {
    name: "through three, under another name: that stays in the file",
    code: `import { «makeManager» } from ".";\nexport const main = makeManager("a");\n`,
    output: `import { createManager as makeManager } from "./ws/canonical";\nexport const main = makeManager("a");\n`,
    data,
  },
  {
    name: "what became a default, and an alias",
    code: `import «make», { «makeManager as other» } from ".";\nmake(other);\n`,
    output: `import { createManager as make } from "./ws/canonical";\nmake(make);\n`,
  },
  {
    name: "from the module that defines what the canonical module lets out",
    code: `import { «Hub» } from "./ws/hub-impl";\nnew Hub();\n`,
    output: `import { Hub } from "./ws/hub";\nnew Hub();\n`,
    data: { symbol: '`Hub` from "./src/ws/hub"', instead: 'Use `Hub` from "./src/ws/hub" instead.', details: "" },
  },
  {
    name: "through a barrel of the defining module, which passes by the canonical one",
    code: `import { «Hub», «Socket» } from "./ws/beside";\nimport * as beside from "./ws/beside";\nnew Hub(new Socket(), new «beside.Socket»());\n`,
    output: `import { Hub } from "./ws/hub";\nnew Hub(new Hub(), new Hub());\n`,
    data: { symbol: '`Hub` from "./src/ws/hub"', instead: 'Use `Hub` from "./src/ws/hub" instead.', details: "" },
  },
  {
    name: "as a member of the canonical module, where another one lets that out",
    code: `import { spaces } from "./spaces";\nimport * as own from "./ws/canonical";\n«spaces.createManager»(own.createManager);\n`,
    output: `import { createManager } from "./ws/canonical";\nimport * as own from "./ws/canonical";\ncreateManager(own.createManager);\n`,
  },
  {
    name: "among others, which stay",
    code: `import { openSocket, «createManager», other } from "./ws";\nopenSocket(createManager, other);\n`,
    output: `import { openSocket, other } from "./ws";\nimport { createManager } from "./ws/canonical";\nopenSocket(createManager, other);\n`,
  },
  {
    name: "beside the canonical import, which it joins",
    code: `import { createManager } from "./ws/canonical";\nimport { «createManager as create» } from "./ws";\ncreate(createManager);\n`,
    output: `import { createManager } from "./ws/canonical";\ncreateManager(createManager);\n`,
  },
  {
    name: "without a use",
    code: `import { «createManager» } from "./ws";\nimport "./ws/hub";\n`,
    output: `import "./ws/hub";\n`,
  },
  {
    name: "a member of a namespace",
    code: `import * as ws from "./ws";\nws.openSocket(«ws.createManager»("a"));\n`,
    output: `import * as ws from "./ws";\nimport { createManager } from "./ws/canonical";\nws.openSocket(createManager("a"));\n`,
  },
  {
    name: "destructured from require",
    code: `const { «createManager», openSocket } = require("./ws");\nopenSocket(createManager);\n`,
    output: `const { openSocket } = require("./ws");\nconst { createManager } = require("./ws/canonical");\nopenSocket(createManager);\n`,
  },
  {
    name: "a member of require, and of import()",
    code: `start(«require("./ws").createManager»);\nstart(«(await import(".")).makeManager»);\n`,
    output: `start(require("./ws/canonical").createManager);\nstart((await import("./ws/canonical")).createManager);\n`,
  },
  {
    name: "imported, then exported: the outward name stays",
    code: `import { «makeManager» } from "./facade";\nexport { makeManager };\nexport default makeManager;\n`,
    output: `import { createManager as makeManager } from "./ws/canonical";\nexport { makeManager };\nexport default makeManager;\n`,
  },
  {
    name: "two symbols by one import go to two modules",
    code: `import { «makeManager», «Node» } from "./facade";\nmakeManager(Node);\n`,
    output: `import { createManager as makeManager } from "./ws/canonical";\nimport { Hub as Node } from "./ws/hub";\nmakeManager(Node);\n`,
  },
];

const layouts: readonly Invalid[] = [
  {
    name: "CRLF, a byte order mark, single quotes, no semicolons, no final newline",
    code: `\uFEFF/* 🎉 */ import { «createManager» } from './ws'\r\n\r\ncreateManager('🎉')`,
    output: `\uFEFF/* 🎉 */ import { createManager } from './ws/canonical'\r\n\r\ncreateManager('🎉')`,
  },
  {
    name: "comments between the tokens",
    code: `import /* 1 */ { /* 2 */ «createManager /* 3 */ as /* 4 */ create» /* 5 */ } from /* 6 */ "./ws"; // 7\ncreate("a");\n`,
    output: `import /* 1 */ { /* 2 */ createManager as create /* 5 */ } from /* 6 */ "./ws/canonical"; // 7\ncreate("a");\n`,
  },
  {
    name: "several on a line",
    code: `import { «createManager» } from "./ws"; import { «Hub» } from "./ws/hub-impl"; createManager(Hub);\n`,
    output: `import { createManager } from "./ws/canonical"; import { Hub } from "./ws/hub"; createManager(Hub);\n`,
  },
  {
    name: "the extension stays",
    code: `import { «createManager» } from "../src/ws/index.js";\ncreateManager("a");\n`,
    output: `import { createManager } from "./ws/canonical.js";\ncreateManager("a");\n`,
  },
  {
    name: "shadowed by a parameter, which is none of it",
    code: `import { «createManager» } from "./ws";\nexport const main = (createManager) => createManager("a");\nexport const other = createManager("b");\n`,
    output: `import { createManager } from "./ws/canonical";\nexport const main = (createManager) => createManager("a");\nexport const other = createManager("b");\n`,
    kinds: ["js", "jsx"],
  },
  {
    name: "a component's element",
    kinds: markup,
    code: `import { «Node» } from "./facade";\nexport const page = <Node><b>Node</b></Node>;\n`,
    output: `import { Hub as Node } from "./ws/hub";\nexport const page = <Node><b>Node</b></Node>;\n`,
  },
];

const types: readonly Invalid[] = [
  {
    name: "import type",
    code: `import type { «Node» } from "./facade";\nimport { «type Hub» } from "./ws/hub-impl";\nexport type Both = Node | Hub;\n`,
    output: `import type { Hub as Node } from "./ws/hub";\nexport type Both = Node | Node;\n`,
  },
  {
    name: `import("…") types`,
    code: `export type Make = typeof «import("./ws").createManager»;\nexport type Own = «import("./facade").Node»;\n`,
    output: `export type Make = typeof import("./ws/canonical").createManager;\nexport type Own = import("./ws/hub").Hub;\n`,
  },
];

const test = `import { createManager } from "../src/ws";\ncreateManager("a");\n`;
const phases: readonly Invalid[] = [
  { name: "a test, from phase 3 on", file: "tests/ws", phase: 3, code: test.replace("{ createManager }", "{ «createManager» }"), output: test.replace("../src/ws", "../src/ws/canonical") },
  { name: "production by the option, in phase 2", phase: 2, code: `import { «createManager» } from "./ws";\ncreateManager("a");\n`, output: `import { createManager } from "./ws/canonical";\ncreateManager("a");\n`, manifest: atPhase(1) },
];

const valid: readonly Valid[] = [
  { name: "the canonical path, however it is written", code: `import { createManager } from "./ws/canonical";\nimport { createManager as create } from "../src/ws/canonical.js";\nimport { Hub } from "./ws/hub";\ncreateManager(create, Hub);\n` },
  { name: "what else a barrel has", code: `import { openSocket } from "./ws";\nimport * as ws from "./ws";\nws.openSocket(openSocket);\n` },
  { name: "the same name from elsewhere", code: `import { createManager } from "./other";\nimport { createManager as more } from "ws-factory";\ncreateManager(more);\n` },
  { name: "a local function of that name", code: `import { openSocket } from "./ws";\nfunction createManager() {}\ncreateManager(openSocket);\n` },
  { name: "an export that passes it on is no import", code: `export { createManager } from "./ws";\nexport * from "./ws";\nexport * as ws from "./ws";\n` },
  { name: "the canonical module itself", file: "src/ws/hub.ts", code: `import { Hub } from "./hub-impl";\nexport { Hub };\n` },
  { name: "what the canonical module needs: its path would be a circle", file: "src/ws/ids.ts", code: `import { createManager } from ".";\nexport const id = () => createManager("a");\n` },
  { name: "what it needs, as a member", file: "src/ws/ids.ts", code: `import { spaces } from "../spaces";\nexport const id = () => spaces.createManager("a");\n` },
  { name: "a test, in phase 2", file: "tests/ws", code: test },
  { name: "production, in phase 1", phase: 1, code: `import { createManager } from "./ws";\ncreateManager("a");\n` },
  { name: "an allowed file", file: "src/compat/ws", code: `import { createManager } from "../ws";\ncreateManager("a");\n` },
  { name: "where nothing is exclusive", code: `import { createManager } from "./ws";\ncreateManager("a");\n`, manifest: { migrations: manifest.migrations.map((each) => ({ ...each, exclusive: false })) } },
  { name: "strings and comments", code: `// import { createManager } from "./ws";\nexport const text = 'import { createManager } from "./ws"';\n` },
  { name: "the default by its canonical path", code: `import make from "./ws/default-home";\nmake();\n`, manifest: ofDefault },
  { name: "a default that is another module's", code: `import make from ".";\nmake();\n`, manifest: ofDefault },
];

function atPhase(phase: number): object {
  return { migrations: manifest.migrations.map((each) => ({ ...each, phase })) };
}

testRule("canonical-import-path", "detour", { files, manifest }, {
  valid,
  invalid: [...forms, ...layouts, ...types.map((each): Invalid => ({ kinds: typescript, ...each })), ...phases],
});
