/** What the back end answers: see backend/orders/routes.py. */
export interface OrderRow {
  readonly id: string;
  readonly cents: number;
}

interface Answer {
  readonly orders: readonly OrderRow[];
}

export async function listOrders(tenant: string): Promise<readonly OrderRow[]> {
  const response = await fetch(`/api/${encodeURIComponent(tenant)}/orders`);
  const { orders } = (await response.json()) as Answer;
  return orders;
}
