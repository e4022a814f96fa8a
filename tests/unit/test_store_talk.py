"""Customers ask, she answers, and they judge by what was true."""

import random
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from demo_store.buyers.reviews import said, written
from demo_store.buyers.score import score_of
from demo_store.commands import AnswerMessage, EndDay
from demo_store.conversation import talk
from demo_store.engine import fold, handle
from demo_store.errors import UnknownId
from demo_store.events import (
    MessageAnswered,
    MessageCame,
    MessageLapsed,
    OrderPlaced,
    Refunded,
    Refused,
    ReviewWritten,
    StoreEvent,
)
from demo_store.finance.accounts import accounts
from demo_store.practice import scenes
from demo_store.selling.shelf import available
from demo_store.store import Order, OrderState, Product, Store
from demo_store.world.catalogue import Catalogue, load_catalogue
from demo_store.world.questions import Question

CATALOGUE = load_catalogue()
QUESTIONS = list(CATALOGUE.questions.values())
DAY = 12


def asked(
    question: str, kind: str | None = None, store: Store | None = None, **product: object
) -> Store:
    """A store, on day 12, in which a customer has just asked this; with changes to the product."""
    store = store or Store(day=DAY)
    rng = random.Random(3)
    store = fold(CATALOGUE, store, scenes.bring(CATALOGUE, store, f"message:{question}", rng, kind))
    changed = replace(store.products[-1], **product)  # type: ignore[arg-type]
    return replace(store, products=(*store.products[:-1], changed))


def answer(store: Store, reply: str, seed: int = 1) -> tuple[StoreEvent, ...]:
    message = store.messages[-1].id
    return handle(CATALOGUE, store, AnswerMessage(message, reply), random.Random(seed))


def answered(store: Store, reply: str) -> Store:
    return fold(CATALOGUE, store, answer(store, reply))


def is_good(store: Store, reply: str) -> bool:
    (found,) = [event for event in answer(store, reply) if isinstance(event, MessageAnswered)]
    return found.good


def bought(events: tuple[StoreEvent, ...]) -> list[OrderPlaced]:
    return [event for event in events if isinstance(event, OrderPlaced)]


def assert_money_adds_up(store: Store) -> None:
    found = accounts(store)
    assert found.customers_paid_fen == sum(order.total_fen for order in store.orders)
    assert found.customers_paid_fen == (
        found.fees_fen + found.freight_fen + found.refunds_fen + found.payout_fen + found.held_fen
    )
    assert found.held_fen >= 0
    assert sum(entry.fen for entry in store.ledger) == store.money_fen
    for order in store.orders:
        assert 0 <= order.refund_fen <= order.total_fen


def situations(question: Question) -> Iterator[Store]:
    """The question about every fitting product: fresh, old, sold out, dear, cheap, held up."""
    for kind in sorted(question.kinds):
        yield asked(question.id, kind)
        for product in (
            {"batches": ((DAY - 3, 40),)},
            {"batches": ((1, 40),)},
            {"batches": ()},
            {"batches": ((DAY, 3),)},
            {"price_fen": 50_000},
            {"price_fen": 10},
        ):
            yield asked(question.id, kind, **product)
        store = asked(question.id, kind)
        if store.orders:
            held_up = replace(store.orders[-1], delayed_by="sandstorm", arrives_day=DAY + 9)
            yield replace(store, orders=(*store.orders[:-1], held_up))
        yield replace(store, day=DAY + 1)
        yield replace(store, day=DAY + 5)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: each.id)
def test_every_reply_in_every_situation_ends_the_question_and_keeps_the_money(
    question: Question,
) -> None:
    for store in situations(question):
        message = store.messages[-1]
        good = talk.good_replies(CATALOGUE, store, message)
        assert good, "there is always something true and helpful to say"
        talk.words(CATALOGUE, store, message)
        for reply in question.replies:
            talk.reply_words(CATALOGUE, store, message, reply)
            events = answer(store, reply)
            assert events == answer(store, reply)
            assert events[0] == MessageAnswered(message.id, reply, store.day, reply in good)
            after = fold(CATALOGUE, store, events)
            assert_money_adds_up(after)
            assert talk.open_messages(after) == ()
            assert answer(after, reply) == (Refused("AnswerMessage", "done"),)
            for order in bought(events):
                assert order.quantity >= 1
                assert order.customer == message.customer
                limit = available(store, store.products[-1])
                asked_for = "buy-asked" in question.replies[reply].does
                assert asked_for or order.quantity <= limit


def test_what_is_not_there_is_the_callers_mistake() -> None:
    store = asked("how-long")
    for command in (AnswerMessage("m9", "weeks"), AnswerMessage("m1", "hours")):
        with pytest.raises(UnknownId):
            handle(CATALOGUE, store, command, random.Random(1))


def test_whether_it_is_fresh_is_what_the_day_of_baking_says() -> None:
    for made_day, good in ((DAY, True), (DAY - 1, True), (DAY - 2, False), (1, False)):
        assert (
            is_good(asked("is-it-fresh", "nang", batches=((made_day, 40),)), "from-today") == good
        )
    assert is_good(asked("is-it-fresh", "nang", batches=((DAY - 8, 40),)), "some-days")
    assert not is_good(asked("is-it-fresh", "chicken", batches=((DAY - 4, 40),)), "some-days")


@pytest.mark.parametrize(
    ("kind", "reply"), [("chicken", "days"), ("nang", "weeks"), ("honey", "months")]
)
def test_how_long_it_keeps_is_what_its_shelf_life_says(kind: str, reply: str) -> None:
    store = asked("how-long", kind)
    assert talk.good_replies(CATALOGUE, store, store.messages[-1]) == (reply,)


def test_a_true_answer_sells_and_a_rude_one_does_not() -> None:
    store = asked("is-it-fresh", "nang")
    (order,) = bought(answer(store, "from-today"))
    assert order.price_fen == store.products[0].price_fen
    assert order.customer == store.messages[0].customer
    assert not bought(answer(store, "see-photo"))


def test_many_are_ordered_for_the_day_on_which_they_are_wanted() -> None:
    store = asked("send-many", "nang", batches=((DAY, 100),))
    (order,) = bought(answer(store, "all-of-it"))
    assert order.quantity == 60
    assert order.due_day == DAY + CATALOGUE.questions["send-many"].within_days
    assert is_good(store, "all-of-it")


def test_to_promise_more_than_there_is_brings_an_order_that_is_hard_to_fill() -> None:
    store = asked("send-many", "nang", batches=((DAY, 20),))
    assert not is_good(store, "all-of-it")
    (order,) = bought(answer(store, "all-of-it"))
    assert order.quantity > store.products[0].stock
    assert [each.quantity for each in bought(answer(store, "what-there-is"))] == [20]


def test_half_the_price_is_half_the_money() -> None:
    store = asked("cheaper", "nang", price_fen=300)
    assert [order.price_fen for order in bought(answer(store, "half"))] == [150]
    assert [order.price_fen for order in bought(answer(store, "a-little"))] == [270]


def delivered(store: Store, **changes: object) -> ReviewWritten:
    """The review of the newest order as it arrives three days after it was sent in time."""
    order = store.orders[-1]
    sent = replace(
        order,
        state=OrderState.SHIPPED,
        shipped_day=order.placed_day + 1,
        arrives_day=order.placed_day + 4,
        batches=((order.placed_day, order.quantity),),
        packaging="egg-tray",
        **changes,  # type: ignore[arg-type]
    )
    arrived = replace(store, day=order.placed_day + 4, orders=(*store.orders[:-1], sent))
    return written(CATALOGUE, arrived, sent)


def test_who_is_told_it_is_fresh_and_gets_it_old_says_so() -> None:
    store = answered(asked("is-it-fresh", "nang", batches=((1, 40),)), "from-today")
    assert delivered(store).reasons == ("not-as-shown",)
    honest = answered(asked("is-it-fresh", "nang", batches=((DAY, 40),)), "from-today")
    assert delivered(honest).reasons == ("delicious",)


def test_who_promised_to_make_it_new_must_not_send_the_old() -> None:
    store = answered(asked("is-it-fresh", "nang", batches=((5, 40),)), "make-new")
    assert delivered(store).reasons == ("delicious",)
    old = replace(store.orders[-1], batches=((5, 9),), state=OrderState.SHIPPED, shipped_day=DAY)
    assert written(CATALOGUE, replace(store, day=DAY + 3), old).reasons == ("broken-promise",)


@pytest.mark.parametrize(
    ("packaging", "reason"), [("egg-tray", "delicious"), ("bag", "broken-promise")]
)
def test_who_promised_to_pack_it_well_must_do_so(packaging: str, reason: str) -> None:
    store = answered(asked("will-it-break", "eggs"), "packed-well")
    order = replace(
        store.orders[-1],
        packaging=packaging,
        state=OrderState.SHIPPED,
        shipped_day=DAY,
        batches=((DAY, 9),),
    )
    assert written(CATALOGUE, store, order).reasons == (reason,)


@pytest.mark.parametrize(("sent", "reasons"), [(13, ("delicious",)), (14, ("broken-promise",))])
def test_tomorrow_means_tomorrow(sent: int, reasons: tuple[str, ...]) -> None:
    store = answered(asked("when-sent", "nang"), "by-tomorrow")
    order = replace(
        store.orders[-1],
        state=OrderState.SHIPPED,
        shipped_day=sent,
        batches=((DAY, 9),),
        due_day=20,
    )
    assert written(CATALOGUE, replace(store, day=16), order).reasons == reasons


@pytest.mark.parametrize(("arrives", "reasons"), [(13, ("delicious",)), (15, ("broken-promise",))])
def test_a_parcel_that_is_promised_for_tomorrow_must_be_there(
    arrives: int, reasons: tuple[str, ...]
) -> None:
    store = answered(asked("where-is-it", "nang"), "tomorrow")
    order = store.orders[-1]
    assert written(CATALOGUE, replace(store, day=arrives), order).reasons == reasons


def test_an_unkind_answer_stays_in_the_review() -> None:
    store = answered(asked("where-is-it", "nang"), "ask-the-carrier")
    assert written(CATALOGUE, store, store.orders[-1]).reasons == ("no-help",)


def night(store: Store, seed: int = 1, catalogue: Catalogue = CATALOGUE) -> tuple[StoreEvent, ...]:
    """What customers write in the night to the next day, and nothing else of that night."""
    return tuple(talk.overnight(catalogue, replace(store, day=store.day + 1), random.Random(seed)))


def test_an_answer_is_due_within_a_day_and_lapses_after_it() -> None:
    store = asked("when-sent", "nang")
    assert store.messages[0].due_day == DAY + 1
    assert not [event for event in night(store) if isinstance(event, MessageLapsed)]
    later = replace(store, day=DAY + 1)
    assert MessageLapsed("m1", DAY + 2) in night(later)


def lapsed(store: Store) -> Store:
    store = replace(store, day=DAY + 2)
    return fold(CATALOGUE, store, tuple(talk._lapsed(CATALOGUE, store)))


def test_who_waited_in_vain_writes_it_into_the_review() -> None:
    store = lapsed(asked("when-sent", "nang"))
    order = replace(
        store.orders[-1], state=OrderState.SHIPPED, shipped_day=DAY, batches=((DAY, 9),)
    )
    assert written(CATALOGUE, store, order).reasons == ("no-answer",)
    assert score_of(CATALOGUE, store).replied == 0


def test_who_wrote_already_writes_anew_and_only_once() -> None:
    store = asked("how-to-keep", "raisins")
    before = store.orders[-1].stars
    store = lapsed(store)
    assert before == 5
    assert store.orders[-1].stars == 4
    assert store.orders[-1].review_reasons == ("no-answer",)
    assert tuple(talk._lapsed(CATALOGUE, store)) == ()


def test_a_late_answer_still_helps_an_order_but_who_asked_for_a_product_is_gone() -> None:
    """Without power in the night nothing lapses."""
    store = replace(asked("some-broke", "eggs"), day=DAY + 2)
    events = answer(store, "pay-back")
    assert any(isinstance(event, ReviewWritten) for event in events)
    gone = replace(asked("is-it-fresh", "nang"), day=DAY + 2)
    assert [type(event) for event in answer(gone, "make-new")] == [MessageAnswered]
    after = fold(CATALOGUE, gone, answer(gone, "make-new"))
    assert score_of(CATALOGUE, after).replied == 0


@pytest.mark.parametrize(
    ("question", "reply"), [("some-broke", "pay-back"), ("is-it-fresh", "make-new")]
)
def test_what_lapsed_is_not_answered_any_more(question: str, reply: str) -> None:
    store = lapsed(asked(question, "eggs"))
    assert answer(store, reply) == (Refused("AnswerMessage", "lapsed"),)


def test_broken_units_are_paid_back_once_whether_the_platform_pays_or_she() -> None:
    store = asked("some-broke", "eggs")
    order = store.orders[-1]
    assert order.broken
    assert order.stars == 4
    healed = answered(store, "pay-back").orders[-1]
    assert (healed.stars, healed.review_reasons) == (5, ("helped",))
    assert healed.refund_fen == 0, "the platform pays it back with the payout"
    angry = answered(store, "not-my-fault").orders[-1]
    assert (angry.stars, angry.review_reasons) == (3, ("broken", "no-help"))


def test_who_pays_everything_back_for_two_eggs_pays_the_way_too() -> None:
    store = answered(asked("some-broke", "eggs"), "pay-everything")
    store = fold(CATALOGUE, store, handle(CATALOGUE, store, EndDay(), random.Random(1)))
    order = store.orders[0]
    assert order.state is OrderState.PAID
    assert (order.refund_fen, order.payout_fen) == (order.total_fen, -order.freight_fen)
    assert_money_adds_up(store)


def test_after_the_payout_no_more_is_taken_than_she_was_paid() -> None:
    store = asked("some-broke", "eggs")
    order = store.orders[-1]
    rest = handle(CATALOGUE, store, EndDay(), random.Random(1))
    store = fold(CATALOGUE, store, [event for event in rest if not isinstance(event, OrderPlaced)])
    paid = store.order(order.id)
    assert paid is not None
    found = next(index for index, each in enumerate(store.messages) if each.order == order.id)
    message = store.messages[found].id
    reply = AnswerMessage(message, "pay-everything")
    events = handle(CATALOGUE, store, reply, random.Random(1))
    assert [event.fen for event in events if isinstance(event, Refunded)] == [paid.payout_fen]
    assert_money_adds_up(fold(CATALOGUE, store, events))


def claiming(*qualities: str, kind: str = "nang", **changes: object) -> ReviewWritten:
    order = Order(
        "o1", "p1", 20, 350, "beijing", "teacher", placed_day=3, due_day=6, batches=((3, 20),),
        state=OrderState.SHIPPED, shipped_day=4, arrives_day=7, packaging="box",
    )  # fmt: skip
    product = Product("p1", kind, qualities=qualities)
    store = Store(day=7, products=(product,), orders=(order,))
    return written(CATALOGUE, store, replace(order, **changes))  # type: ignore[arg-type]


def test_what_the_listing_says_must_be_true_of_what_comes() -> None:
    assert claiming("fresh-today", "packed-well").reasons == ("delicious",)
    assert claiming("fresh-today", batches=((1, 1), (3, 19))).reasons == ("not-as-shown",)
    assert claiming("keeps-long").reasons == ("delicious",)
    assert claiming("warm").reasons == ("not-as-shown",)
    assert claiming("packed-well", packaging="bag").reasons == ("delicious",)
    bag = claiming("packed-well", kind="eggs", packaging="bag", price_fen=150)
    assert bag.reasons == ("not-as-shown",)
    assert claiming("warm", batches=((1, 1), (3, 19))).stars == 4


def test_the_same_order_always_says_the_same_and_orders_differ() -> None:
    product = Product("p1", "nang")
    orders = [
        Order(f"o{n}", "p1", 1, 350, "beijing", "teacher", 1, 4, stars=5,
              review_reasons=("delicious",))
        for n in range(1, 30)
    ]  # fmt: skip
    store = Store(products=(product,), orders=tuple(orders))
    spoken = [said(CATALOGUE, store, order) for order in orders]
    assert spoken == [said(CATALOGUE, store, order) for order in orders]
    assert len(set(spoken)) == 3, "of nang three things can be said"
    assert said(CATALOGUE, store, replace(orders[0], review_reasons=())) == ()


def shop(day: int = DAY) -> Store:
    """Eggs and a quilt on the shelf and an order in each state."""
    states = (OrderState.ACCEPTED, OrderState.SHIPPED, OrderState.DELIVERED)
    orders = tuple(
        Order(f"o{n}", "p1", 30, 150, "beijing", "teacher", day - 4, day, state=state,
              shipped_day=day - 2, arrives_day=day, batches=((day - 3, 30),), broken=n - 2, stars=5)
        for n, state in enumerate(states, 2)
    )  # fmt: skip
    orders = (replace(orders[0], id="o1"), replace(orders[1], id="o2"), replace(orders[2], id="o3"))
    eggs = Product("p1", "eggs", batches=((day, 90),), price_fen=150, published=True)
    quilt = Product("p2", "cotton-quilt", batches=((1, 4),), price_fen=25_000, published=True)
    return Store(day=day, products=(eggs, quilt), orders=orders)


def test_a_beginner_is_asked_at_most_once_a_night_and_not_in_the_first_days() -> None:
    nights = [night(shop(), seed) for seed in range(300)]
    assert {len(events) for events in nights} == {0, 1}
    assert 60 < sum(map(len, nights)) < 120
    first = CATALOGUE.manners.rules.first_question_day
    assert not any(night(shop(first - 2), seed) for seed in range(100))
    assert any(night(shop(first - 1), seed) for seed in range(100))


def test_who_sells_much_is_asked_more_often_but_not_without_end() -> None:
    busy = replace(shop(), orders=shop().orders * 40)
    asked_for = [len(night(busy, seed)) for seed in range(100)]
    assert 1 < max(asked_for) <= CATALOGUE.manners.rules.most_questions


def test_everything_is_asked_of_a_shop_that_has_everything() -> None:
    came = [event for seed in range(2000) for event in night(shop(), seed)]
    found = {event.question for event in came if isinstance(event, MessageCame)}
    everything = {question.id for question in QUESTIONS}
    assert everything - found == {"why-so-late", "once-more"}, "nothing was late, something broke"


def test_nobody_asks_of_an_empty_store() -> None:
    assert not any(night(Store(day=DAY), seed) for seed in range(50))


def test_nobody_asks_the_same_twice() -> None:
    store = shop()
    for seed in range(400):
        events = talk.overnight(CATALOGUE, store, random.Random(seed))
        store = fold(CATALOGUE, store, [e for e in events if isinstance(e, MessageCame)])
    about = [(each.question, each.product, each.order) for each in store.messages]
    assert len(about) == len(set(about))
    assert [each.id for each in store.messages] == [f"m{n}" for n in range(1, len(about) + 1)]


def test_the_order_of_the_files_changes_nothing() -> None:
    turned = replace(
        CATALOGUE,
        questions=dict(reversed(CATALOGUE.questions.items())),
        customers=dict(reversed(CATALOGUE.customers.items())),
        qualities=dict(reversed(CATALOGUE.qualities.items())),
    )
    for seed in range(100):
        assert night(shop(), seed) == night(shop(), seed, turned)


def test_the_hash_seed_changes_nothing() -> None:
    code = (
        "from tests.unit.test_store_talk import *\n"
        "print([night(shop(), seed) for seed in range(60)])\n"
        "print([answer(asked(q.id), r) for q in QUESTIONS for r in q.replies])\n"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(printed) == 1
    assert b"MessageCame" in printed.pop()
