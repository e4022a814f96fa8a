"""Why an answer was not good: the truth as it stood then, numbers in words; nobody is blamed."""

from collections.abc import Sequence
from typing import Final

import flet as ft

from demo_store.conversation.reasons import OWN, reason
from demo_store.conversation.truth import Asked, asked
from demo_store.engine import fold
from demo_store.events import StoreEvent
from demo_store.finance.money import rounded_down
from demo_store.store import Message, Store
from demo_store.world.catalogue import Catalogue
from demo_store.world.questions import Reply
from kiosk import theme
from kiosk.visit import Visit
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import card, side_by_side
from kiosk.widgets.speaking import Sentence
from kiosk.wording import money, number, words
from lessons.phrase import Phrase

_MONTH_DAYS: Final = 30
_COUNTED_IN_DAYS: Final = 60
"""How long a thing keeps is said in days up to so many of them, and in months above."""


def why_not(
    catalogue: Catalogue, before: Sequence[StoreEvent], message: Message, reply: Reply
) -> Phrase | None:
    """Why the reply was not true; None where it was.

    ``before`` is all that happened until she answered: what lay there then, not what does now.
    """
    about = asked(catalogue, fold(catalogue, Store(), before), message)
    found = reason(about, reply)
    if not found:
        return None
    if found == OWN and reply.why is not None:
        return reply.why.filled(**_values(about, reply))
    return words(f"messages.why-{found}", **_values(about, reply))


def _values(about: Asked, reply: Reply) -> dict[str, Phrase]:
    return {
        "product": about.kind.name,
        "count": number(about.count),
        "can": number(about.available),
        "days": number(about.days),
        "age": number(about.age),
        "late": number(about.late_days),
        "keeps": _lasting(about.kind.shelf_life_days),
        "price": money(about.product.price_fen or 0),
        "cost": money(about.kind.unit_cost_fen),
        "high": money(about.kind.price_fen.high),
        "left": money(rounded_down(int(about.left_fen(reply)))),
        "owed": money(about.owed_fen),
    }


def _lasting(days: int) -> Phrase:
    if days <= _COUNTED_IN_DAYS:
        return words("messages.days", count=number(days))
    return words("messages.months", count=number(days // _MONTH_DAYS))


def why_card(visit: Visit, say: Phrase, name: str, width: float, height: float) -> ft.Control:
    """The reason as the teacher tells it; the identifier ``name`` has its words."""
    size = min(height - 24, 56.0 if visit.layout.phone else 120.0)
    line = Sentence(visit, say, width - size - 46, 1, 36, name, height=height - 22, key=name)
    return card(
        side_by_side([picture("face-teacher", size), line], 14),
        theme.PAPER,
        width=width,
        height=height,
        padding=8,
    )
