export { createWebSocketManager, WebSocketManager } from "./canonical";
export { getWebSocketManagerFactory } from "./factory";
