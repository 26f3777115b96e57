/** Two canonical symbols that are exclusive, one of which its module only lets out; barrels stand around them. */

export const manifest = {
  migrations: [
    {
      id: "manager", phase: 2, exclusive: true,
      title: "WebSocket manager factory", owner: "@platform", url: "https://example.com/issues/989", removeBy: "2026-12-31",
      canonical: { module: "./src/ws/canonical", name: "createManager" },
      deprecated: [{ module: "./src/ws/factory", name: "getManager" }],
      allow: ["src/compat/**"],
    },
    {
      id: "hub", phase: 2, exclusive: true,
      canonical: { module: "./src/ws/hub", name: "Hub" },
      deprecated: [{ module: "./src/ws/factory", name: "Factory" }],
    },
  ],
};

export const files = {
  "src/ws/factory.ts": `/** @deprecated */\nexport const getManager = (id: string) => ({ id });\n/** @deprecated */\nexport class Factory {}\nexport const openSocket = (id: string) => id, other = 1;\n`,
  "src/ws/ids.ts": `export const id = () => "i";\n`,
  "src/ws/canonical.ts": `import { id } from "./ids";\nexport const createManager = (own: string) => ({ id: own + id() });\n`,
  "src/ws/hub.ts": `export { Hub } from "./hub-impl";\n`,
  "src/ws/hub-impl.ts": `export class Hub {}\n`,
  // Beside the canonical module, not through it.
  "src/ws/beside.ts": `export * from "./hub-impl";\nexport { Hub as Socket } from "./hub-impl";\n`,
  "src/ws/index.ts": `export { openSocket, other } from "./factory";\nexport * from "./canonical";\n`,
  "src/ws/plain.js": `export const createPlain = () => {};\n`,
  "src/ws/plain.d.ts": `export declare const createPlain: () => void;\n`,
  "src/spaces.ts": `export * as spaces from "./ws/canonical";\n`,
  "package.json": { name: "ws", private: true, main: "dist/index.js" },
  "dist/ws/canonical.js": `export const createManager = () => {};\n`,
  "dist/ws/canonical.d.ts": `export declare const createManager: () => void;\n`,
  "src/facade.ts": `export { createManager as makeManager } from "./ws";\nexport { Hub as Node } from "./ws/hub";\n`,
  "src/index.ts": `export * from "./facade";\nexport { makeManager as default } from "./facade";\n`,
  "src/other.ts": `export const createManager = () => 1;\n`,
  "src/ws/default-home.ts": `export default () => 1;\n`,
  "src/ws/default-barrel.ts": `export { default } from "./default-home";\n`,
};
