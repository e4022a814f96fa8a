"""The question whether anybody is there still: over whatever is shown, which stays as it is."""

import flet as ft

from kiosk import theme
from kiosk.visit import Visit
from kiosk.widgets.component import component
from kiosk.widgets.pictures import face
from kiosk.widgets.shapes import stacked
from kiosk.widgets.speaking import filling
from kiosk.widgets.touch import tap, value
from kiosk.wording import words


@component
def StillHere(visit: Visit) -> ft.Control:
    """Nothing, or one large thing to touch with the seconds that are left."""
    left, set_left = ft.use_state(None)
    visit.idling.watch(lambda now: set_left(lambda _: now))
    if left is None:
        return ft.Container(width=0, height=0, left=0, top=0)
    layout, said = visit.layout, visit.text(words("idle.still-here"))
    anywhere = tap(
        visit,
        "idle.still-here",
        said,
        ft.Container(),
        visit.idling.still_here,
        quiet=True,
        width=layout.width,
        height=layout.height,
        bgcolor=theme.SAND,
    )
    shown = ft.Container(
        _asked(visit, said, left),
        width=layout.width,
        height=layout.height,
        padding=layout.margin,
        ignore_interactions=True,
        rtl=visit.language == "ug",
    )
    return ft.Container(ft.Stack([anywhere, shown]), left=0, top=0, right=0, bottom=0)


def _asked(visit: Visit, said: str, left: int) -> ft.Control:
    """Whose turn it is, the question, and how long it waits."""
    layout, learner = visit.layout, visit.learner
    side = min(240.0, layout.inner_height * 0.3)
    high = layout.inner_height * 0.25
    letters = filling(said, visit.language, layout.inner_width, high, layout.sentence_size)
    ring = ft.Container(
        theme.digits(str(left), side * 0.42),
        width=side,
        height=side,
        border_radius=side / 2,
        bgcolor=theme.PAPER,
        border=ft.Border.all(10, theme.HONEY),
        alignment=ft.Alignment.CENTER,
    )
    return stacked(
        [
            face((learner.picture if learner else "") or "guest", side),
            theme.text(said, visit.language, letters),
            value("idle.countdown", str(left), ring),
        ],
        layout.gap,
        ft.MainAxisAlignment.SPACE_EVENLY,
    )
