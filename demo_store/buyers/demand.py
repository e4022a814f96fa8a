"""What those who look at an offer think of it: chances, without any randomness.

A looker asks one thing after the other: can I see it, is the price right, is it described, what do
others say, does the seller answer, when will it be here. The first that she does not like sends
her away and is her reason. Each share falls, or stays, when the offer gets worse.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from demo_store.buyers.score import Score, score_of
from demo_store.store import Order, Product, Store
from demo_store.world import calendar
from demo_store.world.catalogue import Catalogue, Home, ProductKind, Wishes

_NEWEST: Final = 20
"""How many of the newest orders say how fast she sends."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What a looker sees of a product and its store; shares from 0 to 1, None: nothing yet."""

    kind: str
    price_fen: int
    day: int
    photo: bool = True
    words: int = 0
    """How many things are said of it."""
    stars: float | None = None
    replied: float | None = None
    on_time: float | None = None
    sending_days: float = 1
    """From the order to the carrier."""
    carriers: tuple[str, ...] = ()
    """Of her newest parcels, one entry each; empty: the fastest is taken for it."""
    renown: int = 0
    interest: float = 1
    """Times as many lookers: less where many sell the same."""


@dataclass(frozen=True, slots=True)
class Odds:
    """What will happen on average; ``buys`` and the shares of ``reasons`` make 1."""

    lookers: float
    """How many people look in the day."""
    buys: float
    """The share of them that buys."""
    reasons: tuple[tuple[str, float], ...]
    """The share that each reason keeps from buying."""
    cities: tuple[tuple[str, float], ...]
    """Where buyers live: weights by city, in the order of the ids."""

    @property
    def orders(self) -> float:
        """How many buy in the day, if there is enough for all."""
        return self.lookers * self.buys


NOBODY: Final = Odds(0, 0, (), ())


def expected_orders(catalogue: Catalogue, store: Store, product: Product) -> float:
    """How many orders the product brings in a day on average, while there is stock of it.

    0 where it is not published. Promises to beginners (a sure first buyer, not too many at once)
    are not in it.
    """
    if not product.published or product.price_fen is None:
        return 0
    return odds(catalogue, offer(catalogue, store, product)).orders


def offer(
    catalogue: Catalogue, store: Store, product: Product, score: Score | None = None
) -> Offer:
    """The product as lookers see it on the store's day; it must have a price."""
    assert product.price_fen is not None
    score = score or score_of(catalogue, store)
    sent = _sent(store)
    return Offer(
        kind=product.kind,
        price_fen=product.price_fen,
        day=store.day,
        photo=bool(product.photo),
        words=words(product),
        stars=score.stars,
        replied=score.replied,
        on_time=score.shipped,
        sending_days=_sending_days(sent),
        carriers=tuple(order.carrier for order in sent),
        renown=store.renown,
    )


def words(product: Product) -> int:
    """How many things are said of it; a recording counts as one."""
    return len(product.qualities) + bool(product.words_clip)


def odds(catalogue: Catalogue, seen: Offer) -> Odds:
    """What the lookers of a day will do on average."""
    wishes = catalogue.market.wishes
    kind = catalogue.kind(seen.kind)
    cities = _patient(catalogue, seen)
    shares = (
        ("no-photo", 1.0 if seen.photo else wishes.no_photo),
        ("too-dear", price_share(wishes, kind, seen.price_fen)),
        ("no-words", _rising(wishes.no_words, seen.words / wishes.enough_words)),
        ("not-known" if seen.stars is None else "few-stars", _stars_share(wishes, seen.stars)),
        ("no-answer", _rising(wishes.never_answered, seen.replied)),
        ("too-slow", sum(weight for _, weight in cities)),
        ("just-looking", wishes.buys),
    )
    left, reasons = 1.0, []
    for reason, share in shares:
        reasons.append((reason, left * (1 - share)))
        left *= share
    return Odds(_lookers(catalogue, kind, seen), left, tuple(reasons), cities)


def price_share(wishes: Wishes, kind: ProductKind, price_fen: int) -> float:
    """The share of lookers for whom the price is not too much, from 1 down to 0.

    Everybody up to the usual lowest price; then it falls evenly to the usual highest, and from
    there to nothing.
    """
    low, high = kind.price_fen.low, kind.price_fen.high
    if price_fen <= low:
        return 1.0
    if price_fen <= high:
        return 1 - (1 - wishes.at_usual_high) * (price_fen - low) / (high - low)
    too_much = high * (wishes.nobody_buys_at_percent - 100) / 100
    return wishes.at_usual_high * max(0.0, 1 - (price_fen - high) / too_much)


def renown_factor(catalogue: Catalogue, points: int) -> float:
    """How many times as many people look at a store with so many points of renown."""
    renown = catalogue.market.renown
    more = renown.most_percent / 100 - 1
    return 1 + more * points / (points + renown.half_points)


def promised_days(seen: Offer, home: Home) -> float:
    """How many days after the order the parcel is said to be there, on average."""
    return _promised(seen.sending_days, Counter(seen.carriers), home)


def _lookers(catalogue: Catalogue, kind: ProductKind, seen: Offer) -> float:
    known = renown_factor(catalogue, seen.renown)
    return calendar.wanted(catalogue, kind, seen.day) * known * seen.interest


def _stars_share(wishes: Wishes, stars: float | None) -> float:
    if stars is None:
        return wishes.no_stars_yet
    return _rising(wishes.one_star, (stars - 1) / 4)


def _rising(worst: float, how_good: float | None) -> float:
    """From ``worst`` at 0 evenly to 1 at 1; nothing known is as good as all well."""
    if how_good is None:
        return 1.0
    return worst + (1 - worst) * min(1.0, how_good)


def _patient(catalogue: Catalogue, seen: Offer) -> tuple[tuple[str, float], ...]:
    """The share of all lookers, by city, who live there and do not find it too slow."""
    wishes = catalogue.market.wishes
    trusted = _rising(wishes.never_on_time, seen.on_time)
    parcels = Counter(seen.carriers)
    return tuple(
        (
            home.city,
            trusted * home.share * patience(wishes, _promised(seen.sending_days, parcels, home)),
        )
        for home in catalogue.homes
    )


def _promised(sending_days: float, parcels: Mapping[str, int], home: Home) -> float:
    """``parcels`` are how many went by each carrier."""
    if not parcels:
        return sending_days + home.soonest
    days = sum(home.under_way[carrier] * number for carrier, number in parcels.items())
    return sending_days + days / sum(parcels.values())


def patience(wishes: Wishes, days: float) -> float:
    """The share of lookers who would wait so many days, from 1 down to 0."""
    if days <= wishes.soon_days:
        return 1.0
    span = wishes.too_late_days - wishes.soon_days
    return max(0.0, 1 - (days - wishes.soon_days) / span)


def _sent(store: Store) -> list[Order]:
    return [order for order in store.orders[-_NEWEST:] if order.shipped_day is not None]


def _sending_days(sent: list[Order]) -> float:
    if not sent:
        return 1
    return sum(_days_to_carrier(sent)) / len(sent)


def _days_to_carrier(sent: list[Order]) -> Iterator[int]:
    return ((order.shipped_day or order.placed_day) - order.placed_day for order in sent)
