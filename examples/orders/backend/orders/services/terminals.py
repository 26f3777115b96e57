"""Card readers, which know their currency and their tenant themselves."""

from typing import Callable, Dict

from orders.payments.factory import get_gateway_factory
from orders.payments.gateway import Gateway

_gateways: Dict[str, Gateway] = {}

# Each kind of reader may bring another factory.
FACTORIES: Dict[str, Callable] = {"default": get_gateway_factory}


def gateway_of(currency: str, tenant: str) -> Gateway:
    return get_gateway_factory().in_currency(currency, tenant)


def gateway_at(read: Callable[[str], str]) -> Gateway:
    return get_gateway_factory().in_currency(read("currency"), read("tenant"))
