"""Money back."""

from ..models import Order
from ..payments.factory import get_gateway


class Refunds:
    def __init__(self, tenant: str) -> None:
        self.tenant = tenant

    def refund(self, order: Order) -> str:
        if order.receipt is None:
            raise ValueError(f"order {order.id} is not paid")
        return get_gateway().refund(order.receipt)

    @staticmethod
    def ping() -> str:
        return get_gateway().charge(0)
