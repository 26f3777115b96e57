from orders.models import Line, Order
from orders.payments.factory import get_gateway_factory
from orders.services.checkout import check_out


def test_an_order_is_paid_with_tax():
    order = Order("o1", "acme", "ada", [Line("tea", 2, 500)])
    assert check_out(order) == "ada: 11.90 paid"
    assert order.receipt == get_gateway_factory().create("acme").charge(1190)
