"""What a night brought, told as cards: one picture and what is said of it, the weightiest first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from demo_store.days.sky import today
from demo_store.events import (
    DayEnded,
    IncidentHappened,
    LoanPartMissed,
    LoanRepaid,
    MessageCame,
    MessageLapsed,
    OrderDelivered,
    OrderLapsed,
    OrderLost,
    OrderPaidOut,
    OrderPlaced,
    ParcelDelayed,
    PeopleLooked,
    ReviewWritten,
    StoreEvent,
    TroubleCame,
    TroubleGone,
)
from demo_store.store import Product, Store
from demo_store.world import calendar
from demo_store.world.catalogue import Catalogue
from kiosk.wording import money, number, words
from lessons.phrase import Phrase, joined

MOST_CARDS: Final = 6
Event = TypeVar("Event")
OF_A_NIGHT: Final = (
    IncidentHappened,
    LoanPartMissed,
    LoanRepaid,
    MessageCame,
    MessageLapsed,
    OrderDelivered,
    OrderLapsed,
    OrderLost,
    OrderPaidOut,
    OrderPlaced,
    ParcelDelayed,
    PeopleLooked,
    ReviewWritten,
    TroubleCame,
    TroubleGone,
)
_LEAST_FIRST: Final = ("looked", "day", "messages", "arrived", "money", "loan", "looked")
"""One card of each is left out after the other where there are too many: why people did not buy
goes last, but of a second product."""
_SIGNS: Final = {
    "too-dear": "note",
    "no-photo": "camera",
    "no-words": "speaker",
    "too-slow": "truck",
    "few-stars": "star",
    "not-known": "question",
    "no-answer": "letter",
    "sold-out": "basket",
    "just-looking": "magnifier",
}
_MOST_LOOKED_AT: Final = 2
"""Products whose lookers are told of."""
_MOST_REASONS: Final = 3
"""Why people did not buy: more is not remembered."""
_MOST_STARS: Final = 3
"""Reviews that are told one by one."""


@dataclass(frozen=True, slots=True)
class Card:
    """One thing that happened; ``inside`` is the place in the store that it leads to, or empty."""

    name: str
    picture: str
    say: Phrase
    inside: str = ""
    fen: int = 0
    stars: tuple[int, ...] = ()
    looked: int = 0
    bought: int = 0
    kept: tuple[tuple[str, int], ...] = ()
    """Of those who looked, whom a reason kept: its sign, and how many."""


def last_night(
    events: Sequence[Event], brought: tuple[type, ...] = OF_A_NIGHT
) -> tuple[Event, ...]:
    """What the last night brought: all that follows its end without anybody's doing.

    ``brought`` are the kinds that a night brings and nobody does.
    """
    begins = next(
        (at for at in range(len(events) - 1, -1, -1) if isinstance(events[at], DayEnded)), None
    )
    if begins is None:
        return ()
    ends = begins + 1
    while ends < len(events) and isinstance(events[ends], brought):
        ends += 1
    return tuple(events[begins:ends])


def told(catalogue: Catalogue, store: Store, night: Sequence[StoreEvent]) -> tuple[Card, ...]:
    """The cards of a night, at most six; none for a quiet one."""
    cards = [
        *_incidents(catalogue, night),
        *_lost(catalogue, store, night),
        *_lapsed(catalogue, store, night),
        *_orders(catalogue, night),
        *_arrived(catalogue, store, night),
        *_written_anew(night),
        *_money(night),
        *_loan(store, night),
        *_looked(catalogue, store, night),
        *_waiting(catalogue, store, night),
    ]
    if not cards or not night:
        return ()
    cards.insert(0, _day(catalogue, store))
    for name in _LEAST_FIRST:
        found = [at for at, card in enumerate(cards) if card.name == name]
        if len(cards) > MOST_CARDS and found:
            del cards[found[-1]]
    return tuple(cards[:MOST_CARDS])


def _day(catalogue: Catalogue, store: Store) -> Card:
    """The day, the season and the weather; in their place the feast that people buy for."""
    said = words("story.day", count=number(store.day))
    feast = next(iter(calendar.festivals(catalogue, store.day)), None)
    if feast is not None:
        return Card("day", feast.picture, joined([said, words("story.feast", name=feast.name)]))
    season = calendar.date(catalogue, store.day).season
    weather = today(catalogue, store)
    return Card("day", weather.picture, joined([said, words(f"story.{season}"), weather.told]))


def _incidents(catalogue: Catalogue, night: Sequence[StoreEvent]) -> Iterator[Card]:
    late = [event for event in night if isinstance(event, ParcelDelayed)]
    new = {event.incident for event in night if isinstance(event, IncidentHappened)}
    for incident in sorted(new | {event.reason for event in late}):
        mishap = catalogue.mishap(incident)
        count = sum(event.reason == incident for event in late)
        said = [mishap.told] if incident in new else [words("story.still", name=mishap.name)]
        if count:
            said.append(words("story.delayed", count=number(count)))
        inside = "/parcels" if count else ""
        yield Card("incident", mishap.picture, joined(said), inside)


def _lost(catalogue: Catalogue, store: Store, night: Sequence[StoreEvent]) -> Iterator[Card]:
    for event in night:
        order = store.order(event.order) if isinstance(event, OrderLost) else None
        if order is not None:
            said = words("parcels.lost", city=catalogue.city(order.city).name)
            yield Card("lost", "scene-oops", said, f"/order/{order.id}")


def _lapsed(catalogue: Catalogue, store: Store, night: Sequence[StoreEvent]) -> Iterator[Card]:
    """Who did not wait any longer; why, and where the goods are."""
    gone = [event for event in night if isinstance(event, OrderLapsed)]
    if not gone:
        return
    said = [words("story.orders-lapsed", count=number(len(gone)))]
    order = store.order(gone[0].order)
    if len(gone) == 1 and order is not None:
        said = [words("story.order-lapsed", city=catalogue.city(order.city).name)]
    if any(event.restocked for event in gone):
        said.append(words("story.goods-stay"))
    said.append(words("order.why-lapsed"))
    inside = f"/order/{gone[0].order}" if len(gone) == 1 else "/orders"
    yield Card("lapsed", "hourglass", joined(said), inside)


def _orders(catalogue: Catalogue, night: Sequence[StoreEvent]) -> Iterator[Card]:
    placed = [event for event in night if isinstance(event, OrderPlaced)]
    if not placed:
        return
    said = [words("store.order-came", count=number(len(placed)))]
    if len(placed) == 1:
        said = [words("story.order", city=catalogue.city(placed[0].city).name)]
    inside = f"/order/{placed[0].order}" if len(placed) == 1 else "/orders"
    yield Card("orders", "scene-order-comes", joined(said), inside)


def _arrived(catalogue: Catalogue, store: Store, night: Sequence[StoreEvent]) -> Iterator[Card]:
    arrived = [event for event in night if isinstance(event, OrderDelivered)]
    if not arrived:
        return
    ids = {event.order for event in arrived}
    written = (event for event in night if isinstance(event, ReviewWritten) and event.order in ids)
    reviews = list({event.order: event for event in written}.values())
    said = [words("store.parcel-arrived", count=number(len(arrived)))]
    order = store.order(arrived[0].order)
    if len(arrived) == 1 and order is not None:
        said = [words("story.arrived", city=catalogue.city(order.city).name)]
    for event in reviews[:_MOST_STARS]:
        said += review_words(event, praise=len(reviews) == 1)
    stars = tuple(event.stars for event in reviews[:_MOST_STARS])
    yield Card("arrived", "scene-parcel-arrives", joined(said), stars=stars)


def _written_anew(night: Sequence[StoreEvent]) -> Iterator[Card]:
    """Of a parcel that came earlier: what a buyer was not glad of since then."""
    here = {event.order for event in night if isinstance(event, OrderDelivered)}
    later = {e.order: e for e in night if isinstance(e, ReviewWritten) and e.order not in here}
    for event in list(later.values())[:_MOST_STARS]:
        said = joined(review_words(event, came="messages.stars-down"))
        yield Card("review", "scene-few-stars", said, f"/order/{event.order}", stars=(event.stars,))


def review_words(
    event: ReviewWritten, praise: bool = False, came: str = "store.review-came"
) -> list[Phrase]:
    """The stars, and after them every reason for them; the usual praise only where it is asked."""
    told_of = [reason for reason in event.reasons if praise or reason != "delicious"]
    return [
        words(came, stars=number(event.stars)),
        *(words(f"review.{reason}") for reason in told_of),
    ]


def _money(night: Sequence[StoreEvent]) -> Iterator[Card]:
    paid = [event for event in night if isinstance(event, OrderPaidOut)]
    if not paid:
        return
    fen = sum(event.payout_fen for event in paid)
    said = [paid_words(fen)]
    back = sum(event.refund_fen for event in paid)
    if back:
        said.append(words("order.refunded", money=money(back)))
    yield Card("money", "scene-paid", joined(said), "/money", fen=max(0, fen))


def paid_words(fen: int, came: str = "store.money-came") -> Phrase:
    """What a payout is told as; below zero it was the freight that took more than there was."""
    if fen < 0:
        return words("store.way-cost-more", money=money(-fen))
    return words(came, money=money(fen))


def _loan(store: Store, night: Sequence[StoreEvent]) -> Iterator[Card]:
    """What of a loan went back, and what should have."""
    repaid = sum(event.fen for event in night if isinstance(event, LoanRepaid))
    if repaid:
        said = [words("purse.repaid", money=money(repaid))]
        loan = store.purse.loan
        over = words("purse.loan-over")
        said.append(words("purse.left", money=money(loan.left_fen)) if loan else over)
        yield Card("loan", "bank", joined(said), "/money/loan", fen=repaid)
    for event in night:
        if isinstance(event, LoanPartMissed):
            said = [words("purse.part-missed", money=money(event.fen))]
            yield Card("missed", "hourglass", joined(said), "/money/loan")


def _looked(catalogue: Catalogue, store: Store, night: Sequence[StoreEvent]) -> Iterator[Card]:
    """Of the products that most people looked at."""
    looks = [event for event in night if isinstance(event, PeopleLooked) and event.looked]
    looks.sort(key=lambda event: event.looked, reverse=True)
    for look in looks[:_MOST_LOOKED_AT]:
        product = store.product(look.product)
        if product is not None:
            yield _look(catalogue, product, look)


def _look(catalogue: Catalogue, product: Product, look: PeopleLooked) -> Card:
    name = catalogue.kind(product.kind).name
    said = [words("story.looked", product=name, count=number(look.looked))]
    if look.bought:
        said.append(words("story.bought", count=number(look.bought)))
    told_of = _weightiest(look.reasons)
    for reason, count in told_of:
        values = {"count": number(count), "money": money(product.price_fen or 0)}
        said.append(words(f"story.why-{reason}", **values))
    return Card(
        "looked",
        "face-buyer",
        joined(said),
        f"/product/{product.id}",
        looked=look.looked,
        bought=look.bought,
        kept=tuple((_SIGNS[reason], count) for reason, count in told_of),
    )


def _weightiest(reasons: tuple[tuple[str, int], ...]) -> list[tuple[str, int]]:
    """What most people said first; of those who only looked last, where there is room for them."""
    known = [each for each in reasons if each[0] in _SIGNS]
    return sorted(known, key=lambda each: each[0] == "just-looking")[:_MOST_REASONS]


def _waiting(catalogue: Catalogue, store: Store, night: Sequence[StoreEvent]) -> Iterator[Card]:
    """What she has to answer, also since earlier."""
    open_messages = [each for each in store.messages if not each.reply and not each.lapsed]
    said = []
    if any(isinstance(event, MessageLapsed) for event in night):
        said.append(words("story.lapsed"))
    if open_messages:
        said.append(words("story.messages", count=number(len(open_messages))))
    if said:
        sign = catalogue.customer(open_messages[0].customer).picture if open_messages else "letter"
        one = len(open_messages) == 1
        inside = f"/message/{open_messages[0].id}" if one else "/messages"
        yield Card("messages", sign, joined(said), inside)
    trouble = next(
        (each for each in store.troubles if each.is_open and each.trouble in catalogue.troubles),
        None,
    )
    if trouble is not None:
        kind = catalogue.troubles[trouble.trouble]
        yield Card(
            "trouble",
            kind.picture,
            words("story.trouble", name=kind.name),
            f"/trouble/{trouble.id}",
        )
