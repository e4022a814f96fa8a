"""What went wrong in a store: named from its events alone."""

from typing import Any

import pytest

from demo_store.events import (
    MessageAnswered,
    MessageLapsed,
    OrderAccepted,
    OrderCollected,
    OrderDelivered,
    OrderLapsed,
    OrderPacked,
    OrderPaidOut,
    OrderPlaced,
    OrderShipped,
    PeopleLooked,
    ReviewWritten,
    StockMade,
    StoreEvent,
    TroubleCame,
    TroubleEnded,
)
from demo_store.practice.mistakes import _BAD_WAYS, MISTAKES, mistakes, unmended
from demo_store.world.catalogue import load_catalogue

PLACED = OrderPlaced("o1", "p1", 2, 350, "beijing", "teacher", 1, 3)
MADE = StockMade("p1", 10, 1500, 1)


def shipped(**changes: Any) -> OrderShipped:
    fields = {"day": 2, "broken": 0} | changes
    return OrderShipped("o1", "air", 500, fields["day"], 5, fields["broken"])


def looked(*reasons: tuple[str, int]) -> PeopleLooked:
    return PeopleLooked("p1", 2, 9, 1, reasons)


def paid(payout: int) -> OrderPaidOut:
    return OrderPaidOut("o1", 700, 30, 200, 0, payout, 6)


def ended(trouble: str, *, good: bool = False) -> list[StoreEvent]:
    came = TroubleCame("t1", trouble, "teacher", "", 0, 1)
    return [came, TroubleEnded("t1", "some-way", good=good, lost_fen=0, day=2)]


CASES: list[tuple[str, list[StoreEvent]]] = [
    ("broke", [PLACED, shipped(broken=1), OrderDelivered("o1", 5)]),
    ("stale", [PLACED, ReviewWritten("o1", 2, ("stale",), 1)]),
    ("late", [PLACED, shipped(day=4)]),
    ("late", [PLACED, OrderAccepted("o1"), OrderCollected("o1"), OrderLapsed("o1", 5)]),
    ("lost-money", [MADE, PLACED, OrderPacked("o1", "box", 100), paid(399)]),
    ("unanswered", [MessageLapsed("m1", 2)]),
    ("untrue", [MessageAnswered("m1", "fresh", 2, good=False)]),
    ("not-as-shown", [PLACED, ReviewWritten("o1", 4, ("not-as-shown",))]),
    ("code-told", ended("code-call")),
    ("sent-unpaid", ended("false-payment")),
    ("paid-a-cheat", ended("refund-link")),
    ("paid-a-cheat", ended("first-place-fee")),
    ("unfair", ended("all-broke")),
    ("unfair", ended("sent-back")),
    ("bad-way", ended("below-cost")),
    ("bad-way", [TroubleEnded("t1", "send", good=False, lost_fen=0, day=2)]),
    ("lapsed", [PLACED, OrderLapsed("o1", 4)]),
    ("short", [PLACED, OrderAccepted("o1"), OrderLapsed("o1", 4)]),
    ("too-dear", [looked(("just-looking", 4), ("too-dear", 2))]),
    ("dark-photo", [looked(("no-photo", 3), ("too-dear", 2))]),
]
GOOD: list[list[StoreEvent]] = [
    [PLACED, shipped(), OrderDelivered("o1", 5), ReviewWritten("o1", 5, ("delicious",))],
    [PLACED, shipped(broken=1)],  # nobody knows yet
    [MADE, PLACED, OrderPacked("o1", "box", 100), paid(400)],
    [MessageAnswered("m1", "fresh", 2, good=True)],
    [TroubleEnded("t1", "wait", good=True, lost_fen=0, day=2)],
    ended("code-call", good=True),
    [
        looked(("too-dear", 1)),
        looked(("just-looking", 8)),
        looked(("sold-out", 5), ("too-dear", 3)),
    ],
    [OrderDelivered("o9", 5), OrderLapsed("o9", 3)][:1],
]


@pytest.mark.parametrize(("name", "events"), CASES)
def test_a_mistake_is_named_when_it_has_happened(name: str, events: list[StoreEvent]) -> None:
    assert mistakes(events) == ((name, len(events)),)
    assert mistakes(events[:-1]) == ()


@pytest.mark.parametrize("events", GOOD)
def test_what_went_well_is_no_mistake(events: list[StoreEvent]) -> None:
    assert mistakes(events) == ()


def test_every_name_that_a_skill_may_use_can_come_about() -> None:
    assert {name for name, _ in CASES} == set(MISTAKES)


def test_what_a_bad_way_means_is_told_of_troubles_that_there_are() -> None:
    assert set(_BAD_WAYS) <= set(load_catalogue().troubles)


def test_a_mistake_counts_until_it_is_mended() -> None:
    found = mistakes([MessageLapsed("m1", 2), PLACED, MessageLapsed("m2", 3)])
    assert unmended(found, ["unanswered"], 0) == 3
    assert unmended(found, ["unanswered"], 2) == 3
    assert unmended(found, ["unanswered"], 3) is None
    assert unmended(found, ["broke"], 0) is None
