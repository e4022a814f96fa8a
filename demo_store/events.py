"""What happened in a store. Past-tense facts; what chance decided stands in them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProductAdded:
    """The learner put a thing she makes into her store."""

    product: str
    kind: str


@dataclass(frozen=True, slots=True)
class ProductOpened:
    """The learner looked at one of her products again."""

    product: str


@dataclass(frozen=True, slots=True)
class PhotoChosen:
    """A picture was put on a product; ``photo`` is a picture name or a stored photo's key."""

    product: str
    photo: str


@dataclass(frozen=True, slots=True)
class NameSaid:
    """The learner said or chose the product's name; ``clip`` is a stored recording or empty."""

    product: str
    clip: str


@dataclass(frozen=True, slots=True)
class StockMade:
    """``quantity`` units were made today, at ``cost_fen`` for all of them."""

    product: str
    quantity: int
    cost_fen: int
    day: int


@dataclass(frozen=True, slots=True)
class PriceSet:
    """One unit costs the buyer ``price_fen``."""

    product: str
    price_fen: int


@dataclass(frozen=True, slots=True)
class ListingPublished:
    """Buyers can see the product now."""

    product: str


@dataclass(frozen=True, slots=True)
class StoreViewedAsBuyer:
    """The learner looked at her store as a buyer would."""


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
class OrderCollected:
    """The units were put together; they left the stock."""

    order: str


@dataclass(frozen=True, slots=True)
class OrderChecked:
    """Every unit was looked at; ``replaced`` bad ones were changed for good ones."""

    order: str
    replaced: int


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
    """Handed to a carrier; chance decided the day of arrival and what will break."""

    order: str
    carrier: str
    freight_fen: int
    day: int
    arrives_day: int
    broken: int


@dataclass(frozen=True, slots=True)
class OrderDelivered:
    """The parcel reached the customer."""

    order: str
    day: int


@dataclass(frozen=True, slots=True)
class ReviewWritten:
    """The customer gave 1-5 stars; ``reasons`` are codes: late, broken, stale, too-dear."""

    order: str
    stars: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OrderPaidOut:
    """The money came: what the customer paid less refund, platform fee and freight."""

    order: str
    customer_paid_fen: int
    fee_fen: int
    freight_fen: int
    refund_fen: int
    payout_fen: int
    day: int


@dataclass(frozen=True, slots=True)
class MoneyCounted:
    """The learner looked at her money."""


@dataclass(frozen=True, slots=True)
class DayEnded:
    """A night passed; ``day`` is the new day's number, counted from 1."""

    day: int


@dataclass(frozen=True, slots=True)
class Refused:
    """A step was not possible; ``missing`` is the code of what has to come first."""

    command: str
    missing: str


StoreEvent = (
    ProductAdded
    | ProductOpened
    | PhotoChosen
    | NameSaid
    | StockMade
    | PriceSet
    | ListingPublished
    | StoreViewedAsBuyer
    | OrderPlaced
    | OrderHeard
    | OrderAccepted
    | OrderDeclined
    | OrderCollected
    | OrderChecked
    | OrderStamped
    | OrderPacked
    | OrderLabelled
    | OrderShipped
    | OrderDelivered
    | ReviewWritten
    | OrderPaidOut
    | MoneyCounted
    | DayEnded
    | Refused
)
