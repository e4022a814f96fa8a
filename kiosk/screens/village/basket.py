"""The basket at the foot of the round: who gave last, how much is in it, how much is wanted."""

from dataclasses import dataclass

import flet as ft

from kiosk import theme
from kiosk.screens.village.families import faces
from kiosk.screens.village.working import Working
from kiosk.widgets.component import component
from kiosk.widgets.named import use_named
from kiosk.widgets.pictures import face, picture
from kiosk.widgets.shapes import card, side_by_side
from kiosk.widgets.things import counted
from kiosk.widgets.touch import saying, value
from kiosk.wording import number, words
from lessons.phrase import Phrase

_LEAST_ROOM = 120.0
"""In less the things cannot be counted by eye: then one stands for all beside the number."""
IDENTIFIER = "village.basket"


@dataclass(frozen=True, slots=True)
class Basket:
    """``count`` units of the ``wanted`` ones; ``giver`` is the family that gave last."""

    count: int
    wanted: int
    giver: str = ""

    def said(self, product: Phrase) -> Phrase:
        """What is in it, to be said."""
        return words(IDENTIFIER, product=product, count=number(self.count))


@component
def BasketCard(working: Working, basket: Basket, width: float, height: float) -> ft.Control:
    """It lights up while the voice says what is in it, and says it again when touched."""
    visit, name = working.visit, working.kind.picture
    is_named = use_named(visit, IDENTIFIER)
    letters = 30.0 if visit.layout.phone else 44.0
    tally = side_by_side(
        [
            theme.digits(str(basket.count), letters, theme.CLAY),
            theme.digits(f"/ {basket.wanted}", letters * 0.7, theme.SOFT_INK),
        ],
        6,
        tight=True,
    )
    size = height - 24
    shown: list[ft.Control] = [picture("basket", size)]
    if basket.giver and not visit.layout.phone:
        shown.insert(0, _giver(working, basket.giver, size))
    room = width - len(shown) * (size + 12) - letters * 4.2 - 40
    if basket.count and room >= _LEAST_ROOM:
        shown.append(counted(name, basket.count, room, size))
    else:
        shown.append(picture(name, size * 0.7))
    shown.append(tally)
    row = side_by_side(shown, 12)
    says = saying(visit, IDENTIFIER, basket.said(working.kind.name))
    inside = value(IDENTIFIER, str(basket.count), row, says=says)
    ring = theme.SKY if is_named else None
    return card(inside, theme.PAPER, ring=ring, width=width, height=height, padding=8)


def _giver(working: Working, family: str, size: float) -> ft.Control:
    """Whose things went in last."""
    arrow = ft.Icon(ft.Icons.ARROW_FORWARD_ROUNDED, size=size * 0.5, color=theme.CLAY)
    return side_by_side([face(faces(working)[family], size * 0.8), arrow], 4, tight=True)
