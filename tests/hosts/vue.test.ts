/** Single-file components, with the block that docs/editors.md tells Vue's users to write. */
import { describe, expect, test } from "vitest";
import vueParser from "vue-eslint-parser";
import { componentBlock } from "../kit/component.ts";
import { lintProject } from "../kit/lint.ts";
import { sample, without } from "../kit/sample.ts";

const vue = componentBlock("vue", vueParser);

const rest = without(sample, "src/user.ts");

async function fix(component: string, manifest: object = sample["ssot.json"]): Promise<{ readonly found: readonly string[]; readonly fixed: string | undefined }> {
  const files = { ...rest, "ssot.json": manifest, "src/View.vue": component };
  const { found, fixed, unstable } = await lintProject(files, { preset: "phase-2", config: [vue] });
  expect(unstable).toEqual([]);
  return { found: found.map(({ file, at, rule }) => `${file} ${at} ${rule}`), fixed: fixed["src/View.vue"] };
}

describe("a .vue file", () => {
  test("a name that the template uses: reported at its import, and kept as an alias by the fix", async () => {
    const component = `<template>
  <p>{{ getManager("a") }}</p>
</template>

<script setup lang="ts">
import { getManager } from "./factory";
</script>
`;
    const { found, fixed } = await fix(component);
    expect(found).toContain("src/View.vue 6:10-6:20 ssot/no-deprecated-import");
    expect(fixed).toBe(component.replace('{ getManager } from "./factory"', '{ createManager as getManager } from "./canonical"'));
  });

  test("a name that only the script uses is renamed there, and what stands around it stays", async () => {
    const component = `<script setup lang="ts">
import { getManager } from "./factory";

const manager: string = getManager("a");
</script>

<template>
  <p>{{ manager }}</p>
</template>

<style scoped>
p { color: red; }
</style>
`;
    const { found, fixed } = await fix(component);
    expect(found).toEqual(["src/View.vue 2:10-2:20 ssot/no-deprecated-import", "src/View.vue 4:25-4:35 ssot/no-deprecated-use"]);
    const script = component.replace('from "./factory"', 'from "./canonical"');
    expect([script.replaceAll("getManager", "createManager"), script.replace("{ getManager }", "{ createManager as getManager }")]).toContain(fixed);
  });

  test("a call shape in the template is not rewritten, and its import stays", async () => {
    const component = `<script setup lang="ts">
import { getManager } from "./factory";
</script>

<template><p>{{ getManager("a").open() }}</p></template>
`;
    const [migration] = sample["ssot.json"].migrations;
    const rewrites = [{ from: "getManager($id).open()", to: "createManager($id)" }];
    const { found, fixed } = await fix(component, { migrations: [{ ...migration, deprecated: [{ module: "./src/factory", name: "getManager", rewrites }] }] });
    expect(found).toEqual(["src/View.vue 2:10-2:20 ssot/no-deprecated-import"]);
    expect(fixed).toBe(component);
  });

  const [migration] = sample["ssot.json"].migrations;
  const shaped = { migrations: [{ ...migration, deprecated: [{ module: "./src/factory", name: "getManager", rewrites: [{ from: "getManager($id).open()", to: "createManager($id)" }] }] }] };

  test("a call shape in the script is rewritten, and the import stays for the template", async () => {
    const component = `<script setup lang="ts">
import { getManager } from "./factory";
const manager = getManager("a").open();
</script>

<template><p @click="getManager('b').open()">{{ manager }}</p></template>
`;
    const { fixed } = await fix(component, shaped);
    expect(fixed).toBe(component.replace('"./factory";\n', '"./factory";\nimport { createManager } from "./canonical";\n').replace('getManager("a").open()', 'createManager("a")'));
  });

  test.each([
    ["a rename", sample["ssot.json"], "old.getManager('a')"],
    ["a call shape", shaped, "old.getManager('a').open()"],
  ])("a namespace that the template uses stays when the script no longer needs it: %s", async (_name, manifest, call) => {
    const component = `<script setup lang="ts">
import * as old from "./factory";
const manager = ${call};
</script>

<template><p @click="old.getManager('b')">{{ manager }}</p></template>
`;
    const { fixed } = await fix(component, manifest);
    expect(fixed).toBe(component.replace('"./factory";\n', '"./factory";\nimport { createManager } from "./canonical";\n').replace(call, "createManager('a')"));
  });

  test("a namespace that only the script uses goes, though its letters are in other words", async () => {
    const component = `<script setup lang="ts">
import * as old from "./factory";
const manager = old.getManager('a');
</script>

<template><b class="bold">{{ manager }} is golden</b></template>
`;
    const { fixed } = await fix(component);
    expect(fixed).toBe(component.replace('* as old from "./factory"', '{ createManager } from "./canonical"').replace("old.getManager", "createManager"));
  });

  test("a component that the template writes in kebab-case keeps its name", async () => {
    const component = `<script setup lang="ts">
import { getManager } from "./factory";
</script>

<template><get-manager /></template>
`;
    const { fixed } = await fix(component);
    expect(fixed).toBe(component.replace('{ getManager } from "./factory"', '{ createManager as getManager } from "./canonical"'));
  });
});
