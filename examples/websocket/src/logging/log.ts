import { createLogger } from "./logger";
import type { Log } from "./logger";

export const getLogger = (name: string): Log => createLogger(name);
