"""From a basket to a paid order."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from orders.mail import send_mail
from orders.payments.factory import get_gateway_factory
from orders.utils.money import (
    add_tax,
    format_cents,  # for the customer's eyes
    parse_amount,
)

if TYPE_CHECKING:
    from orders.models import Order

log = logging.getLogger(__name__)


def check_out(order: Order, shipping: str = "0") -> str:
    factory = get_gateway_factory()
    log.info("order %s of %s", order.id, order.tenant)
    gateway = factory.create(order.tenant, currency="EUR")
    cents = add_tax(order.total) + parse_amount(shipping)
    order.receipt = gateway.charge(cents)
    return send_mail(order.customer, f"{format_cents(cents)} paid")
