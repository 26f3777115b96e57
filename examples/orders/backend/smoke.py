"""Runs an order through the back end, and prints what came of it: `python3 backend/smoke.py`."""

import json

from orders import routes
from orders.jobs import export, nightly
from orders.models import Line, Order
from orders.services import terminals

basket = {"id": "o1", "customer": "ada", "shipping": "4.90", "lines": [{"sku": "tea", "quantity": 2, "cents": 500}]}
unpaid = Order("o2", "acme", "bob", [Line("cup", 1, 750)])

for result in (
    routes.post_order("acme", basket),
    routes.get_orders("acme"),
    routes.post_refund("acme", "o1"),
    routes.post_deposit("acme", {"currency": "CHF", "cents": 1000}),
    routes.post_charge_v1({"cents": 100}),
    nightly.settle([unpaid]),
    nightly.remind(unpaid),
    nightly.report(),
    export.export([unpaid]),
    terminals.gateway_of("USD", "acme").charge(1),
    terminals.gateway_at(lambda name: name).charge(2),
):
    print(json.dumps(result))
