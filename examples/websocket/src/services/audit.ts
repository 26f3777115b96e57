import { getLogger as loggerFor } from "../logging/log";

// eslint-disable-next-line ssot/no-deprecated-import -- the audit trail is frozen until the review is over
import { getWebSocketManager } from "../websocket/factory";

const log = loggerFor("audit");

export async function audit(entry: string): Promise<void> {
  log(entry);
  // eslint-disable-next-line ssot/no-deprecated-use -- see above
  const manager = await getWebSocketManager();
  await manager.send(entry);
}
