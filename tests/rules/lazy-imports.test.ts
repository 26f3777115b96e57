/** What loads a component when it is shown takes the default export of its module. */
import { describe, expect, it } from "vitest";
import { lintProject } from "../kit/lint.ts";

const files = {
  "ssot.json": {
    migrations: [
      { id: "button", phase: 2, canonical: { module: "./src/button", name: "default" }, deprecated: [{ module: "./src/old-button", name: "default" }] },
      { id: "card", phase: 2, canonical: { module: "./src/cards", name: "Card" }, deprecated: [{ module: "./src/old-card", name: "default" }] },
      { id: "all", phase: 2, canonical: { module: "./src/all", name: "*" }, deprecated: [{ module: "./src/old-all", name: "*" }] },
      { id: "link", phase: 2, canonical: { module: "./src/link", name: "Link" }, deprecated: [{ module: "./src/old-link", name: "OldLink" }] },
    ],
  },
  "src/button.tsx": "export default function Button() { return null; }\n",
  "src/old-button.tsx": "/** @deprecated */\nexport default function OldButton() { return null; }\nexport const keep = 1;\n",
  "src/cards.tsx": "export function Card() { return null; }\n",
  "src/old-card.tsx": "/** @deprecated */\nexport default function OldCard() { return null; }\n",
  "src/all.tsx": "export default function Page() { return null; }\nexport const a = 1;\n",
  "src/old-all.tsx": "/** @deprecated */\n\nexport default function Page() { return null; }\nexport const b = 1;\n",
  "src/link.tsx": "export function Link() { return null; }\n",
  "src/old-link.tsx": "/** @deprecated */\nexport function OldLink() { return null; }\n",
};

describe("an import() that a loader is given", () => {
  it.each([
    ["React's", `import { lazy } from "react";\nexport const B = lazy(() => import("./old-button"));\n`, `import { lazy } from "react";\nexport const B = lazy(() => import("./button"));\n`, "2:29-2:51"],
    ["React's, by its module", `import * as React from "react";\nexport const B = React.lazy(async () => {\n  return await import("./old-button");\n});\n`, `import * as React from "react";\nexport const B = React.lazy(async () => {\n  return await import("./button");\n});\n`, "3:16-3:38"],
    ["Next's", `import dynamic from "next/dynamic";\nexport const B = dynamic(() => import(/* webpackChunkName: "b" */ "./old-button"), { ssr: false });\n`, `import dynamic from "next/dynamic";\nexport const B = dynamic(() => import(/* webpackChunkName: "b" */ "./button"), { ssr: false });\n`, "2:32-2:82"],
    ["Vue's", `import { defineAsyncComponent } from "vue";\nexport const B = defineAsyncComponent({ loader: () => import("./old-button") });\n`, `import { defineAsyncComponent } from "vue";\nexport const B = defineAsyncComponent({ loader: () => import("./button") });\n`, "2:55-2:77"],
    ["a router's", `export const routes = [{ path: "/", component: () => import("./old-button") }, { path: "/x", loadComponent: () => import("./old-button") }];\n`, `export const routes = [{ path: "/", component: () => import("./button") }, { path: "/x", loadComponent: () => import("./button") }];\n`, "1:54-1:76"],
    ["React's, of what has a name now", `import { lazy } from "react";\nexport const C = lazy(() => import("./old-card"));\n`, `import { lazy } from "react";\nexport const C = lazy(() => import("./cards").then((module) => ({ default: module.Card })));\n`, "2:29-2:49"],
    ["React's, of a module that moved as a whole", `import { lazy } from "react";\nexport const P = lazy(() => import("./old-all"));\n`, `import { lazy } from "react";\nexport const P = lazy(() => import("./all"));\n`, "2:29-2:48"],
    ["React's, of what had a name before", `import { lazy } from "react";\nexport const L = lazy(() => import("./old-link").then((m) => ({ default: m.OldLink })));\n`, `import { lazy } from "react";\nexport const L = lazy(() => import("./link").then((m) => ({ default: m.Link })));\n`, "2:74-2:83"],
  ])("%s", async (_, before, after, at) => {
    const linted = await lintProject({ ...files, "src/page.tsx": before });
    expect(linted.found[0]).toMatchObject({ file: "src/page.tsx", rule: "ssot/no-deprecated-import", at });
    expect(linted.fixed["src/page.tsx"]).toBe(after);
    expect(linted.unstable).toEqual([]);
  });

  it.each([
    ["a function of the file's own may take anything", `const load = () => import("./old-button");\nexport const keep = async () => (await load()).keep;\n`],
    ["what another property holds", `export const pages = { button: () => import("./old-button") };\n`],
    ["a module that is not deprecated by its default", `import { lazy } from "react";\nexport const L = lazy(() => import("./old-link"));\n`],
  ])("not %s", async (_, code) => {
    const linted = await lintProject({ ...files, "src/page.tsx": code });
    expect(linted.found.filter(({ file }) => file === "src/page.tsx")).toEqual([]);
  });
});
