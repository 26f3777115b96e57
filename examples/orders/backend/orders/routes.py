"""HTTP routes: a path and a query in, something for JSON out. The front end calls these."""

from typing import Any, Dict

import orders
from orders import Line, Order
from orders.compat import charge_v1
from orders.services.checkout import check_out
from orders.services.refunds import Refunds

_orders: Dict[str, Order] = {}


def post_order(tenant: str, body: Dict[str, Any]) -> Dict[str, Any]:
    order = Order(body["id"], tenant, body["customer"], [Line(**line) for line in body["lines"]])
    _orders[order.id] = order
    return {"id": order.id, "message": check_out(order, body.get("shipping", "0"))}


def get_orders(tenant: str) -> Dict[str, Any]:
    found = [order for order in _orders.values() if order.tenant == tenant]
    return {"orders": [{"id": order.id, "cents": order.total} for order in found]}


def post_refund(tenant: str, order_id: str) -> Dict[str, Any]:
    return {"message": Refunds(tenant).refund(_orders[order_id])}


def post_deposit(tenant: str, body: Dict[str, Any]) -> Dict[str, Any]:
    gateway = orders.get_gateway_factory().create(
        tenant,
        currency=body["currency"],  # as the customer chose
    )
    return {"receipt": gateway.charge(body["cents"])}


def post_charge_v1(body: Dict[str, Any]) -> Dict[str, Any]:
    return {"receipt": charge_v1(body["cents"])}
