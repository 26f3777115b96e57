/** A canonical module that its package hides: other packages take its export through a public module that lets it out. */
import { describe, expect, it } from "vitest";
import { lintProject } from "../kit/lint.ts";
import { proveFix } from "../kit/prove.ts";

const migration = {
  id: "button",
  phase: 2,
  canonical: { module: "./packages/ui/src/button/button", name: "Button" },
  deprecated: [{ module: "./packages/ui/src/legacy/old-button", name: "OldButton" }],
};
const types = {
  id: "button-props",
  phase: 2,
  canonical: { module: "./packages/ui/src/button/button", name: "ButtonProps" },
  deprecated: [{ module: "./packages/ui/src/legacy/old-button", name: "OldButtonProps" }],
};
const files = {
  "ssot.json": { migrations: [migration, types] },
  "package.json": { name: "root", private: true, workspaces: ["packages/*"] },
  "packages/ui/package.json": { name: "@acme/ui", private: true, exports: { ".": "./dist/index.js", "./legacy": "./dist/legacy/index.js", "./forms": "./dist/forms.js" } },
  "packages/ui/src/index.ts": `export * from "./button";\nexport * from "./legacy";\nexport const version = 1;\n`,
  "packages/ui/src/forms.ts": `export { Button, Button as SubmitButton } from "./button";\n`,
  "packages/ui/src/button/index.ts": `export { Button } from "./button";\nexport type { ButtonProps } from "./button";\n`,
  "packages/ui/src/button/button.ts": `export interface ButtonProps { label: string }\nexport function Button(props: ButtonProps): string { return props.label; }\n`,
  "packages/ui/src/legacy/index.ts": `export { OldButton, type OldButtonProps } from "./old-button";\n`,
  "packages/ui/src/legacy/old-button.ts": `/** @deprecated */\nexport interface OldButtonProps { label: string }\n/** @deprecated */\nexport function OldButton(props: OldButtonProps): string { return props.label; }\n`,
  "packages/app/package.json": { name: "@acme/app", private: true },
};
const compiler = (root: string): { readonly paths: Record<string, string[]> } => ({
  paths: { "@acme/ui/legacy": [`${root}/packages/ui/src/legacy/index.ts`], "@acme/ui/forms": [`${root}/packages/ui/src/forms.ts`], "@acme/ui": [`${root}/packages/ui/src/index.ts`] },
});

describe("an import of a package's entry", () => {
  it.each([
    ["goes on by that entry", `import { OldButton, version, type OldButtonProps } from "@acme/ui";\n\nconst props: OldButtonProps = { label: "a" };\nexport const text = OldButton(props) + version;\n`, `import { Button, version, type ButtonProps } from "@acme/ui";\n\nconst props: ButtonProps = { label: "a" };\nexport const text = Button(props) + version;\n`],
    ["goes to another that lets the new one out", `import { OldButton } from "@acme/ui/legacy";\n\nexport const text = OldButton({ label: "a" });\n`, `import { Button } from "@acme/ui";\n\nexport const text = Button({ label: "a" });\n`],
    ["as a namespace keeps its members", `import * as ui from "@acme/ui";\n\nexport const text = ui.OldButton({ label: "a" }) + ui.version;\n`, `import * as ui from "@acme/ui";\n\nexport const text = ui.Button({ label: "a" }) + ui.version;\n`],
    ["goes to one that the file takes others from", `import { OldButton } from "@acme/ui/legacy";\nimport { SubmitButton } from "@acme/ui/forms";\n\nexport const text = OldButton({ label: "a" }) + SubmitButton({ label: "b" });\n`, `import { SubmitButton, Button } from "@acme/ui/forms";\n\nexport const text = Button({ label: "a" }) + SubmitButton({ label: "b" });\n`],
    ["joins one that is there", `import { OldButton } from "@acme/ui/legacy";\nimport { version } from "@acme/ui";\n\nexport const text = OldButton({ label: "a" }) + version;\n`, `import { version, Button } from "@acme/ui";\n\nexport const text = Button({ label: "a" }) + version;\n`],
  ])("%s", async (_, before, after) => {
    const linted = await proveFix({ ...files, "packages/app/src/main.ts": before }, { compiler });
    expect(linted.fixed["packages/app/src/main.ts"]).toBe(after);
  });

  it("in the package itself goes by its path", async () => {
    const linted = await proveFix({ ...files, "packages/ui/src/page.ts": `import { OldButton } from ".";\n\nexport const text = OldButton({ label: "a" });\n` }, { compiler });
    expect(linted.fixed["packages/ui/src/page.ts"]).toBe(`import { Button } from "./button/button";\n\nexport const text = Button({ label: "a" });\n`);
  });
});

describe("an import of a library that `paths` give a name, and that is no package", () => {
  const library = {
    "ssot.json": {
      migrations: [{ id: "button", phase: 2, canonical: { module: "./libs/ui/src/lib/button", name: "Button" }, deprecated: [{ module: "./libs/ui/src/lib/old-button", name: "OldButton" }] }],
    },
    "package.json": { name: "root", private: true },
    "tsconfig.json": { compilerOptions: { paths: { "@acme/ui": ["./libs/ui/src/index.ts"] } } },
    "libs/ui/src/index.ts": `export { Button } from "./lib/button";\nexport { OldButton } from "./lib/old-button";\nexport { row } from "./lib/row";\n`,
    "libs/ui/src/lib/button.ts": "export const Button = (): number => 1;\n",
    "libs/ui/src/lib/old-button.ts": "/** @deprecated */\nexport const OldButton = (): number => 1;\n",
    "libs/ui/src/lib/row.ts": `import { OldButton } from "./old-button";\n\nexport const row = [OldButton()];\n`,
  };
  const paths = { compiler: (root: string) => ({ paths: { "@acme/ui": [`${root}/libs/ui/src/index.ts`] } }) };

  it("goes on by that name", async () => {
    const linted = await proveFix({ ...library, "apps/web/main.ts": `import { OldButton } from "@acme/ui";\n\nexport const main = OldButton();\n` }, paths);
    expect(linted.fixed).toMatchObject({
      "apps/web/main.ts": `import { Button } from "@acme/ui";\n\nexport const main = Button();\n`,
      "libs/ui/src/lib/row.ts": `import { Button } from "./button";\n\nexport const row = [Button()];\n`,
    });
  });

  it("but not within the library, which the name needs", async () => {
    const linted = await proveFix({ ...library, "libs/ui/src/lib/row.ts": `import { OldButton } from "@acme/ui";\n\nexport const row = [OldButton()];\n` }, paths);
    expect(linted.fixed["libs/ui/src/lib/row.ts"]).toBe(`import { Button } from "./button";\n\nexport const row = [Button()];\n`);
  });
});

describe("no fix", () => {
  const main = `import { OldButton } from "@acme/ui/legacy";\n\nexport const text = OldButton({ label: "a" });\n`;
  it.each([
    ["where the symbol has one path alone", { "ssot.json": { migrations: [{ ...migration, exclusive: true }, types] } }],
    ["where several entries let it out, none of them the package's own name", { "packages/ui/src/index.ts": `export * from "./legacy";\n`, "packages/ui/src/legacy/index.ts": `export { OldButton } from "./old-button";\n`, "packages/ui/src/more.ts": `export { Button } from "./button";\n`, "packages/ui/package.json": { name: "@acme/ui", private: true, exports: { ".": "./src/index.ts", "./legacy": "./src/legacy/index.ts", "./forms": "./src/forms.ts", "./more": "./src/more.ts" } } }],
    ["where no entry lets it out by its name", { "packages/ui/src/forms.ts": "", "packages/ui/src/index.ts": `export * from "./legacy";\nexport { Button as NewButton } from "./button";\nexport const version = 1;\n` }],
    ["where the entry lets another symbol out by that name", { "packages/ui/src/forms.ts": "", "packages/ui/src/index.ts": `export * from "./legacy";\nexport * from "./button";\nexport const Button = (props: { label: string }): string => props.label;\n` }],
  ])("%s", async (_, changed) => {
    const linted = await proveFix({ ...files, ...changed, "packages/app/src/main.ts": main }, { compiler });
    expect(linted.fixed["packages/app/src/main.ts"]).toBe(main);
    expect(linted.found.find(({ file }) => file === "packages/app/src/main.ts")?.message).toContain('Not fixed automatically: no public path leads from here to "./packages/ui/src/button/button".');
  });

  it("where the entry needs the file", async () => {
    const circle = {
      "packages/app/package.json": { name: "@acme/app", private: true, exports: { ".": "./src/main.ts" } },
      "packages/ui/src/index.ts": `export * from "./button";\nexport * from "./legacy";\nexport { text } from "@acme/app";\nexport const version = 1;\n`,
    };
    const linted = await proveFix({ ...files, ...circle, "packages/app/src/main.ts": main }, { compiler: (root) => ({ paths: { ...compiler(root).paths, "@acme/app": [`${root}/packages/app/src/main.ts`] } }) });
    expect(linted.fixed["packages/app/src/main.ts"]).toBe(main);
  });
});

describe("an entry that lets the new symbol out by the old module, a shim of it", () => {
  const shim = {
    "ssot.json": { migrations: [{ id: "button", phase: 3, canonical: { module: "./packages/ui/src/button", name: "*" }, deprecated: [{ module: "./packages/ui/src/legacy", name: "*" }] }] },
    "package.json": { name: "root", private: true, workspaces: ["packages/*"] },
    "packages/ui/package.json": { name: "@acme/ui", exports: { ".": "./dist/index.js" } },
    "packages/ui/src/index.ts": `export { Button } from "./legacy";\n`,
    "packages/ui/src/button.ts": "export const Button = (): number => 1;\n",
    "packages/ui/src/legacy.ts": `/** @deprecated */\nexport * from "./button";\n`,
    "packages/app/package.json": { name: "@acme/app", private: true },
  };
  const code = `import { Button } from "@acme/ui";\n\nexport const main = Button();\n`;
  const reason = `Not fixed automatically: "@acme/ui" itself takes it through the old module.`;

  it.each(["packages/app/src/main.ts", "packages/ui/tests/main.ts"])("is no other way, and what is taken by it is left (%s)", async (file) => {
    const { found, fixed } = await lintProject({ ...shim, [file]: code }, { preset: "recommended" });
    const here = found.filter((each) => each.file === file);
    expect(fixed[file]).toBe(code);
    expect(here).toHaveLength(2);
    for (const { message } of here) expect(message).toContain(reason);
  });
});
