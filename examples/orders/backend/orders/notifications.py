"""Messages to customers, by whatever way they chose."""


def notify(customer: str, text: str) -> str:
    return f"{customer}: {text}"
