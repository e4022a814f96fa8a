"""Pictures over pages: as many as fit, with a way to the next ones. Nothing scrolls."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import flet as ft

from kiosk import theme
from kiosk.player import Part
from kiosk.visit import Visit
from kiosk.widgets.actions import more
from kiosk.widgets.shapes import side_by_side, stacked
from kiosk.wording import words

Thing = TypeVar("Thing")


def fit(width: float, height: float, cell: float, cell_height: float) -> tuple[int, int]:
    """How many cells fit across and down."""
    across = int((width + theme.GAP) // (cell + theme.GAP))
    down = int((height + theme.GAP) // (cell_height + theme.GAP))
    return max(1, across), max(1, down)


def grid(cells: Sequence[ft.Control], across: int) -> ft.Control:
    """Cells in rows of ``across``."""
    rows = [
        side_by_side(list(cells[begin : begin + across])) for begin in range(0, len(cells), across)
    ]
    return stacked(list[ft.Control](rows), theme.GAP)


def use_pages(
    visit: Visit,
    things: Sequence[Thing],
    per_page: int,
    identifier: str,
    name: Callable[[Thing], Part] | None = None,
    begin: int = 0,
) -> tuple[Sequence[Thing], ft.Control | None]:
    """The things of the page she is on, and the way to the others where there are any.

    A turned page says that it is another one, and with ``name`` what is on it. The first page is
    that of the thing number ``begin``, from 0.
    """
    page, set_page = ft.use_state(begin // max(1, per_page))
    pages = max(1, -(-len(things) // max(1, per_page)))
    now = min(page, pages - 1)
    shown = things[now * per_page : (now + 1) * per_page]
    if pages == 1:
        return shown, None

    def turn(by: int) -> None:
        then = (now + by) % pages
        there = things[then * per_page : (then + 1) * per_page]
        named = [name(thing) for thing in there] if name else []
        visit.say(words("nav.more" if by > 0 else "nav.before"), *named)
        set_page(lambda _: then)

    ways = side_by_side(
        [
            more(
                visit, f"{identifier}-before", words("nav.before"), lambda: turn(-1), forward=False
            ),
            theme.digits(f"{now + 1}/{pages}", 28),
            more(visit, f"{identifier}-more", words("nav.more"), lambda: turn(1), forward=True),
        ]
    )
    return shown, ways
