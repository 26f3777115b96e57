import type { UserContext } from "../types";
import { getWebSocketManager } from "../websocket/factory";

export class Notifier {
  readonly userContext: UserContext;
  readonly connectionId: string;

  constructor(userContext: UserContext, connectionId: string) {
    this.userContext = userContext;
    this.connectionId = connectionId;
  }

  async notify(text: string): Promise<number> {
    const manager = await getWebSocketManager();
    return manager.send(text);
  }
}
