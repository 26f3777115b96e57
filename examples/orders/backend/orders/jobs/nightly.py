"""What runs at night. Imports are in the functions: most nights there is nothing to do."""

from typing import Iterable, List

from orders.models import Order


def settle(orders: Iterable[Order]) -> List[str]:
    unpaid = [order for order in orders if order.receipt is None]
    if not unpaid:
        return []
    from orders.payments.factory import get_gateway_factory

    return [get_gateway_factory().create(order.tenant).charge(order.total) for order in unpaid]


def remind(order: Order) -> str:
    from orders import mail

    return mail.send_mail(order.customer, "Your order is not paid yet")


def report() -> str:
    from orders.stats import count_orders

    return f"{count_orders()} orders"
