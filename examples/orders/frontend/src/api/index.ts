export { getApi } from "./legacy";
export { listOrders } from "./orders";
export type { OrderRow } from "./orders";
