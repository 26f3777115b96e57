import { getWebSocketManagerFactory } from "../websocket/factory";
import type { Request } from "../types";

/** The first version of the API, kept as it was until its last client is gone: see `allow` in ssot.json. */
export async function connectV1(request: Request): Promise<number> {
  const manager = await getWebSocketManagerFactory().createManager(request.userContext, request.connectionId);
  return manager.send("v1");
}
