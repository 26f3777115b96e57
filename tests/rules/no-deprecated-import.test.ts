import { testRule, typescript } from "../kit/rule-tester.ts";
import type { Invalid, Valid } from "../kit/rule-tester.ts";
import { managerData, project } from "./case-project.ts";

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

testRule("no-deprecated-import", "deprecated", project, { valid: [], invalid: named });
