"""What an order is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import List, Optional


@dataclass(frozen=True)
class Line:
    sku: str
    quantity: int
    cents: int


@dataclass
class Order:
    id: str
    tenant: str
    customer: str
    lines: List[Line] = field(default_factory=list)
    receipt: Optional[str] = None

    @property
    def total(self) -> int:
        return sum(line.quantity * line.cents for line in self.lines)
