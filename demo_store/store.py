"""The state of one learner's store: frozen, made only by folding events."""

from dataclasses import dataclass, field
from enum import StrEnum


class OrderState(StrEnum):
    """Where an order stands; the order of the members is the order of its life."""

    PLACED = "placed"
    ACCEPTED = "accepted"
    COLLECTED = "collected"
    CHECKED = "checked"
    STAMPED = "stamped"
    PACKED = "packed"
    LABELLED = "labelled"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    PAID = "paid"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Product:
    """One thing she sells. ``price_fen`` is None until set; ``made_day`` is of the newest stock."""

    id: str
    kind: str
    photo: str = ""
    name_said: bool = False
    name_clip: str = ""
    stock: int = 0
    stock_cost_fen: int = 0
    """What making the units in stock cost her."""
    made_day: int | None = None
    price_fen: int | None = None
    published: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """One customer's order; amounts in fen, days counted from 1."""

    id: str
    product: str
    quantity: int
    price_fen: int
    city: str
    customer: str
    placed_day: int
    due_day: int
    state: OrderState = OrderState.PLACED
    heard: bool = False
    made_day: int | None = None
    """When the collected units were made."""
    making_fen: int = 0
    """What making its units cost, those that were changed for bad ones too."""
    replaced: int = 0
    packaging: str = ""
    packaging_fen: int = 0
    carrier: str = ""
    freight_fen: int = 0
    shipped_day: int | None = None
    arrives_day: int | None = None
    broken: int = 0
    stars: int | None = None
    review_reasons: tuple[str, ...] = ()
    fee_fen: int = 0
    refund_fen: int = 0
    payout_fen: int = 0

    @property
    def total_fen(self) -> int:
        """What the customer pays, in fen."""
        return self.quantity * self.price_fen


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One movement of the learner's own money; ``fen`` is negative where she pays."""

    day: int
    what: str
    """``making``, ``packaging`` or ``payout``."""
    fen: int
    reference: str


@dataclass(frozen=True, slots=True)
class Store:
    """A learner's store on one day."""

    day: int = 1
    products: tuple[Product, ...] = ()
    orders: tuple[Order, ...] = ()
    ledger: tuple[LedgerEntry, ...] = field(default=())

    def product(self, product_id: str) -> Product | None:
        """The product with this id, if it is in the store."""
        return next((p for p in self.products if p.id == product_id), None)

    def order(self, order_id: str) -> Order | None:
        """The order with this id, if there is one."""
        return next((o for o in self.orders if o.id == order_id), None)

    @property
    def money_fen(self) -> int:
        """What is hers after what she paid for making and packing, in fen."""
        return sum(entry.fen for entry in self.ledger)
