"""Why an answer was not true is what the store was like when she gave it."""

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest

from demo_store.conversation import talk, truth
from demo_store.conversation.reasons import OWN, REASONS, reason
from demo_store.engine import fold
from demo_store.practice import scenes
from demo_store.store import Store
from demo_store.world.catalogue import load_catalogue
from demo_store.world.questions import Question

CATALOGUE = load_catalogue()
QUESTIONS = list(CATALOGUE.questions.values())
DAY = 12


def asked(question: str, kind: str | None = None, **product: object) -> Store:
    """A store, on day 12, in which this was just asked; with changes to the product."""
    rng, store = random.Random(3), Store(day=DAY)
    store = fold(CATALOGUE, store, scenes.bring(CATALOGUE, store, f"message:{question}", rng, kind))
    changed = replace(store.products[-1], **product)  # type: ignore[arg-type]
    return replace(store, products=(*store.products[:-1], changed))


def situations(question: Question) -> Iterator[Store]:
    """Fresh, old, sold out, few, dear, cheap, held up, late."""
    for kind in sorted(question.kinds):
        yield asked(question.id, kind)
        for day, units in ((DAY - 3, 40), (1, 40), (DAY, 3)):
            yield asked(question.id, kind, batches=((day, units),))
        yield asked(question.id, kind, batches=())
        for fen in (10, 50_000):
            yield asked(question.id, kind, price_fen=fen)
        store = asked(question.id, kind)
        yield replace(store, day=DAY + 5)
        if store.orders:
            held_up = replace(store.orders[-1], delayed_by="sandstorm", arrives_day=DAY + 9)
            yield replace(store, orders=(*store.orders[:-1], held_up))


def why(store: Store, reply: str) -> str:
    about = truth.asked(CATALOGUE, store, store.messages[-1])
    return reason(about, about.question.reply(reply))


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: each.id)
def test_exactly_the_answers_that_are_not_true_have_a_reason(question: Question) -> None:
    for store in situations(question):
        good = talk.good_replies(CATALOGUE, store, store.messages[-1])
        for reply in question.replies.values():
            found = why(store, reply.id)
            assert (found == "") is (reply.id in good)
            assert (found == OWN) is (reply.why is not None)
            assert found in {"", OWN, *REASONS}


def test_every_reason_comes_up() -> None:
    found = {
        why(store, reply)
        for question in QUESTIONS
        for store in situations(question)
        for reply in question.replies
    }
    assert found == {"", OWN, *REASONS}


@pytest.mark.parametrize(
    ("made_day", "reply", "expected"),
    [
        (DAY, "some-days", "fresh-now"),
        (DAY - 3, "from-today", "not-fresh"),
        (1, "some-days", "too-old"),
    ],
)
def test_what_is_said_of_how_old_it_is_follows_its_day(
    made_day: int, reply: str, expected: str
) -> None:
    kind = "chicken"
    assert why(asked("is-it-fresh", kind, batches=((made_day, 9),)), reply) == expected


def test_nothing_that_is_left_is_not_called_old() -> None:
    assert why(asked("is-it-fresh", "nang", batches=()), "from-today") == "none-left"
