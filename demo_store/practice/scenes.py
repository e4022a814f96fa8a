"""Scenes: a trouble or a question that a lesson or a workshop wants now, with what it needs.

As with situations no day passes, and only what is missing is added.
"""

import random
from typing import Final

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

TROUBLE: Final = "trouble"
MESSAGE: Final = "message"


def bring(
    catalogue: Catalogue, store: Store, name: str, rng: random.Random, kind: str | None = None
) -> tuple[StoreEvent, ...]:
    """The events that begin ``trouble:<id>`` or ``message:<question>`` now; none where it is open.

    ``kind`` is what it should be about, where it can be.

    Raises:
        UnknownId: there is no such scene, trouble or question.
    """
    wanted = _named(catalogue, name)
    if _opened(store, name) is not None:
        return ()
    scene = Rehearsal(catalogue, store, rng)
    if isinstance(wanted, TroubleKind):
        _bring_trouble(catalogue, scene, wanted, rng, kind)
    else:
        _bring_question(catalogue, scene, wanted, rng, kind)
    return tuple(scene.events)


def about(store: Store, name: str) -> str | None:
    """The id of the trouble or message of the scene: what is open, else the newest, else None."""
    what, id = _parts(name)
    if what == TROUBLE:
        newest = (each.id for each in reversed(store.troubles) if each.trouble == id)
    else:
        newest = (each.id for each in reversed(store.messages) if each.question == id)
    return _opened(store, name) or next(newest, None)


def _named(catalogue: Catalogue, name: str) -> TroubleKind | Question:
    what, id = _parts(name)
    wanted = catalogue.troubles.get(id) if what == TROUBLE else catalogue.questions.get(id)
    if wanted is None:
        raise UnknownId(what, id)
    return wanted


def _parts(name: str) -> tuple[str, str]:
    what, _, id = name.partition(":")
    if what not in (TROUBLE, MESSAGE):
        raise UnknownId("scene", name)
    return what, id


def _opened(store: Store, name: str) -> str | None:
    what, id = _parts(name)
    if what == TROUBLE:
        return next((t.id for t in troubles.open_troubles(store) if t.trouble == id), None)
    return next((m.id for m in talk.open_messages(store) if m.question == id), None)


def _bring_trouble(
    catalogue: Catalogue,
    scene: Rehearsal,
    wanted: TroubleKind,
    rng: random.Random,
    kind: str | None,
) -> None:
    if not fits(catalogue, scene.store, wanted):
        _make_fit(catalogue, scene, wanted, kind)
    newest = fits(catalogue, scene.store, wanted)[-1]
    scene.happen(troubles.came(catalogue, scene.store, wanted.id, newest, rng))


def _bring_question(
    catalogue: Catalogue, scene: Rehearsal, wanted: Question, rng: random.Random, kind: str | None
) -> None:
    number = len(scene.store.messages) + 1
    found = [each for each in talk_subjects.subjects(catalogue, scene.store) if _is(each, wanted)]
    subject = found[-1] if found else _make_subject(scene, wanted, kind)
    subject = talk_subjects.with_customer(catalogue, scene.store, subject, rng)
    scene.happen(talk.came(catalogue, scene.store, number, subject))


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
