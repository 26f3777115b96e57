import { listOrders } from "./orders";
import type { OrderRow } from "./orders";

export interface Api {
  fetchOrders(tenant: string): Promise<readonly OrderRow[]>;
}

const api: Api = { fetchOrders: listOrders };

/** The one API object of this page. */
export function getApi(): Api {
  return api;
}
