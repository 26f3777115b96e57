/** Mocks that name what other modules pass on. */
import { describe, expect, it } from "vitest";
import { lintProject } from "../kit/lint.ts";
import { files } from "./barrels-project.ts";

const name = "tests/app.test.ts";

async function mocksOf(code: string): Promise<{ readonly reports: readonly string[]; readonly after: string | undefined }> {
  const { found, fixed, unstable } = await lintProject({ ...files, [name]: code }, { preset: "phase-3" });
  expect(unstable).toEqual([]);
  const reports = found.filter(({ file, rule }) => file === name && rule === "ssot/no-deprecated-mock").map(({ at, messageId, message, fixable }) => `${at.replace(/-.*/, "")} ${messageId ?? ""}${fixable ? "" : " unfixed"}: ${message}`);
  return { reports, after: fixed[name] };
}

const way = 'This mock names `getManager` from "./src/ws/factory", which is deprecated, and comes here through src/ws/index.ts → src/facade.ts. Use `createManager` from "./src/ws/canonical" instead.';

describe("a mock of a barrel", () => {
  it("is reported at the name that really comes from the old module, and moves where that is all it gives", async () => {
    const { reports, after } = await mocksOf(`vi.mock("../src/facade", () => ({ makeManager: vi.fn() }));\n`);
    expect(reports).toEqual([`1:35 through: ${way}`]);
    expect(after).toBe(`vi.mock("../src/ws/canonical", () => ({ createManager: vi.fn() }));\n`);
  });

  it("is not split where it gives the rest of the barrel as well", async () => {
    const code = `vi.mock("../src/facade", () => ({ openSocket: vi.fn(), makeManager: vi.fn() }));\n`;
    const { reports, after } = await mocksOf(code);
    expect(reports).toEqual([expect.stringContaining(`1:56 through unfixed: ${way} Not fixed automatically: `)]);
    expect(after).toBe(code);
  });

  it("is reported by a spy on the barrel's namespace", async () => {
    const { reports } = await mocksOf(`import * as facade from "../src/facade";\nvi.spyOn(facade, "makeManager");\nvi.spyOn(facade, "openSocket");\n`);
    expect(reports.map((each) => each.split(":", 3).slice(0, 2).join(":").replace(" unfixed", ""))).toEqual(["2:18 through"]);
  });

  it.each([
    ["as a whole: it stands for all the rest too", `vi.mock("../src/facade");\n`],
    ["by other names", `vi.mock("../src/facade", () => ({ openSocket: vi.fn(), createManager: vi.fn(), getManager: vi.fn() }));\n`],
    ["by the rest of it", `vi.mock("../src/ws", () => ({ openSocket: vi.fn() }));\n`],
  ])("is not reported %s", async (_, code) => {
    const { reports, after } = await mocksOf(code);
    expect(reports).toEqual([]);
    expect(after).toBe(code);
  });
});
