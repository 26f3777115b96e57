import os

from orders.payments.gateway import Gateway, open_gateway


class GatewayFactory:
    def create(self, tenant: str, currency: str = "EUR") -> Gateway:
        return open_gateway(tenant, currency)

    def in_currency(self, currency: str, tenant: str) -> Gateway:
        return open_gateway(tenant, currency)


_factory = GatewayFactory()


def get_gateway_factory() -> GatewayFactory:
    """The one factory of this process."""
    return _factory


def get_gateway() -> Gateway:
    return _factory.create(os.environ.get("TENANT", "acme"))
