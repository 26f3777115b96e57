from orders.money import add_tax, format_cents

__all__ = ["add_tax", "format_cents", "parse_amount"]


def parse_amount(text: str) -> int:
    euros, _, cents = text.partition(".")
    return int(euros) * 100 + int(cents or 0)
