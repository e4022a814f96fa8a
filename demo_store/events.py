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
class Described:
    """The learner said what her product is like; ``qualities`` are ids, ``clip`` a recording."""

    product: str
    qualities: tuple[str, ...]
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
class PeopleLooked:
    """``looked`` people saw the product today; ``bought`` of them ordered.

    ``reasons`` are pairs of a code and how many people it kept from buying, most first: too-dear,
    no-photo, no-words, too-slow, few-stars, no-answer, sold-out, just-looking.
    """

    product: str
    day: int
    looked: int
    bought: int
    reasons: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class IncidentHappened:
    """Something in the world: ``incident`` is its id; it lasts to the end of ``last_day``."""

    incident: str
    day: int
    last_day: int


@dataclass(frozen=True, slots=True)
class ParcelDelayed:
    """A parcel arrives later than it should; ``reason`` is an incident's id."""

    order: str
    reason: str
    arrives_day: int


@dataclass(frozen=True, slots=True)
class MessageCame:
    """A customer asks; ``order`` is empty where it is about the product.

    ``due_day`` is the last day on which an answer counts as within a day.
    """

    message: str
    question: str
    customer: str
    product: str
    order: str
    day: int
    due_day: int


@dataclass(frozen=True, slots=True)
class MessageAnswered:
    """The learner answered; ``good`` says whether the answer was true and helpful."""

    message: str
    reply: str
    day: int
    good: bool


@dataclass(frozen=True, slots=True)
class MessageLapsed:
    """Nobody answered within a day; the customer went elsewhere."""

    message: str
    day: int


@dataclass(frozen=True, slots=True)
class TroubleCame:
    """Something that a learner has to find her way out of; ``trouble`` is its id in the content.

    ``order`` is empty where it is about no order; ``fen`` is the money that is at stake. Where it
    is about ``quantity`` units of a product, ``product`` says of which.
    """

    id: str
    trouble: str
    customer: str
    order: str
    fen: int
    day: int
    product: str = ""
    quantity: int = 0


@dataclass(frozen=True, slots=True)
class TroubleEnded:
    """She chose a way out; what it cost her is shown and not punished.

    ``lost_fen`` left her purse at once. ``cost_fen`` is all that it costs: also what was refunded,
    what a parcel's way cost, ``units_lost`` of the trouble's product that are gone from the stock,
    or what is likely to be lost later.
    """

    id: str
    way: str
    good: bool
    lost_fen: int
    day: int
    cost_fen: int = 0
    units_lost: int = 0


@dataclass(frozen=True, slots=True)
class Refunded:
    """The customer got ``fen`` back for an order, by the seller's own choice."""

    order: str
    fen: int
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
    """Handed to a carrier; chance decided the day of arrival, what will break and what is lost."""

    order: str
    carrier: str
    freight_fen: int
    day: int
    arrives_day: int
    broken: int
    lost: bool = False


@dataclass(frozen=True, slots=True)
class OrderDelivered:
    """The parcel reached the customer."""

    order: str
    day: int


@dataclass(frozen=True, slots=True)
class ReviewWritten:
    """The customer gave 1-5 stars; a later one for the same order takes the place of the first.

    ``reasons`` are codes. Complaints: late, broken, stale, too-dear, not-as-shown, no-answer,
    broken-promise, no-help. Praise: helped, or delicious where nothing was wrong.
    """

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
    | Described
    | StockMade
    | PriceSet
    | ListingPublished
    | StoreViewedAsBuyer
    | PeopleLooked
    | IncidentHappened
    | ParcelDelayed
    | MessageCame
    | MessageAnswered
    | MessageLapsed
    | TroubleCame
    | TroubleEnded
    | Refunded
    | OrderLost
    | OrderReturned
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
