import type { Request } from "../types";
import { getWebSocketManagerFactory } from "../websocket/factory";

export async function announce(request: Request): Promise<number> {
  // The greeting goes out before anything else.
  const manager = await getWebSocketManagerFactory()
    .createManager(
      request.userContext,
      request.connectionId, // of this tab
    );
  return manager.send("hello");
}

export async function leave(request: Request): Promise<number> {
  return (await getWebSocketManagerFactory().createManager(request.userContext, request.connectionId)).send("bye");
}
