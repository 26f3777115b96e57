import { expect, test, vi } from "vitest";
import { audit } from "../src/services/audit";

const lines: string[] = [];

vi.mock("../src/logging/log", () => ({
  getLogger: () => (text: string) => lines.push(text),
}));

test("writes a line for an entry", async () => {
  await audit("login");
  expect(lines).toEqual(["login"]);
});
