from unittest.mock import patch

from orders.models import Order
from orders.services.refunds import Refunds


def test_a_refund_names_the_receipt():
    with patch("orders.services.refunds.get_gateway") as get_gateway:
        get_gateway.return_value.refund.return_value = "done"
        assert Refunds("acme").refund(Order("o1", "acme", "ada", receipt="r1")) == "done"
