import { getApi } from "../api";
import { formatDate, formatPrice } from "../format";

export async function ordersView(tenant: string, today: Date): Promise<string> {
  const api = getApi();
  const orders = await api.fetchOrders(tenant);
  return [formatDate(today), ...orders.map(({ id, cents }) => `${id}: ${formatPrice(cents)}`)].join("\n");
}
