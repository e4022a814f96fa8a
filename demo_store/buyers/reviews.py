"""What a customer writes about what she got: stars and reasons from what truly happened."""

import zlib
from collections.abc import Collection, Iterator

from demo_store import batches
from demo_store.buyers import claims
from demo_store.errors import UnknownId
from demo_store.events import ReviewWritten
from demo_store.selling import promises
from demo_store.store import Message, Order, Product, Store
from demo_store.world.catalogue import Catalogue
from demo_store.world.questions import Promise, Reply
from demo_store.world.review_words import COMPLAINTS, PRAISE, REASONS
from lessons.phrase import Phrase


def written(catalogue: Catalogue, store: Store, order: Order) -> ReviewWritten:
    """The review of an order that arrives on the store's day."""
    product = _product(store, order)
    reasons = (
        *_from_the_parcel(catalogue, product, order, store.day),
        *_from_talk(catalogue, store, product, order),
    )
    reasons = reasons or ("delicious",)
    stale = units_too_old(catalogue, product, order, store.day)
    return ReviewWritten(order.id, stars(catalogue, order, reasons), reasons, stale)


def changed(
    catalogue: Catalogue, order: Order, *, more: str, less: str = ""
) -> tuple[ReviewWritten, ...]:
    """The review as the customer writes it anew: one reason ``more``, one ``less``.

    Nothing where she has not written yet, or where it changes nothing.
    """
    if (
        order.stars is None
        or more in order.review_reasons
        or (less and less not in order.review_reasons)
    ):
        return ()
    kept = {reason for reason in order.review_reasons if reason not in (less, "delicious")}
    reasons = tuple(reason for reason in REASONS if reason in kept | {more})
    return (ReviewWritten(order.id, stars(catalogue, order, reasons), reasons, order.stale),)


def stars(catalogue: Catalogue, order: Order, reasons: Collection[str]) -> int:
    """Five less one for every complaint.

    Half a parcel broken, stale food, or a seller who sent it very late costs one more.
    """
    complaints = [reason for reason in reasons if reason not in PRAISE]
    half_broken = "broken" in complaints and order.broken * 2 >= order.quantity
    very_late = "late" in complaints and _days_late(order) > catalogue.manners.claims.very_late_days
    return max(1, 5 - len(complaints) - ("stale" in complaints) - half_broken - very_late)


def units_too_old(catalogue: Catalogue, product: Product, order: Order, day: int) -> int:
    """How many units of the parcel are stale on the day on which it comes."""
    keeps = catalogue.kind(product.kind).shelf_life_days
    return batches.units_before(order.batches, day - keeps)


def said(catalogue: Catalogue, store: Store, order: Order) -> tuple[Phrase, ...]:
    """The review in words, a sentence for each reason; empty while there is none.

    The same order always says the same.
    """
    kind = _product(store, order).kind
    return tuple(_sentence(catalogue, kind, order.id, reason) for reason in order.review_reasons)


def _sentence(catalogue: Catalogue, kind: str, order_id: str, reason: str) -> Phrase:
    sayings = catalogue.manners.sayings.get(reason)
    if sayings is None:
        raise UnknownId("reason", reason)
    fitting = [saying.say for saying in sayings if kind in saying.kinds]
    # no hash(): it differs from run to run
    return fitting[zlib.crc32(f"{order_id} {reason}".encode()) % len(fitting)]


def _product(store: Store, order: Order) -> Product:
    product = store.product(order.product)
    if product is None:
        raise UnknownId("product", order.product)
    return product


def _from_the_parcel(
    catalogue: Catalogue, product: Product, order: Order, day: int
) -> Iterator[str]:
    kind = catalogue.kind(product.kind)
    if (order.shipped_day or day) > order.due_day:
        yield "late"
    elif _days_waited(order) > catalogue.manners.claims.long_wait_days:
        yield "long-way"  # not the seller's fault, and only one of the two is felt
    if order.broken:
        yield "broken"
    if units_too_old(catalogue, product, order, day):
        yield "stale"
    if order.price_fen > kind.price_fen.high:
        yield "too-dear"


def _days_late(order: Order) -> int:
    return (order.shipped_day or order.due_day) - order.due_day


def _days_waited(order: Order) -> int:
    """How many days the parcel stood still on its way."""
    return sum(days for _, days in order.waits)


def _from_talk(catalogue: Catalogue, store: Store, product: Product, order: Order) -> Iterator[str]:
    """Complaints about what she said, in the order of ``COMPLAINTS``."""
    found = {"not-as-shown"} if claims.untrue(catalogue, product, order) else set()
    for message in promises.about(catalogue, store, order):
        question = catalogue.questions.get(message.question)
        reply = question.replies.get(message.reply) if question else None
        if message.lapsed and message.order:
            found.add("no-answer")
        if reply is not None:
            found |= set(_from_answer(catalogue, store, order, message, reply))
    return (reason for reason in COMPLAINTS if reason in found)


def _from_answer(
    catalogue: Catalogue, store: Store, order: Order, message: Message, reply: Reply
) -> Iterator[str]:
    if not message.good and "stars-fall" in reply.otherwise:
        yield "no-help"
    if not message.good and "not-as-shown" in reply.otherwise:
        yield "not-as-shown"
    promise = reply.promise
    if promise and not _was_kept(catalogue, store, order, promise, message.answered_day or 0):
        yield "broken-promise"


def _was_kept(
    catalogue: Catalogue, store: Store, order: Order, promise: Promise, promised_day: int
) -> bool:
    match promise.what:
        case "sent-within":
            return (order.shipped_day or store.day) <= promised_day + promise.days
        case "arrives-within":
            return store.day <= promised_day + promise.days
        case "made-fresh":
            return order.made_day is not None and order.made_day >= promised_day
        case "packed-well":
            return claims.is_well_packed(catalogue, order.packaging)
    return True
