/** The project that the rules' cases are about: a WebSocket factory that was replaced, a moved module, a component. */
import type { CaseProject } from "../kit/rule-tester.ts";

const details = { title: "WebSocket manager factory", owner: "@platform", url: "https://example.com/issues/989", removeBy: "2026-12-31" };

/** Every migration of the project; a case may set another phase by the rule's option. */
export const manifest = {
  migrations: [
    {
      id: "manager", ...details, phase: 2,
      canonical: { module: "./src/ws/canonical", name: "createManager" },
      deprecated: [{ module: "./src/ws/factory", name: "getManager" }],
      allow: ["src/compat/**"],
    },
    {
      id: "manager-types", phase: 2,
      canonical: { module: "./src/ws/canonical", name: "ManagerConfig" },
      deprecated: [{ module: "./src/ws/factory", name: "ManagerOptions" }],
    },
    {
      id: "default-export", phase: 2,
      canonical: { module: "./src/ws/canonical", name: "Hub" },
      deprecated: [{ module: "./src/ws/factory", name: "default" }],
    },
    {
      id: "no-successor", phase: 2, owner: "@core", message: "Pools are gone; open one manager per tenant",
      deprecated: [{ module: "./src/ws/factory", name: "resetPool" }],
    },
    {
      id: "button", phase: 2,
      canonical: { module: "./src/ui/button", name: "Button" },
      deprecated: [{ module: "./src/ui/old-button", name: "OldButton" }],
    },
    {
      id: "dates", phase: 2,
      canonical: { module: "./src/time/date", name: "*" },
      deprecated: [{ module: "./src/legacy/date", name: "*", except: ["format"] }],
    },
    {
      id: "rxjs", phase: 2,
      canonical: { module: "rxjs", name: "*" },
      deprecated: [{ module: "rxjs/operators", name: "*", except: ["merge", "concat"] }],
    },
  ],
};

export const files = {
  "src/ws/factory.ts": `
export interface ManagerOptions { retries: number }
/** @deprecated */
export function getManager(options?: ManagerOptions) { return { options }; }
export function resetPool() {}
export function openSocket() {}
export default class Factory {}
`,
  "src/ws/canonical.ts": `
export interface ManagerConfig { retries: number }
export function createManager(options?: ManagerConfig) { return { options }; }
export class Hub {}
`,
  "src/ui/old-button.tsx": `export function OldButton() { return null; }\n`,
  "src/ui/button.tsx": `export function Button() { return null; }\n`,
  "src/legacy/date.ts": `export const parse = Date.parse;\nexport const now = Date.now;\nexport const format = String;\n`,
  "src/time/date.ts": `export const parse = Date.parse;\nexport const now = Date.now;\n`,
};

export const project: CaseProject = { files, manifest };

/** Whom to ask about `getManager` and by when, and where to read more, as its messages say it. */
export const asked = " (WebSocket manager factory; owner @platform; to be removed by 2026-12-31)";
export const see = " See https://example.com/issues/989";

/** What every message about `getManager` has to carry. */
export const managerData = {
  symbol: '`getManager` from "./src/ws/factory"',
  instead: 'Use `createManager` from "./src/ws/canonical" instead.',
  details: asked + see,
};
