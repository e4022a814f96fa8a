"""Scenes: a trouble or a question that a lesson or a workshop wants now, with what it needs.

As with situations no day passes, and only what is missing is added.
"""

import random

from demo_store.conversation import talk, talk_subjects, troubles
from demo_store.conversation.talk_subjects import Subject
from demo_store.conversation.trouble_fits import fits, kinds_of
from demo_store.errors import UnknownId
from demo_store.events import ReviewWritten, StoreEvent
from demo_store.finance.money import SMALLEST_FEN, rounded_down
from demo_store.practice.rehearsal import Rehearsal
from demo_store.store import Order, OrderState, Store
from demo_store.world.catalogue import Catalogue
from demo_store.world.questions import Question
from demo_store.world.trouble_kinds import TroubleKind


def bring(
    catalogue: Catalogue,
    store: Store,
    trouble_id: str,
    rng: random.Random,
    kind: str | None = None,
) -> tuple[StoreEvent, ...]:
    """The events that make this trouble come now; none where it is open already.

    ``kind`` is what it should be about, where it can be.

    Raises:
        UnknownId: there is no such trouble.
    """
    wanted = catalogue.troubles.get(trouble_id)
    if wanted is None:
        raise UnknownId("trouble", trouble_id)
    if any(trouble.trouble == trouble_id for trouble in troubles.open_troubles(store)):
        return ()
    scene = Rehearsal(catalogue, store, rng)
    if not fits(catalogue, scene.store, wanted):
        _make_fit(catalogue, scene, wanted, kind)
    newest = fits(catalogue, scene.store, wanted)[-1]
    scene.happen(troubles.came(catalogue, scene.store, trouble_id, newest, rng))
    return tuple(scene.events)


def bring_question(
    catalogue: Catalogue,
    store: Store,
    question_id: str,
    rng: random.Random,
    kind: str | None = None,
) -> tuple[StoreEvent, ...]:
    """The events that make a customer ask this now; none where it is open already.

    ``kind`` is what it should be about, where it can be.

    Raises:
        UnknownId: there is no such question.
    """
    question = catalogue.questions.get(question_id)
    if question is None:
        raise UnknownId("question", question_id)
    if any(message.question == question_id for message in talk.open_messages(store)):
        return ()
    scene = Rehearsal(catalogue, store, rng)
    found = [each for each in talk_subjects.subjects(catalogue, store) if _is(each, question)]
    subject = found[-1] if found else _make_subject(scene, question, kind)
    subject = talk_subjects.with_customer(catalogue, scene.store, subject, rng)
    scene.happen(talk.came(catalogue, scene.store, len(store.messages) + 1, subject))
    return tuple(scene.events)


def _make_fit(
    catalogue: Catalogue, scene: Rehearsal, wanted: TroubleKind, kind: str | None
) -> None:
    """Add what the trouble needs."""
    product = scene.listed(kinds_of(catalogue, wanted), kind)
    cost = catalogue.kind(product.kind).unit_cost_fen
    match wanted.needs:
        case "below-cost":
            scene.priced(product, max(SMALLEST_FEN, rounded_down(cost // 2)))
        case "offer" if not fits(catalogue, scene.store, wanted):
            scene.priced(product, rounded_down(catalogue.kind(product.kind).price_fen.middle))
        case "card" | "fee" | "sold" | "many":
            scene.brought(scene.ordered(product), OrderState.PAID)
            scene.listed({product.kind})
        case "sold-cloth":
            scene.brought(scene.ordered(product), OrderState.DELIVERED)
        case "sold-broken":
            _arrived_broken(scene, scene.ordered(product))
        case "packed-badly":
            bag = min(catalogue.packagings.values(), key=lambda each: (each.protection, each.id))
            scene.brought(scene.ordered(product), OrderState.PACKED, packaging=bag.id)


def _make_subject(scene: Rehearsal, question: Question, kind: str | None) -> Subject:
    """Add what the question is about."""
    product = scene.listed(question.kinds, kind)
    if question.about == "product":
        return Subject(question.id, product.id, "")
    yesterday = scene.store.day - 1
    order = scene.ordered(product, yesterday if question.about == "sent-late" else None)
    match question.about:
        case "travelling" | "sent-late":
            scene.brought(order, OrderState.SHIPPED)
        case "arrived":
            scene.brought(order, OrderState.DELIVERED)
        case "arrived-broken":
            _arrived_broken(scene, order)
        case "arrived-happy":
            scene.brought(order, OrderState.DELIVERED)
            # whatever the listing says of it, this buyer likes what she got
            scene.happen(ReviewWritten(order.id, 5, ("delicious",)))
    return Subject(question.id, product.id, order.id)


def _arrived_broken(scene: Rehearsal, order: Order) -> None:
    """A few of many broke: less than half, so that not all is lost."""
    broken = 2 if order.quantity > 4 else 1
    scene.brought(order, OrderState.DELIVERED, broken=broken)


def _is(subject: Subject, question: Question) -> bool:
    return subject.question == question.id
