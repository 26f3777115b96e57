"""The one way to a payment gateway."""


class Gateway:
    def __init__(self, tenant: str, currency: str) -> None:
        self.tenant = tenant
        self.currency = currency

    def charge(self, cents: int) -> str:
        return f"{self.tenant}/{self.currency}/{cents}"

    def refund(self, receipt: str) -> str:
        return f"refund of {receipt}"


def open_gateway(tenant: str, currency: str = "EUR") -> Gateway:
    return Gateway(tenant, currency)
