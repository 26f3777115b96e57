import type { UserContext } from "../types";
import { createWebSocketManager } from "./canonical";
import type { WebSocketManager } from "./canonical";

class WebSocketManagerFactory {
  async createManager(userContext: UserContext, connectionId: string): Promise<WebSocketManager> {
    return createWebSocketManager(userContext, connectionId);
  }

  async reopen(connectionId: string, userContext: UserContext): Promise<WebSocketManager> {
    return createWebSocketManager(userContext, connectionId);
  }
}

const factory = new WebSocketManagerFactory();

/** The one factory of this process. */
export function getWebSocketManagerFactory(): WebSocketManagerFactory {
  return factory;
}

export async function getWebSocketManager(): Promise<WebSocketManager> {
  return factory.createManager({ userId: "unknown", tenant: "unknown" }, "global");
}
