import { expect, test, vi } from "vitest";
import { postMessage } from "../src/routes/chat";

vi.mock("../src/websocket/factory", () => ({
  getWebSocketManagerFactory: () => ({ createManager: async () => Promise.resolve({ send: () => 5 }) }),
}));

test("sends the message", async () => {
  const userContext = { userId: "ada", tenant: "acme" };
  expect(await postMessage({ userContext, connectionId: "c1", body: "hello" })).toBe(5);
});
