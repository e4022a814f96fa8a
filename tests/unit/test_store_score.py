"""The score: answers within a day, parcels sent in time, stars; of the newest ones only."""

from dataclasses import replace

import pytest

from demo_store.buyers.score import Score, score_of
from demo_store.store import Message, Order, OrderState, Product, Store
from demo_store.world.catalogue import load_catalogue

CATALOGUE = load_catalogue()


def order(number: int, **changes: object) -> Order:
    good = Order(
        f"o{number}", "p1", 30, 150, "beijing", "teacher", placed_day=1, due_day=4,
        state=OrderState.PAID, shipped_day=2, stars=5, review_reasons=("delicious",),
    )  # fmt: skip
    return replace(good, **changes)  # type: ignore[arg-type]


def message(number: int, **changes: object) -> Message:
    good = Message(f"m{number}", "how-long", "teacher", "p1", "", 3, 4, "weeks", 4, good=True)
    return replace(good, **changes)  # type: ignore[arg-type]


def store(orders: list[Order], messages: list[Message] | None = None) -> Store:
    return Store(
        day=9,
        products=(Product("p1", "eggs"),),
        orders=tuple(orders),
        messages=tuple(messages or []),
    )


def many(count: int, **changes: object) -> list[Order]:
    return [order(number, **changes) for number in range(1, count + 1)]


def messages(count: int) -> list[Message]:
    return [message(number) for number in range(1, count + 1)]


def test_nothing_is_known_of_a_new_store() -> None:
    assert score_of(CATALOGUE, Store()) == Score(None, None, None, 0, False)


def test_all_well_over_twenty_orders_is_ready() -> None:
    assert score_of(CATALOGUE, store(many(20), messages(20))) == Score(1.0, 1.0, 5.0, 20, True)


def test_nineteen_orders_are_too_few() -> None:
    assert not score_of(CATALOGUE, store(many(19), messages(20))).ready


def test_who_was_never_asked_has_not_shown_that_she_answers() -> None:
    found = score_of(CATALOGUE, store(many(20)))
    assert found.replied is None
    assert not found.ready


@pytest.mark.parametrize(("late", "ready"), [(1, True), (2, False)])
def test_one_late_parcel_of_twenty_is_borne_and_two_are_not(late: int, ready: bool) -> None:
    orders = [*many(20 - late), *(order(n, shipped_day=5) for n in range(21 - late, 21))]
    found = score_of(CATALOGUE, store(orders, messages(20)))
    assert found.shipped == (20 - late) / 20
    assert found.ready == ready


@pytest.mark.parametrize(("poor", "ready"), [(4, True), (5, False)])
def test_four_stars_of_twenty_may_be_missing_and_no_more(poor: int, ready: bool) -> None:
    orders = [*many(20 - poor), *(order(n, stars=4) for n in range(21 - poor, 21))]
    found = score_of(CATALOGUE, store(orders, messages(20)))
    assert found.stars == (100 - poor) / 20
    assert found.ready == ready


def test_a_late_answer_counts_as_none_in_time_and_so_does_silence() -> None:
    asked = [
        message(1),
        message(2, answered_day=5),
        message(3, reply="", answered_day=None, lapsed=True),
        message(4, reply="", answered_day=None),
    ]
    assert score_of(CATALOGUE, store([], asked)).replied == 1 / 3


def test_an_order_that_waits_counts_only_once_it_is_overdue() -> None:
    waiting = order(2, state=OrderState.ACCEPTED, shipped_day=None, stars=None, due_day=9)
    assert score_of(CATALOGUE, store([order(1), waiting])).shipped == 1.0
    assert score_of(CATALOGUE, store([order(1), replace(waiting, due_day=8)])).shipped == 0.5


def test_an_order_that_she_declined_honestly_does_not_count() -> None:
    declined = order(2, state=OrderState.DECLINED, shipped_day=None, stars=None)
    assert score_of(CATALOGUE, store([order(1), declined])).shipped == 1.0


def test_only_the_newest_twenty_count() -> None:
    bad = [order(n, stars=1, shipped_day=9) for n in range(1, 31)]
    good = [order(n) for n in range(31, 51)]
    unanswered = [message(n, answered_day=None, lapsed=True) for n in range(1, 31)]
    asked = [*unanswered, *(message(n) for n in range(31, 51))]
    assert score_of(CATALOGUE, store([*bad, *good], asked)).ready
    assert not score_of(CATALOGUE, store([*good, *bad], asked)).ready
