"""How many came on which day: a row a group, a bar a day, as high as the share of the group.

Drawn with our own widgets, not as a chart of a library: what is in such a chart has no identifier
and no spoken label, so neither an ear nor a test could find a bar.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import flet as ft

from kiosk import theme
from kiosk.naming import name_of_group
from kiosk.progress.attendance import attendance, by_group, counted
from kiosk.screens.paging import use_pages
from kiosk.screens.trainer.desk import ATTENDANCE, desk, desk_room
from kiosk.screens.trainer.filters import group_of
from kiosk.screens.trainer.guarded import trainer_screen
from kiosk.visit import Visit
from kiosk.widgets.actions import more
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import stacked
from kiosk.widgets.touch import saying, value
from kiosk.wording import number, words
from lessons.phrase import Phrase

_GAP: Final = 4.0
_HEAD: Final = 30.0
_WORDS: Final = 40.0
"""Of a row the height that is no bar."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Of a cell: a ``day`` wide, a ``row`` high."""

    day: float
    row: float


_SMALL: Final = Sizes(60.0, 112.0)
_LARGE: Final = Sizes(84.0, 156.0)


@dataclass(frozen=True, slots=True)
class Row:
    """How many of a group came, by day (ISO date), and how many it has."""

    id: str
    sign: str
    name: Phrase
    came: Mapping[str, int]
    of: int


@trainer_screen
def AttendanceDaysScreen(visit: Visit) -> ft.Control:
    """Everybody first, then each group; the latest days first, and a way to those before."""
    rows = _rows(visit)
    layout = visit.layout
    first_wide = float(theme.TAP)
    sizes = _SMALL if layout.phone or layout.low else _LARGE
    across = max(1, int((layout.inner_width - first_wide) // (sizes.day + _GAP)))
    days, further = _use_days(visit, list(rows[0].came), across)
    head = theme.TAP if further else _HEAD
    high = desk_room(visit) - head - _GAP
    down = int((high + _GAP) // (sizes.row + _GAP))
    if len(rows) > down:
        down = int((high - theme.TAP - layout.gap + _GAP) // (sizes.row + _GAP))
    shown, ways = use_pages(visit, rows, max(1, down), "trainer.days-groups")
    table = [
        _head(days, further, first_wide, head, sizes),
        *(_row(visit, each, days, first_wide, sizes) for each in shown),
    ]
    body = stacked(
        [stacked(table, _GAP, ft.MainAxisAlignment.START), *([ways] if ways else [])],
        layout.gap,
        ft.MainAxisAlignment.SPACE_BETWEEN,
    )
    return desk(
        visit,
        body,
        words("people.days" if rows[0].came else "people.no-days"),
        here=ATTENDANCE,
        place="trainer/attendance/days",
        help_phrase=words("people.days-help"),
        back="/trainer/attendance",
    )


def _rows(visit: Visit) -> list[Row]:
    records = visit.kiosk.classroom.records
    people = counted(records)
    everybody = words("people.everybody")
    rows = [Row("all", "village", everybody, attendance(records, people), len(people))]
    for group, came in by_group(records).items():
        known = group_of(visit, group)
        size = sum(each.group == group for each in people)
        if known:
            rows.append(Row(group, known.picture, name_of_group(known), came, size))
    return rows


def _use_days(
    visit: Visit, days: Sequence[str], across: int
) -> tuple[Sequence[str], ft.Control | None]:
    """The latest days, as many as fit, and the way to those before; before the first the latest."""
    page, set_page = ft.use_state(0)
    pages = max(1, -(-len(days) // across))
    last = len(days) - page % pages * across
    shown = days[max(0, last - across) : last]
    if pages == 1:
        return shown, None

    def turn() -> None:
        visit.say(words("nav.before"))
        set_page(lambda before: before + 1)

    return shown, more(visit, "trainer.days-before", words("nav.before"), turn, forward=False)


def _head(
    days: Sequence[str], further: ft.Control | None, first_wide: float, height: float, sizes: Sizes
) -> ft.Control:
    """Month and day over each column."""
    cells = [
        ft.Container(
            theme.digits(day[5:], 18, theme.SOFT_INK),
            width=sizes.day,
            height=height,
            alignment=ft.Alignment.BOTTOM_CENTER,
        )
        for day in days
    ]
    first = ft.Container(further, width=first_wide, alignment=ft.Alignment.CENTER)
    return _line(first, cells)


def _row(
    visit: Visit, row: Row, days: Sequence[str], first_wide: float, sizes: Sizes
) -> ft.Control:
    identifier = f"trainer.days-group:{row.id}"
    told = words("people.group-size", name=row.name, count=number(row.of))
    sign = value(
        identifier,
        visit.text(told),
        ft.Container(
            stacked([picture(row.sign, 56), theme.digits(str(row.of), 20)], 2),
            width=first_wide,
            height=sizes.row,
        ),
        says=saying(visit, identifier, told),
    )
    return _line(sign, [_bar(visit, row, day, sizes) for day in days])


def _bar(visit: Visit, row: Row, day: str, sizes: Sizes) -> ft.Control:
    """As high as the share that came; without a bar nobody did."""
    came = row.came.get(day, 0)
    identifier = f"trainer.days:{row.id}/{day}"
    told = words("people.day-came", name=number(day), count=number(came))
    high = (sizes.row - _WORDS) * min(1.0, came / row.of) if row.of else 0.0
    bar = ft.Container(
        width=sizes.day - 16, height=max(high, 3.0), border_radius=8, bgcolor=theme.LEAF
    )
    shown: list[ft.Control] = [theme.digits(str(came), 20), bar] if came else []
    return value(
        identifier,
        f"{came}/{row.of}",
        ft.Container(
            stacked(shown, 2, ft.MainAxisAlignment.END),
            width=sizes.day,
            height=sizes.row,
            bgcolor=theme.PAPER,
            border_radius=12,
            padding=ft.Padding.only(bottom=4),
        ),
        says=saying(visit, identifier, told),
    )


def _line(first: ft.Control, cells: Sequence[ft.Control]) -> ft.Control:
    return ft.Row([first, *cells], spacing=_GAP, alignment=ft.MainAxisAlignment.START)
