"""What became of a thing that she sells: made, shown, looked at."""

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
class ProductTakenBack:
    """What a lesson had put there to be looked at is gone, with what making it had cost."""

    product: str
    cost_fen: int
    day: int


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
    """``quantity`` units were made, at ``cost_fen`` for all of them.

    ``day`` is today; only what lay forgotten in a village was made earlier, maybe before day 1.
    """

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
    no-photo, no-words, too-slow, few-stars, not-known (nobody has given stars yet), no-answer,
    sold-out, just-looking.
    """

    product: str
    day: int
    looked: int
    bought: int
    reasons: tuple[tuple[str, int], ...]
