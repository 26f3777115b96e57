from orders.notifications import notify


def send_mail(customer: str, text: str) -> str:
    """Sends a mail to a customer."""
    return notify(customer, text)
