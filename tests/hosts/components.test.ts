/** Svelte's and Astro's components, by their own parsers: the script, and what the parser shows of the template. */
import * as astroParser from "astro-eslint-parser";
import * as svelteParser from "svelte-eslint-parser";
import { expect, test } from "vitest";
import { componentBlock } from "../kit/component.ts";
import { lintProject } from "../kit/lint.ts";
import { sample, without } from "../kit/sample.ts";

const configs = [componentBlock("svelte", svelteParser), componentBlock("astro", astroParser)];

const rest = without(sample, "src/user.ts");

async function fix(file: string, component: string, manifest: object = sample["ssot.json"]): Promise<{ readonly found: readonly string[]; readonly fixed: string | undefined }> {
  const { found, fixed, unstable } = await lintProject({ ...rest, "ssot.json": manifest, [file]: component }, { preset: "phase-2", config: configs });
  expect(unstable).toEqual([]);
  return { found: found.flatMap((each) => (each.file === file ? `${each.at} ${each.rule}` : [])), fixed: fixed[file] };
}

/** The manifest, with a call shape. */
function withShape(from: string, to: string): object {
  const [migration] = sample["ssot.json"].migrations;
  return { migrations: [{ ...migration, deprecated: [{ module: "./src/factory", name: "getManager", rewrites: [{ from, to }] }] }] };
}

const moved = (component: string): string => component.replace('"./factory"', '"./canonical"');
const renamed = (component: string): string => moved(component).replaceAll("getManager", "createManager");
const aliased = (component: string): string => moved(component).replace("{ getManager }", "{ createManager as getManager }");

test("a Svelte component: script, module script and template are renamed alike", async () => {
  const component = `<script module lang="ts">
  import { getManager } from "./factory";
  export const shared: string = getManager("a");
</script>

<script lang="ts">
  let { id = getManager("b") }: { id: string } = $props();
</script>

<p on:click={() => getManager("c")}>{getManager(id)} {shared}</p>
{#each [1] as manager}<i>{manager}</i>{/each}
<style>
  p { color: red; }
</style>
`;
  const { found, fixed } = await fix("src/View.svelte", component);
  expect(found).toEqual([
    "2:12-2:22 ssot/no-deprecated-import",
    "3:33-3:43 ssot/no-deprecated-use",
    "7:14-7:24 ssot/no-deprecated-use",
    "10:20-10:30 ssot/no-deprecated-use",
    "10:38-10:48 ssot/no-deprecated-use",
  ]);
  expect(fixed).toBe(renamed(component));
});

test.each([
  ["a store's value", "View.svelte", "<p>{$getManager.name}</p>"],
  ["an attribute", "View.svelte", "<Card {getManager} />"],
  ["a class", "View.svelte", "<p class:getManager>a</p>"],
  ["a binding", "View.svelte", "<Card bind:getManager />"],
  ["an attribute in Astro", "page.astro", "<Card {getManager} />"],
])("%s that is named by the import keeps its name", async (_what, file, template) => {
  const script = file.endsWith("astro") ? '---\nimport { getManager } from "./factory";\n---' : '<script>\n  import { getManager } from "./factory";\n</script>';
  const component = `${script}\n${template}\n`;
  const { fixed } = await fix(`src/${file}`, component);
  expect(fixed).toBe(aliased(component));
});

test("call shapes are rewritten in the template as well", async () => {
  const component = '<script>\n  import { getManager } from "./factory";\n</script>\n\n<p>{getManager("a").open()}</p>\n';
  const { fixed } = await fix("src/View.svelte", component, withShape("getManager($id).open()", "createManager($id)"));
  expect(fixed).toBe(renamed(component).replace(".open()", ""));
});

test("a call shape of a store's value is none of the store's", async () => {
  const component = '<script>\n  import { getManager } from "./factory";\n</script>\n\n<p>{$getManager.open("a")}</p>\n';
  const { found, fixed } = await fix("src/View.svelte", component, withShape("getManager.open($id)", "createManager($id)"));
  expect(found).toEqual(["2:12-2:22 ssot/no-deprecated-import", "5:5-5:16 ssot/no-deprecated-use"]);
  expect(fixed).toBe(component);
});

test("an Astro component: front matter and template are renamed alike", async () => {
  const component = '---\nimport { getManager } from "./factory";\nconst manager: string = getManager("a");\n---\n<p>{getManager("b")} {manager}</p>\n';
  const { found, fixed } = await fix("src/page.astro", component);
  expect(found).toEqual(["2:10-2:20 ssot/no-deprecated-import", "3:25-3:35 ssot/no-deprecated-use", "5:5-5:15 ssot/no-deprecated-use"]);
  expect(fixed).toBe(renamed(component));
});
