import type { UserContext } from "../types";

export class WebSocketManager {
  readonly userContext: UserContext;
  readonly connectionId: string;

  constructor(userContext: UserContext, connectionId: string) {
    this.userContext = userContext;
    this.connectionId = connectionId;
  }

  async send(text: string): Promise<number> {
    return Promise.resolve(text.length);
  }
}

export async function createWebSocketManager(userContext: UserContext, connectionId: string): Promise<WebSocketManager> {
  return Promise.resolve(new WebSocketManager(userContext, connectionId));
}
