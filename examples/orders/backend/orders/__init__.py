"""Orders: what the shop's other services may import."""

from orders.models import Line, Order
from orders.payments.factory import get_gateway_factory
from orders.payments.gateway import Gateway, open_gateway

__all__ = [
    "Gateway",
    "Line",
    "Order",
    "get_gateway_factory",  # until the routes are done
    "open_gateway",
]
