/** What is reported; a file takes the linted module as a whole, so that nothing may go. Removal has tests of its own. */
import { testRule, typescript } from "../kit/rule-tester.ts";
import type { Invalid, Valid } from "../kit/rule-tester.ts";
import { asked, files, managerData, manifest, see } from "./case-project.ts";

const instead = {
  getManager: 'For `getManager`: Use `createManager` from "./src/ws/canonical" instead.',
  ManagerOptions: 'For `ManagerOptions`: Use `ManagerConfig` from "./src/ws/canonical" instead.',
  default: 'For the default export: Use `Hub` from "./src/ws/canonical" instead.',
  resetPool: "For `resetPool`: Pools are gone; open one manager per tenant.",
};
const project = { manifest, files: { ...files, "src/taker.ts": `import * as app from "./app";\nexport const used = app;\n` } };
const stays = " Not fixed automatically: one file may import it through here: src/taker.ts.";
/** What a message says where all of the old module's deprecated exports get out. */
const all = {
  symbol: '`getManager`, `ManagerOptions`, the default export, `resetPool` from "./src/ws/factory"',
  instead: [instead.getManager, instead.ManagerOptions, instead.default, instead.resetPool].join(" "),
  details: `${asked} (owner @core)${stays}${see}`,
};
const withoutDefault = {
  symbol: '`getManager`, `ManagerOptions`, `resetPool` from "./src/ws/factory"',
  instead: [instead.getManager, instead.ManagerOptions, instead.resetPool].join(" "),
  details: `${asked} (owner @core)${stays}${see}`,
};

const modules: readonly Invalid[] = [
  { name: "export … from", code: `export { «getManager», openSocket } from "./ws/factory";\n`, data: { ...managerData, details: `${asked}${stays}${see}` } },
  { name: "renamed, the default, and by a string", code: `export { «getManager as create», «default», «default as Factory», openSocket, «"resetPool" as "reset-pool"» } from "./ws/factory";\n` },
  { name: "imported, then exported", code: `import { getManager, openSocket } from "./ws/factory";\nexport { openSocket, «getManager», «getManager as create» };\n` },
  { name: "imported, then exported as the default", code: `import { getManager } from "./ws/factory";\nexport default «getManager»;\n` },
  { name: "in the default export's object", code: `import Factory, { getManager } from "./ws/factory";\nexport default { «getManager», api: { «create: getManager», made: getManager() }, «["Factory"]: Factory» };\n` },
  { name: "under a new name", code: `import { getManager } from "./ws/factory";\nexport const create = «getManager», made = getManager();\n` },
  { name: "the namespace", code: `«export * as ws from "./ws/factory";»\n`, data: all },
  { name: "the namespace, imported first", code: `import * as ws from "./ws/factory";\nexport { «ws» };\nexport default «ws»;\nexport const factory = «ws»;\n` },
  { name: "a member of the namespace", code: `import * as ws from "./ws/factory";\nexport const create = «ws.getManager»;\nexport default { create: «ws.default», open: ws.openSocket };\n` },
  { name: "a star", code: `«export * from "./ws/factory";»\n`, data: withoutDefault },
  { name: "a star beside an export of the same name: that one is meant by the name", code: `«export * from "./ws/factory";»\nexport { createManager as getManager } from "./ws/canonical";\nexport function resetPool() {}\n`, data: { symbol: '`ManagerOptions` from "./src/ws/factory"', instead: 'Use `ManagerConfig` from "./src/ws/canonical" instead.', details: stays } },
  { name: "a star beside the same export: it is reported where it is spelled", code: `«export * from "./ws/factory";»\nexport { «getManager» } from "./ws/factory";\n` },
  { name: "a star of a module that is deprecated as a whole", code: `«export * from "./legacy/date";»\n«export * as dates from "./legacy/date";»\n`, data: { symbol: 'the module "./src/legacy/date"', instead: 'Use "./src/time/date" instead.', details: stays } },
  { name: "what is taken when the module runs", code: `export const { «getManager», openSocket } = await import("./ws/factory");\nexport const «ws = await import("./ws/factory")»;\n` },
];

const types: readonly Invalid[] = [
  { name: "type exports", code: `export type { «ManagerOptions» } from "./ws/factory";\nexport { «type getManager» } from "./ws/factory";\nimport type Factory from "./ws/factory";\nexport { «type Factory» };\n` },
  { name: "a star of types", code: `«export type * from "./ws/factory";»\n`, data: withoutDefault },
  { name: "a type under a new name", code: `import type { ManagerOptions } from "./ws/factory";\nexport type Options = «ManagerOptions»;\nexport type Other = «import("./ws/factory").ManagerOptions»;\n` },
  { name: "export =", code: `import { getManager } from "./ws/factory";\nexport = «getManager»;\n` },
  { name: "export = of a whole module", code: `import ws = require("./ws/factory");\nexport = «ws»;\n` },
  { name: "export import", code: `export «import ws = require("./ws/factory");»\nexport import create = «ws.getManager»;\n` },
  { name: "asserted to be something", code: `import { getManager } from "./ws/factory";\nexport const create = «getManager» as () => void;\nexport default { «create: getManager!» } satisfies object;\n` },
  { name: "in a declared module", code: `declare module "ws-factory" {\n  «export * from "./ws/factory";»\n  export function getManager(): void;\n}\n`, data: { symbol: '`ManagerOptions`, `resetPool` from "./src/ws/factory"', instead: `${instead.ManagerOptions} ${instead.resetPool}`, details: ` (owner @core)${stays}` } },
];

const commonJs: readonly Invalid[] = [
  { name: "an object", code: `const { getManager, openSocket } = require("./ws/factory");\nmodule.exports = { «getManager», openSocket, «create: getManager» };\n` },
  { name: "the module itself", code: `module.exports = «require("./ws/factory")»;\n`, data: all },
  { name: "the symbol itself", code: `const { getManager } = require("./ws/factory");\nmodule.exports = «getManager»;\n` },
  { name: "a name of exports", code: `const { getManager } = require("./ws/factory");\nexports.getManager = «getManager»;\nexports["create"] = exports.make = «getManager»;\nmodule.exports.other = «getManager»;\n` },
  { name: "a member at once", code: `module.exports.create = «require("./ws/factory").getManager»;\nexports.open = require("./ws/factory").openSocket;\n` },
  { name: "a member of a whole module", code: `const ws = require("./ws/factory");\nmodule.exports = { create: «ws.getManager», open: ws.openSocket, «ws» };\n` },
  { name: "copied", code: `Object.assign(module.exports, «require("./ws/factory")»);\nObject.assign(exports, require("./ws/canonical"), «require("./ws/factory")»);\n`, data: all },
  { name: "copied into a new object", code: `module.exports = Object.assign({}, «require("./ws/factory")», { own: 1 });\n`, data: all },
  { name: "one of two", code: `module.exports = own ? «require("./ws/factory")» : require("./ws/canonical");\n`, data: all },
  { name: "copied by what a compiler wrote", code: `__exportStar(«require("./ws/factory")», exports);\ntslib_1.__exportStar(«require("./ws/factory")», exports);\n`, data: withoutDefault },
  { name: "a property that is defined, as compilers write it", code: `const { getManager } = require("./ws/factory"), ws = require("./ws/factory");\nObject.defineProperty(exports, "a", { enumerable: true, get: function () { return «ws.getManager»; } });\nObject.defineProperty(module.exports, "b", { get: () => «getManager» });\nReflect.defineProperty(exports, "c", { get() { return «getManager»; } });\nObject.defineProperty(exports, "d", { value: «getManager» });\n` },
  { name: "spread", code: `module.exports = { «...require("./ws/factory")», getManager: 1 };\n`, data: { symbol: '`ManagerOptions`, the default export, `resetPool` from "./src/ws/factory"', instead: `${instead.ManagerOptions} ${instead.default} ${instead.resetPool}`, details: ` (owner @core)${stays}` } },
];

const valid: readonly Valid[] = [
  { name: "nothing deprecated is let out", code: `export { openSocket } from "./ws/factory";\nexport * from "./ws/canonical";\nexport { getManager } from "./other/factory";\n` },
  { name: "a star beside exports of all the names", code: `export * from "./ws/factory";\nexport { createManager as getManager, ManagerConfig as ManagerOptions } from "./ws/canonical";\nexport const { resetPool } = own;\n` },
  { name: "a local export of that name", code: `export function getManager() {}\nconst resetPool = 1;\nexport { resetPool };\nimport { openSocket } from "./ws/factory";\nopenSocket();\n` },
  { name: "only used", code: `import { getManager } from "./ws/factory";\nexport const main = getManager();\nexport const api = { getManager };\nexport class Own { make = getManager; }\n` },
  { name: "exports of the file's own that are called so", code: `import { getManager } from "./ws/factory";\nconst exports = {}, module = { exports };\nexports.getManager = getManager;\nmodule.exports = { getManager };\n` },
  { name: "copied to something else", sourceType: "commonjs", kinds: ["js"], code: `Object.assign({}, require("./ws/factory"));\nmodule.exports.size = require("./ws/factory") ? 1 : 2;\nObject.assign(own.exports, require("./ws/factory"));\nregister(exports, require("./ws/factory"));\n` },
  { name: "properties of something else, and getters that do more", sourceType: "commonjs", kinds: ["js"], code: `const { getManager } = require("./ws/factory");\nObject.defineProperty(own, "a", { value: getManager });\nObject.defineProperty(exports, name, { value: getManager });\nObject.defineProperty(exports, "b", { get() { log(); return getManager; } });\nObject.defineProperty(exports, "c", { set: () => getManager });\n` },
  { name: "other people's exports", code: `const { getManager } = require("./ws/factory");\nfoo.exports = { getManager };\nmodule.create = getManager;\n` },
  { name: "a commented-out export", code: `// export { getManager } from "./ws/factory";\n/* export * from "./ws/factory" */\nexport { openSocket } from "./ws/factory";\n` },
  { name: "an allowed file", file: "src/compat/index", code: `export { getManager } from "../ws/factory";\n` },
];

const barrel = { ...manifest, migrations: [{ id: "manager", phase: 1, canonical: { module: "./src/ws/canonical", name: "createManager" }, deprecated: [{ module: "./src/ws/index", name: "getManager" }] }] };
const named = { files: { ...project.files, "src/ws/index.ts": `export { getManager } from "./factory";\n`, "src/taker-of-other.ts": `export const load = () => import("./ws/other");\n` }, manifest: barrel };

testRule("no-deprecated-reexport", "leaked", project, {
  valid,
  invalid: [...modules, ...types.map((each): Invalid => ({ kinds: typescript, ...each })), ...commonJs.map((each): Invalid => ({ kinds: ["js", "jsx"], sourceType: "commonjs", ...each }))],
});

testRule("no-deprecated-reexport", "leaked", named, {
  valid: [
    { name: "the module that the manifest names may re-export", file: "src/ws/index.ts", code: `export { getManager } from "./factory";\n` },
    { name: "and by a star, or imported first", file: "src/ws/index.ts", code: `import { getManager } from "./factory";\nexport { getManager };\nexport * from "./factory";\n` },
    { name: "the home may export it", file: "src/ws/factory.ts", code: `function getManager() {}\nexport { getManager };\nexport default { getManager };\n` },
  ],
  invalid: [
    { name: "another module may not, by the named module or the home", code: `export { «getManager» } from "./ws";\nexport { «getManager as create» } from "./ws/factory";\nexport * from "./ws/index";\n` },
    { name: "nor by a star", code: `«export * from "./ws/index";»\n«export * from "./ws/factory";»\n` },
    { name: "a rename is another symbol's name there, but the same symbol", file: "src/ws/other.ts", code: `export { «getManager as createManager» } from ".";\n` },
  ],
});
