"""A question that is answered by yes or no, so that a trembling hand does nothing.

Yes stands on the other side each time it is asked again.
"""

import flet as ft

from kiosk import theme
from kiosk.visit import Action, Visit
from kiosk.widgets.actions import round_sign
from kiosk.widgets.pictures import face
from kiosk.widgets.shapes import side_by_side, stacked
from kiosk.wording import words


def asked(
    visit: Visit,
    picture: str,
    height: float,
    *,
    area: str,
    yes: Action,
    no: Action,
    danger: bool = False,
    turned: bool = False,
) -> ft.Control:
    """A face, and the two answers ``trainer.<area>-yes`` and ``-no``.

    ``danger`` makes yes red; ``turned`` puts it on the other side.
    """
    side = 110.0
    answers: list[ft.Control] = [
        round_sign(
            visit,
            f"trainer.{area}-no",
            words(f"people.{area}-no"),
            ft.Icons.CLOSE_ROUNDED,
            no,
            colour=theme.LEAF if danger else theme.CLAY,
            size=side,
        ),
        round_sign(
            visit,
            f"trainer.{area}-yes",
            words(f"people.{area}-yes"),
            ft.Icons.DELETE_FOREVER_ROUNDED if danger else ft.Icons.CHECK_ROUNDED,
            yes,
            colour=theme.POMEGRANATE if danger else theme.LEAF,
            size=side,
        ),
    ]
    large = min(260.0, height - side - 60)
    row = side_by_side(answers[::-1] if turned else answers, 72)
    return stacked([face(picture, large), row], 40)
