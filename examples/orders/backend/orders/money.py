"""Amounts, in cents."""


def add_tax(cents: int, percent: int = 19) -> int:
    return cents + (cents * percent + 50) // 100


def format_cents(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02d}"
