/** A project in phase 4: who still refers to what is to go. */
import { manifest } from "./case-project.ts";

/** The case project's manifest at phase 4, a module that is deprecated as a whole and unused, and one that only re-exports. */
export const removalManifest = {
  migrations: [
    ...manifest.migrations.map((each) => ({ ...each, phase: 4 })),
    { id: "unused", phase: 4, canonical: { module: "./src/time/date", name: "*" }, deprecated: [{ module: "./src/legacy/unused", name: "*" }] },
    { id: "shim", phase: 4, canonical: { module: "./src/ws/canonical", name: "createManager" }, deprecated: [{ module: "./src/shim", name: "makeSocket" }] },
    { id: "alias", phase: 4, canonical: { module: "./src/ws/canonical", name: "createManager" }, deprecated: [{ module: "./src/alias", name: "makeManager" }, { module: "./src/moved", name: "createManager" }] },
  ],
};

export const removalFiles = {
  "src/ws/factory.ts": `/** @deprecated */\nexport function getManager() {}\nexport function resetPool() {}\nexport function openSocket() {}\n`,
  "src/ws/canonical.ts": `export function createManager() {}\n`,
  "src/ws/sockets.ts": `export function makeSocket() {}\n`,
  "src/shim.ts": `export { makeSocket } from "./ws/sockets";\n`,
  "src/alias.ts": `export { createManager as makeManager } from "./ws/canonical";\n`,
  "src/moved.ts": `export * from "./ws/canonical";\n`,
  "src/time/date.ts": `export const parse = Date.parse;\n`,
  "src/legacy/date.ts": `export const parse = Date.parse;\n`,
  "src/legacy/unused.ts": `export const parse = Date.parse;\n`,
  "src/index.ts": `export { getManager, openSocket } from "./ws/factory";\n`,
  "src/user.ts": `import { getManager } from "./ws/factory";\nimport { parse } from "./legacy/date";\nimport { makeSocket } from "./shim";\ngetManager(parse, makeSocket);\n`,
  "tests/user.test.ts": `import { getManager, resetPool } from "../src/ws/factory";\ngetManager(resetPool);\n`,
};
