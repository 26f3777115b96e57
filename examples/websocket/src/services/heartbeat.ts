import { getWebSocketManager } from "../websocket/factory";

export async function beat(): Promise<number> {
  const manager = await getWebSocketManager();
  return manager.send("beat");
}
