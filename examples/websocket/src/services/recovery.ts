import type { Request, UserContext } from "../types";
import { getWebSocketManagerFactory } from "../websocket/factory";

declare function nextId(): string;
declare function nextUser(): UserContext;

export async function recover({ connectionId, userContext }: Request): Promise<number> {
  const factory = getWebSocketManagerFactory();
  const manager = await factory.reopen(connectionId, userContext);
  return manager.send("again");
}

export async function recoverNext(): Promise<number> {
  const manager = await getWebSocketManagerFactory().reopen(nextId(), nextUser());
  return manager.send("again");
}
