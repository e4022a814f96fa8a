"""What customers may ask about tonight: a product they see, or an order of theirs."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from demo_store.selling.next_step import STEP_AFTER
from demo_store.selling.shelf import available
from demo_store.store import Order, OrderState, Store
from demo_store.world.catalogue import Catalogue
from demo_store.world.questions import About

_NEWEST: Final = 30
"""How many of the newest orders their buyers may still write about."""
_REMEMBERED: Final = 60
"""How many of the newest messages are looked through so that nobody asks the same twice."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A question with what it is about; ``order`` is empty where that is the product."""

    question: str
    product: str
    order: str
    customer: str = ""


def chosen(catalogue: Catalogue, store: Store, rng: random.Random, count: int) -> Iterator[Subject]:
    """So many that chance picks of all that may be asked tonight; fewer where there are not."""
    known = _asked_before(store)
    found = [each for each in subjects(catalogue, store) if each not in known]
    for _ in range(min(count, len(found))):
        question = rng.choice(sorted({each.question for each in found}))
        subject = rng.choice([each for each in found if each.question == question])
        found.remove(subject)
        yield with_customer(catalogue, store, subject, rng)


def with_customer(
    catalogue: Catalogue, store: Store, subject: Subject, rng: random.Random
) -> Subject:
    """The subject with who asks: the order's customer, or anybody."""
    order = store.order(subject.order) if subject.order else None
    customer = order.customer if order else rng.choice(sorted(catalogue.customers))
    return Subject(subject.question, subject.product, subject.order, customer)


def subjects(catalogue: Catalogue, store: Store) -> Iterator[Subject]:
    """Everything that may be asked about, in an order that the files do not change."""
    shelf = [each for each in store.products if available(store, each) > 0]
    newest = store.orders[-_NEWEST:]
    recent = [(each, about(each)) for each in newest if _may_ask(catalogue, store, each)]
    kinds = {product.id: product.kind for product in store.products}
    for question in (catalogue.questions[id] for id in sorted(catalogue.questions)):
        for product in shelf if question.about == "product" else ():
            if product.kind in question.kinds:
                yield Subject(question.id, product.id, "")
        for order, topics in recent:
            if question.about in topics and kinds[order.product] in question.kinds:
                yield Subject(question.id, order.product, order.id)


def about(order: Order) -> tuple[About, ...]:
    """What questions about this order may be about now."""
    if order.state in STEP_AFTER:
        return ("waiting",)
    if order.state is OrderState.SHIPPED:
        late = (order.shipped_day or 0) > order.due_day
        return ("travelling", "sent-late") if late else ("travelling",)
    if order.state not in (OrderState.DELIVERED, OrderState.PAID):
        return ()
    if order.broken:
        return ("arrived", "arrived-broken")
    return ("arrived", "arrived-happy") if order.stars == 5 else ("arrived",)


def _may_ask(catalogue: Catalogue, store: Store, order: Order) -> bool:
    """A buyer is silent on the day of her order, and forgets a parcel that came long ago."""
    if order.state in (OrderState.DELIVERED, OrderState.PAID):
        arrived = order.arrives_day or 0
        return store.day - arrived <= catalogue.manners.rules.writes_after_days
    return order.placed_day < store.day


def _asked_before(store: Store) -> frozenset[Subject]:
    """Questions that were asked about an order already or that are still open."""
    newest = islice(reversed(store.messages), _REMEMBERED)
    return frozenset(
        Subject(message.question, message.product, message.order)
        for message in newest
        if message.order or (message.answered_day is None and not message.lapsed)
    )
