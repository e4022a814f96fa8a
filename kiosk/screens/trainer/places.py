"""All places of the trainer as large pictures: where a small window has no room for them."""

import flet as ft

from kiosk import theme
from kiosk.screens.paging import fit, grid
from kiosk.screens.trainer.desk import MORE, PLACES, Place, desk, desk_room
from kiosk.screens.trainer.guarded import trainer_screen
from kiosk.visit import Visit
from kiosk.widgets.labels import one_size
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import card_style, stacked
from kiosk.widgets.touch import tap
from kiosk.wording import words

_ON_THE_BAR = 2
"""On a phone these stand at the foot anyway."""


@trainer_screen
def PlacesScreen(visit: Visit) -> ft.Control:
    """Where to?"""
    layout, room = visit.layout, visit.layout.inner_width
    shown = PLACES[_ON_THE_BAR:] if layout.phone else PLACES
    side = 128.0 if layout.phone else 150.0 if layout.low else 180.0
    across, _ = fit(room, desk_room(visit), side, side)
    cells = [_tile(visit, each, side) for each in shown]
    return desk(
        visit,
        stacked([grid(cells, across)]),
        words("people.more-places"),
        here=MORE,
        place="trainer/places",
        help_phrase=words("people.more-places"),
    )


def _tile(visit: Visit, place: Place, side: float) -> ft.Control:
    said = visit.text(words(place.name))
    size = one_size([said], visit.language, side - 24, 24)
    label = theme.text(said, visit.language, size, max_lines=1)
    return tap(
        visit,
        f"{place.id}-place" if not visit.layout.phone else place.id,
        said,
        stacked([picture(place.sign, side * 0.5 - 8), label], 4),
        lambda: visit.go(place.address),
        width=side,
        height=side,
        **card_style(),
    )
