"""When an answer to a customer is true: what each ``good_when`` of the questions means."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from demo_store.buyers import claims
from demo_store.errors import UnknownId
from demo_store.selling.shelf import available, next_made_day
from demo_store.store import Message, Order, Product, Store
from demo_store.world.catalogue import Catalogue, ProductKind
from demo_store.world.questions import Question, Reply

DAYS_KEEP: Final = 7
"""Up to so many days of shelf life it keeps "a few days"."""
WEEKS_KEEP: Final = 90
"""Up to so many days of shelf life it keeps "some weeks", above it months."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and what it is about, as things stand on the store's day."""

    catalogue: Catalogue
    store: Store
    message: Message
    question: Question
    product: Product
    kind: ProductKind
    order: Order | None

    @property
    def count(self) -> int:
        """How many units it speaks of: those asked for, or those that broke."""
        if self.question.times:
            return max(1, round(self.kind.order_units.high * self.question.times))
        return self.order.broken if self.order else 0

    @property
    def available(self) -> int:
        """How many units she can sell now."""
        return max(0, available(self.store, self.product))

    @property
    def days(self) -> int:
        """Within how many days it is wanted, or how many the parcel still needs, at least 1."""
        if self.order is None or self.order.arrives_day is None:
            return self.question.within_days
        return max(1, self.order.arrives_day - self.store.day)

    @property
    def age(self) -> int:
        """How many days ago it was made what the next customer may get; 0 where there is none."""
        made = next_made_day(self.store, self.product)
        return self.store.day - made if made is not None else 0

    @property
    def is_fresh(self) -> bool:
        """Whether what the next customer may get counts as made today."""
        made = next_made_day(self.store, self.product)
        return claims.is_lately(self.catalogue, made, self.store.day)

    @property
    def late_days(self) -> int:
        """How many days the order is over its day, or was when it was sent."""
        if self.order is None:
            return 0
        return max(0, (self.order.shipped_day or self.store.day) - self.order.due_day)

    @property
    def owed_fen(self) -> int:
        """What the broken ones cost the buyer."""
        return self.order.broken * self.order.price_fen if self.order else 0

    def left_fen(self, reply: Reply) -> float:
        """What the platform leaves of the price for which the asker buys."""
        price = (self.product.price_fen or 0) * reply.price
        return price * (100 - self.catalogue.market.fee_percent) / 100


Rule = Callable[[Asked, Reply], bool]


def asked(catalogue: Catalogue, store: Store, message: Message) -> Asked:
    """The question of a message with what it is about.

    Raises:
        UnknownId: the content has no such question, or the store no such product.
    """
    question = catalogue.questions.get(message.question)
    if question is None:
        raise UnknownId("question", message.question)
    product = store.product(message.product)
    if product is None:
        raise UnknownId("product", message.product)
    order = store.order(message.order) if message.order else None
    return Asked(catalogue, store, message, question, product, catalogue.kind(product.kind), order)


def is_true(about: Asked, reply: Reply) -> bool:
    """Whether the reply is true and helpful."""
    return RULES[reply.good_when](about, reply)


def _is_fresh(about: Asked, _: Reply) -> bool:
    return about.is_fresh


def _is_some_days_old(about: Asked, reply: Reply) -> bool:
    return not _is_fresh(about, reply) and about.age * 2 <= about.kind.shelf_life_days


def _still_pays(about: Asked, reply: Reply) -> bool:
    """Whether what the platform leaves of the lower price is above the making cost."""
    return about.left_fen(reply) > about.kind.unit_cost_fen


def _is_in(group: str) -> Rule:
    return lambda about, _: about.kind.id in about.catalogue.manners.groups[group]


def _keeps(low: int, high: int | None = None) -> Rule:
    """Whether the shelf life is above ``low`` days and at most ``high``."""
    return lambda about, _: (
        about.kind.shelf_life_days > low and (high is None or about.kind.shelf_life_days <= high)
    )


def _has_time_left(about: Asked, _: Reply) -> bool:
    return about.order is not None and about.store.day <= about.order.due_day


def _is_held_up(about: Asked, _: Reply) -> bool:
    return about.order is not None and bool(about.order.delayed_by)


def _comes_tomorrow(about: Asked, _: Reply) -> bool:
    order = about.order
    return order is not None and (order.arrives_day or 0) <= about.store.day + 1


RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        "always": lambda _about, _reply: True,
        "never": lambda _about, _reply: False,
        "fresh": _is_fresh,
        "some-days-old": _is_some_days_old,
        "keeps-days": _keeps(0, DAYS_KEEP),
        "keeps-weeks": _keeps(DAYS_KEEP, WEEKS_KEEP),
        "keeps-months": _keeps(WEEKS_KEEP),
        "keeps-longer": _keeps(DAYS_KEEP),
        "enough": lambda about, _: about.available >= about.count,
        "not-enough": lambda about, _: about.available < about.count,
        "some": lambda about, _: about.available >= 1,
        "none-left": lambda about, _: about.available < 1,
        "ready-to-eat": _is_in("ready"),
        "raw": _is_in("raw"),
        "price-fair": lambda about, _: (about.product.price_fen or 0) <= about.kind.price_fen.high,
        "still-pays": _still_pays,
        "time-left": _has_time_left,
        "not-held-up": lambda about, reply: not _is_held_up(about, reply),
        "held-up": _is_held_up,
        "comes-tomorrow": _comes_tomorrow,
    }
)
