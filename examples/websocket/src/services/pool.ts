import type { UserContext } from "../types";
import { getWebSocketManagerFactory } from "../websocket/factory";

type Source = typeof getWebSocketManagerFactory;

const sources = new Map<string, Source>([["default", getWebSocketManagerFactory]]);

export async function fromPool(name: string, ctx: UserContext, id: string): Promise<number> {
  const source = sources.get(name);
  const manager = source ? await source().createManager(ctx, id) : await getWebSocketManagerFactory().createManager(ctx, id);
  return manager.send("pooled");
}
