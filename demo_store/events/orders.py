"""What happened to an order, from the day it came to the day it was paid or was over otherwise."""

from dataclasses import dataclass

from demo_store.batches import Batches


@dataclass(frozen=True, slots=True)
class OrderPlaced:
    """A customer ordered ``quantity`` units at ``price_fen`` each, to be sent by ``due_day``."""

    order: str
    product: str
    quantity: int
    price_fen: int
    city: str
    customer: str
    day: int
    due_day: int


@dataclass(frozen=True, slots=True)
class OrderHeard:
    """The learner listened to an order."""

    order: str


@dataclass(frozen=True, slots=True)
class OrderAccepted:
    """She promised to send it."""

    order: str


@dataclass(frozen=True, slots=True)
class OrderDeclined:
    """She said no; the customer keeps her money."""

    order: str


@dataclass(frozen=True, slots=True)
class OrderLapsed:
    """The customer waited too long for a yes, or for what was promised, and took her money back.

    ``restocked`` collected units lie in the stock again.
    """

    order: str
    day: int
    restocked: int = 0


@dataclass(frozen=True, slots=True)
class OrderCollected:
    """The units were put together; they left the stock.

    ``units`` are those that went, by the day on which they were made; where none are named, in
    records that are older than the days, the oldest went.
    """

    order: str
    units: Batches = ()


@dataclass(frozen=True, slots=True)
class OrderChecked:
    """Every unit was looked at; ``replaced`` bad ones were changed for good ones.

    ``bad`` are their places in the parcel, counted from 0, and ``put_in`` what was put in behind
    the others, by its days; both are empty in older records.
    """

    order: str
    replaced: int
    bad: tuple[int, ...] = ()
    put_in: Batches = ()


@dataclass(frozen=True, slots=True)
class OrderStamped:
    """The family's stamp was put on."""

    order: str


@dataclass(frozen=True, slots=True)
class OrderPacked:
    """Packed; the packaging costs the seller ``cost_fen``."""

    order: str
    packaging: str
    cost_fen: int


@dataclass(frozen=True, slots=True)
class OrderLabelled:
    """The buyer's address was put on the parcel."""

    order: str


@dataclass(frozen=True, slots=True)
class OrderShipped:
    """Handed to a carrier; chance decided the day of arrival, what will break and what is lost."""

    order: str
    carrier: str
    freight_fen: int
    day: int
    arrives_day: int
    broken: int
    lost: bool = False


@dataclass(frozen=True, slots=True)
class ParcelDelayed:
    """A parcel arrives later than it should; ``reason`` is an incident's id."""

    order: str
    reason: str
    arrives_day: int


@dataclass(frozen=True, slots=True)
class OrderDelivered:
    """The parcel reached the customer."""

    order: str
    day: int


@dataclass(frozen=True, slots=True)
class OrderLost:
    """The carrier lost the parcel: the customer gets everything back."""

    order: str
    day: int


@dataclass(frozen=True, slots=True)
class OrderReturned:
    """The goods came back whole; ``restocked`` units can be sold again."""

    order: str
    restocked: int
    day: int


@dataclass(frozen=True, slots=True)
class ReviewWritten:
    """The customer gave 1-5 stars; a later one for the same order takes the place of the first.

    ``reasons`` are codes. Complaints: late, long-way (held up on its way), broken, stale, too-dear,
    not-as-shown, no-answer, broken-promise, no-help. Praise: helped, or delicious where nothing
    was wrong. ``stale`` is how many units were too old as they came.
    """

    order: str
    stars: int
    reasons: tuple[str, ...]
    stale: int = 0


@dataclass(frozen=True, slots=True)
class Refunded:
    """The customer got ``fen`` back for an order, by the seller's own choice."""

    order: str
    fen: int
    day: int


@dataclass(frozen=True, slots=True)
class OrderPaidOut:
    """The money came: what the customer paid less refund, platform fee and freight.

    ``payout_fen`` is below zero where the freight is more than the rest: the seller pays it.
    """

    order: str
    customer_paid_fen: int
    fee_fen: int
    freight_fen: int
    refund_fen: int
    payout_fen: int
    day: int
