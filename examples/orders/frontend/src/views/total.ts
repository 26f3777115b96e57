import { getApi } from "../api/legacy";
import { formatPrice } from "../format";

export async function totalView(tenant: string, api = getApi()): Promise<string> {
  const orders = await api.fetchOrders(tenant);
  return formatPrice(orders.reduce((sum, { cents }) => sum + cents, 0));
}
