import { getWebSocketManagerFactory, WebSocketManager } from "../websocket";
import { countConnections } from "../services/stats";
import type { Request } from "../types";

export async function status({ userContext, connectionId }: Request): Promise<string> {
  const manager = await getWebSocketManagerFactory().createManager(userContext, connectionId);
  return `${manager instanceof WebSocketManager ? "open" : "closed"}, ${String(countConnections())} in all`;
}
