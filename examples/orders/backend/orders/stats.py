import warnings


def count_orders() -> int:
    """How many orders this process has seen."""
    warnings.warn("Ask the metrics service", DeprecationWarning, stacklevel=2)
    return 0
