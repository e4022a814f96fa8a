"""What was asked and answered, and the troubles that came and ended."""

from dataclasses import dataclass


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
class ReviewHeard:
    """The learner listened to what the customer of an order says of it."""

    order: str


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
class TroubleGone:
    """It went away by itself: what it was about is not there any more, and nothing was lost."""

    id: str
    day: int


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
