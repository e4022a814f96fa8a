"""The state of one learner's store: frozen, made only by folding events."""

from dataclasses import dataclass, field
from enum import StrEnum

from demo_store import batches as of_days
from demo_store.batches import Batches
from demo_store.purse import Purse


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
    LOST = "lost"
    RETURNED = "returned"
    LAPSED = "lapsed"


OVER = frozenset(
    {
        OrderState.PAID,
        OrderState.DECLINED,
        OrderState.LOST,
        OrderState.RETURNED,
        OrderState.LAPSED,
    }
)
"""States in which nothing more is expected of an order."""


@dataclass(frozen=True, slots=True)
class Product:
    """One thing she sells. ``price_fen`` is None until set."""

    id: str
    kind: str
    photo: str = ""
    name_said: bool = False
    name_clip: str = ""
    qualities: tuple[str, ...] = ()
    words_clip: str = ""
    """A recording of what she says of it."""
    batches: Batches = ()
    """Her stock by the day on which it was made, the oldest first."""
    stock_cost_fen: int = 0
    """What making the units in stock cost her."""
    price_fen: int | None = None
    published: bool = False

    @property
    def stock(self) -> int:
        """How many units lie there."""
        return of_days.count(self.batches)

    @property
    def made_day(self) -> int | None:
        """When the oldest unit in stock was made; None where there is none."""
        return self.batches[0][0] if self.batches else None


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
    batches: Batches = ()
    """The collected units by the day on which they were made, as they lie in the parcel."""
    making_fen: int = 0
    """What making its units cost, those that were changed for bad ones too."""
    replaced: int = 0
    packaging: str = ""
    packaging_fen: int = 0
    carrier: str = ""
    freight_fen: int = 0
    shipped_day: int | None = None
    arrives_day: int | None = None
    delayed_by: str = ""
    """The incident that held the parcel up, if one did."""
    broken: int = 0
    lost: bool = False
    stars: int | None = None
    review_reasons: tuple[str, ...] = ()
    stale: int = 0
    """How many of its units were too old as they came, by its review."""
    fee_fen: int = 0
    refund_fen: int = 0
    payout_fen: int = 0
    paid_day: int | None = None
    """When the platform paid out what it held."""
    waits: tuple[tuple[int, int], ...] = ()
    """Days on which the parcel began to wait on its way, each with how many days it waits."""

    @property
    def total_fen(self) -> int:
        """What the customer pays, in fen."""
        return self.quantity * self.price_fen

    @property
    def made_day(self) -> int | None:
        """When the oldest of its units was made; None while it is not collected."""
        return of_days.oldest(self.batches)


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One movement of the learner's own money; ``fen`` is negative where she pays."""

    day: int
    what: str
    """``making``, ``packaging``, ``payout``, ``refund``, ``trouble``; ``loan``, ``repayment``,
    ``interest``, ``goal``; ``withdrawal``, ``saved`` and ``taken-back`` only move it."""
    fen: int
    reference: str
    moved_fen: int = 0
    """What went from one of her places (card, hand, aside) to another."""


@dataclass(frozen=True, slots=True)
class Message:
    """A customer's question; ``reply`` is empty until it is answered, or for ever if it lapsed."""

    id: str
    question: str
    customer: str
    product: str
    order: str
    day: int
    due_day: int
    reply: str = ""
    answered_day: int | None = None
    good: bool = False
    lapsed: bool = False


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something to find a way out of; ``way`` is empty while it is open, or where it went away."""

    id: str
    trouble: str
    customer: str
    order: str
    fen: int
    day: int
    product: str = ""
    quantity: int = 0
    way: str = ""
    good: bool = False
    lost_fen: int = 0
    cost_fen: int = 0
    """All that it cost her, also what did not leave her purse; see `TroubleEnded`."""
    goods_fen: int = 0
    """What making the units cost her that are gone from the stock."""
    gone: bool = False
    """It went away by itself: what it was about was not there any more."""

    @property
    def is_open(self) -> bool:
        """Whether it still waits for her."""
        return not self.way and not self.gone


@dataclass(frozen=True, slots=True)
class Incident:
    """Something in the world that lasts to the end of ``last_day``."""

    incident: str
    day: int
    last_day: int


@dataclass(frozen=True, slots=True)
class Look:
    """Who looked at a product on one day and why they did not buy; see `PeopleLooked`."""

    product: str
    day: int
    looked: int
    bought: int
    reasons: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Store:
    """A learner's store on one day."""

    day: int = 1
    weather: str = ""
    """Today's, by its id; empty on the first day. `days.sky.today` knows what it is then."""
    products: tuple[Product, ...] = ()
    chosen: str = ""
    """The product that she added or opened last; empty before that."""
    orders: tuple[Order, ...] = ()
    """``o1`` first; never fewer."""
    first_open: int = 0
    """How many of the oldest orders are all over."""
    ledger: tuple[LedgerEntry, ...] = field(default=())
    money_fen: int = 0
    """What is hers after what she paid for making and packing: the ledger's sum."""
    purse: Purse = field(default=Purse())
    """Where that money lies."""
    renown: int = 0
    """Points of her good name, from the stars of all reviews; never below 0."""
    messages: tuple[Message, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    incidents: tuple[Incident, ...] = ()
    """Those that are not over yet."""
    looks: tuple[Look, ...] = ()
    """Of the last night only."""

    @property
    def hand_fen(self) -> int:
        """Notes in her hand; below zero is what the house laid out and did not get back yet."""
        return self.money_fen - self.purse.card_fen - self.purse.saved_fen

    def product(self, product_id: str) -> Product | None:
        """The product with this id, if it is in the store."""
        return next((p for p in self.products if p.id == product_id), None)

    def order(self, order_id: str) -> Order | None:
        """The order with this id, if there is one."""
        number = order_id.removeprefix("o")
        if number.isdecimal() and 0 < int(number) <= len(self.orders):
            order = self.orders[int(number) - 1]  # where it stands, unless a test put it elsewhere
            if order.id == order_id:
                return order
        return next((o for o in self.orders if o.id == order_id), None)

    @property
    def open_orders(self) -> tuple[Order, ...]:
        """From the oldest one that is not over; some after it may be."""
        return self.orders[self.first_open :]

    def message(self, message_id: str) -> Message | None:
        """The message with this id, if there is one."""
        return next((m for m in reversed(self.messages) if m.id == message_id), None)

    def open_trouble(self, trouble_id: str) -> Trouble | None:
        """The trouble with this id, if it still is one."""
        return next((t for t in self.troubles if t.id == trouble_id and t.is_open), None)
