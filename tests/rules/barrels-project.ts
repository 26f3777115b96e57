/** A project in which everything gets out of its home through barrels, three deep: renamed, by stars, as defaults and from defaults. */

/** Both canonical symbols are exclusive, so that their detours are reported as well. */
export const manifest = {
  migrations: [
    {
      id: "manager", phase: 2, exclusive: true,
      canonical: { module: "./src/ws/canonical", name: "createManager" },
      deprecated: [{ module: "./src/ws/factory", name: "getManager" }],
      allow: ["src/compat/**"],
    },
    {
      id: "hub", phase: 2, exclusive: true,
      canonical: { module: "./src/ws/hub", name: "Hub" },
      deprecated: [{ module: "./src/ws/factory", name: "default" }],
    },
  ],
};

export const files = {
  "ssot.json": manifest,
  "src/ws/factory.ts": `/** @deprecated */
export const getManager = (id: string) => ({ id });
export const openSocket = (id: string) => id;
/** @deprecated */
export default class Factory {
  readonly id = "f";
}
`,
  "src/ws/canonical.ts": `export const createManager = (id: string) => ({ id });\n`,
  "src/ws/hub.ts": `export class Hub {\n  readonly id = "h";\n}\n`,
  "src/ws/index.ts": `export * from "./factory";\nexport { default as Factory } from "./factory";\nexport * from "./canonical";\nexport { Hub as Node } from "./hub";\n`,
  "src/facade.ts": `export { getManager as makeManager, openSocket, Factory, createManager, Node } from "./ws";\n`,
  "src/index.ts": `export * from "./facade";\nexport { makeManager as default } from "./facade";\n`,
};

/** The files that let something out; reports about them are other cases' affair. */
export const barrels: ReadonlySet<string> = new Set(["src/ws/index.ts", "src/facade.ts", "src/index.ts"]);
