"""Where in the store what a practice step asks for can happen: its pages, and the way to them.

Addresses are those inside the store; a ``*`` stands for any id. The front is the empty one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

FRONT: Final = ""
ORDER: Final = "/order/*"
PRODUCT: Final = "/product/*"


@dataclass(frozen=True, slots=True)
class Pages:
    """``where`` it happens and, where the front is no such page, the ``way`` from there to it."""

    where: tuple[str, ...]
    way: tuple[str, ...] = ()


_PRODUCT_WAY: Final = (FRONT, "/products")
_NIGHT: Final = Pages((FRONT, ORDER))  # the sun shines on the front and beside a parcel
_TALKED: Final = Pages(("/message/*", "/trouble/*"), (FRONT, "/messages"))
_SAVING: Final = Pages(
    ("/money/goals", "/money/goal", "/money/goal/save", "/money/goal/take-back"),
    (FRONT, "/money"),
)
_LENDING: Final = Pages(("/money/loan", "/money/loans", "/money/loan/*"), (FRONT, "/money"))
_VILLAGE: Final = Pages(("/village", "/village/morning", "/village/*/*"), (FRONT,))
_ANYWHERE: Final = Pages(("*",))


def _of_product(station: str = "") -> Pages:
    """On a product's own page or at a station of it."""
    return Pages((PRODUCT, *((f"{PRODUCT}/{station}",) if station else ())), _PRODUCT_WAY)


def _of_order(*more: str) -> Pages:
    return Pages((ORDER, *more), (FRONT, "/orders"))


PRODUCT_PAGES: Final[Mapping[str, Pages]] = {
    "ProductAdded": Pages((FRONT, "/products", "/add")),
    "ProductOpened": Pages((FRONT, "/products", "/add")),
    "ProductTakenBack": Pages((FRONT, "/products")),  # by a lesson, before its step begins
    "PhotoChosen": _of_product("photo"),
    "NameSaid": _of_product("name"),
    "StockMade": _of_product("made"),
    "PriceSet": _of_product("price"),
    "Described": _of_product("describe"),
    "ListingPublished": _of_product(),
}
ORDER_PAGES: Final[Mapping[str, Pages]] = {
    "OrderHeard": _of_order("/orders"),
    "OrderAccepted": _of_order(),
    "OrderDeclined": _of_order(),
    "OrderCollected": _of_order(),
    "OrderChecked": _of_order(),
    "OrderStamped": _of_order(),
    "OrderPacked": _of_order(),
    "OrderLabelled": _of_order(),
    "OrderShipped": _of_order(),
    "ParcelsViewed": Pages(("/orders",), (FRONT,)),
}
TALK_PAGES: Final[Mapping[str, Pages]] = {
    "MessageAnswered": Pages(("/message/*",), (FRONT, "/messages")),
    "TroubleEnded": Pages(("/trouble/*",), (FRONT, "/messages")),
    "ReviewHeard": Pages(("/messages",), (FRONT,)),
    "Refunded": _TALKED,
    "OrderReturned": Pages(("/trouble/*",), (FRONT, "/messages")),
}
NIGHT_PAGES: Final[Mapping[str, Pages]] = {
    "DayEnded": _NIGHT,
    "IncidentHappened": _NIGHT,
    "PeopleLooked": _NIGHT,
    "OrderPlaced": Pages((*_NIGHT.where, *_TALKED.where), _TALKED.way),
    "OrderLapsed": _NIGHT,
    "ParcelDelayed": _NIGHT,
    "OrderDelivered": _NIGHT,
    "OrderLost": _NIGHT,
    "OrderPaidOut": _NIGHT,
    "ReviewWritten": Pages((*_NIGHT.where, *_TALKED.where), _TALKED.way),
    "MessageCame": _NIGHT,
    "MessageLapsed": _NIGHT,
    "TroubleCame": _NIGHT,
    "TroubleGone": Pages((*_NIGHT.where, "/trouble/*"), (FRONT, "/messages")),
    "LoanRepaid": _NIGHT,
    "LoanPartMissed": _NIGHT,
}
SAVING_PAGES: Final[Mapping[str, Pages]] = {
    "SavingGoalChosen": _SAVING,
    "MoneySaved": _SAVING,
    "MoneyTakenBack": _SAVING,
    "SavingGoalReached": _SAVING,
    "SavingGoalBought": _SAVING,
}
LENDING_PAGES: Final[Mapping[str, Pages]] = {
    "LoanHeard": _LENDING,
    "LoanTaken": _LENDING,
    "LoanLeft": _LENDING,
}
PAGES: Final[Mapping[str, Pages]] = {
    **PRODUCT_PAGES,
    **ORDER_PAGES,
    **TALK_PAGES,
    **NIGHT_PAGES,
    **SAVING_PAGES,
    **LENDING_PAGES,
    "MoneyWithdrawn": Pages(("/money/card", "/money/card/withdraw"), (FRONT, "/money")),
    "MoneyCounted": Pages((FRONT,)),
    "StoreViewedAsBuyer": Pages((FRONT,)),
    "ScoreViewed": Pages((FRONT,)),
    "StoryHeard": Pages(("/morning",), (FRONT,)),
    "Refused": _ANYWHERE,
}
"""Of every event of the store, by its class name."""

_BY_PARCEL: Final = frozenset({"OrderDelivered", "OrderPaidOut", "ReviewWritten"})
_BY_MAKING: Final = frozenset(ORDER_PAGES) - {"OrderHeard", "OrderDeclined", "ParcelsViewed"}
_BY_MONEY: Final = frozenset({*SAVING_PAGES, *LENDING_PAGES, "MoneyWithdrawn"})


def leads_on(wanted: Iterable[str], begins: str, inside: str) -> bool:
    """Whether one of these events can happen on a page, or there is a way on from it.

    ``begins`` is the page on which the step begins. A way from the front counts only for what
    begins there; and what begins with one order or product is about no other one.
    """
    if inside == begins or (begins and inside.startswith(f"{begins}/")):
        return True
    found = pages(wanted, with_way=begins == FRONT)
    return any(matches(each, inside) for each in found if not _is_of_its_kind(each, begins))


def is_by_the_way(wanted: Iterable[str], inside: str) -> bool:
    """Whether a page lies on the way from the front, or shows what is only to be waited for."""
    wanted = set(wanted)
    ways = [way for event in wanted for way in PAGES.get(event, _VILLAGE).way]
    if not _BY_PARCEL.isdisjoint(wanted):
        ways += ["/orders", "/parcels", "/morning"]
    if not _BY_MAKING.isdisjoint(wanted):
        ways.append(f"{PRODUCT}/made")  # there may be too few for the order
    if not _BY_MONEY.isdisjoint(wanted) and inside.startswith("/money"):
        return True
    return any(matches(way, inside) for way in ways)


def pages(events: Iterable[str], *, with_way: bool) -> Iterator[str]:
    """The pages of these events; what is not an event of the store happens in the village."""
    for event in events:
        found = PAGES.get(event, _VILLAGE)
        yield from found.where
        if with_way:
            yield from found.way


def matches(pattern: str, inside: str) -> bool:
    """Whether an address inside the store is one of the pattern's."""
    if pattern == "*":
        return True
    parts, here = pattern.split("/"), inside.split("/")
    return len(parts) == len(here) and all(
        part in ("*", there) for part, there in zip(parts, here, strict=True)
    )


def _is_of_its_kind(pattern: str, begins: str) -> bool:
    return "/*" in pattern and pattern.split("/*")[0] == begins.rpartition("/")[0] != ""
