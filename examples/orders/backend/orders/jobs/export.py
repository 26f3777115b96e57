"""The accountants' list."""

from typing import Iterable

from orders.models import Order

try:
    from fast_money import format_cents
except ImportError:
    from orders.utils.money import format_cents


def export(orders: Iterable[Order]) -> str:
    return "\n".join(f"{order.id};{format_cents(order.total)}" for order in orders)
