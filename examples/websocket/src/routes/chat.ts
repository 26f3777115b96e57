import { getLogger } from "@/logging/log";
import { getWebSocketManagerFactory } from "@/websocket/factory";
import type { Request } from "@/types";

const log = getLogger("chat");

export async function postMessage({ userContext, connectionId, body }: Request): Promise<number> {
  const factory = getWebSocketManagerFactory();
  log(`message of ${userContext.userId}`);
  const manager = await factory.createManager(userContext, connectionId);
  return manager.send(body);
}
