"""What the trainer has to know first: harm to the journal, lessons that are broken."""

from dataclasses import dataclass

import flet as ft

from kiosk import theme
from kiosk.visit import Visit
from kiosk.widgets.actions import round_sign
from kiosk.widgets.labels import one_size
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import card, side_by_side
from kiosk.widgets.speaking import filling
from kiosk.widgets.touch import value
from kiosk.wording import left_to_right, number, words
from lessons.errors import ContentError
from lessons.phrase import Phrase

_SIGNS = {"damaged": "torn-page", "lost": "empty-notebook"}
_EDGES = 16.0
"""What the card itself takes of the height."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A card and how high it is."""

    card: ft.Control
    height: float


def notice(visit: Visit) -> Notice | None:
    """The one that comes first: harm until she has seen it, then the lessons."""
    return _harm(visit) or _left_out(visit)


def _harm(visit: Visit) -> Notice | None:
    """What happened to the journal, and the thing that says she has seen it."""
    harm = visit.kiosk.harm.kind
    if harm is None:
        return None
    said = visit.text(words(f"trouble.{harm}"))
    file = visit.kiosk.harm.file(harm)
    phone, high = visit.layout.phone, theme.TAP + _EDGES
    side = 0 if phone else 64
    room = visit.layout.inner_width - theme.TAP - side - 4 * 16
    letters = filling(said, visit.language, room, theme.TAP - 24, 24)
    lines: list[ft.Control] = [theme.text(said, visit.language, letters, max_lines=3)]
    if file is not None:
        named = left_to_right(file.name)
        lines.append(theme.text(named, "en", 14, theme.SOFT_INK, max_lines=1))
    told = ft.Column(lines, spacing=0, expand=True, alignment=ft.MainAxisAlignment.CENTER)
    seen = round_sign(
        visit,
        "trainer.harm-seen",
        words("trainer.seen"),
        ft.Icons.CHECK_ROUNDED,
        lambda: _saw(visit),
        colour=theme.LEAF,
    )
    shown = side_by_side([*([] if phone else [picture(_SIGNS[harm], side)]), told, seen], 16)
    label = said if file is None else f"{said}\n{file.name}"
    paper = card(shown, theme.ROSE, height=high, width=visit.layout.inner_width, padding=6)
    return Notice(value("trainer.harm", label, paper, hides=False), high)


def _saw(visit: Visit) -> None:
    visit.kiosk.harm.seen()
    visit.tell(words("trainer.harm-seen"))


def _left_out(visit: Visit) -> Notice | None:
    """What is wrong with lessons, for whoever mends them: file, line and field, a line a lesson."""
    first_of = {each.file: each for each in reversed(visit.kiosk.problems)}
    problems = [first_of[file] for file in sorted(first_of)]
    if not problems:
        return None
    layout = visit.layout
    small = layout.phone or layout.low
    most = 1 if small else 3
    highest = 38.0 if layout.phone else 30.0 if layout.inner_width > 1200 else 58.0
    told = words("trainer.left-out", count=number(len(problems)))
    first, high = _line(visit, told, 18 if layout.phone else 24)
    lines: list[ft.Control] = [first]
    for problem in problems[:most]:
        lines.append(_path(visit, problem, highest))
        high += highest
    if len(problems) > most:
        more = words("trainer.more", count=number(len(problems) - most))
        last, more_high = _line(visit, more, 14 if layout.phone else 18)
        lines.append(last)
        high += more_high
    sign = [] if layout.phone else [picture("book", 48)]
    column = ft.Column(lines, spacing=0, expand=True, alignment=ft.MainAxisAlignment.CENTER)
    shown = side_by_side([*sign, column], 16)
    high += _EDGES
    paper = card(shown, theme.HONEY, height=high, width=layout.inner_width, padding=6)
    return Notice(
        value("trainer.left-out", "\n".join([visit.text(told), *map(str, problems)]), paper), high
    )


def _path(visit: Visit, problem: ContentError, highest: float) -> ft.Control:
    """Where it is, and what, where there is room for that.

    In a line that runs from the right a path would have its parts in another sequence.
    """
    phone = visit.layout.phone
    where = f"{problem.file}:{problem.line}: {problem.field}"
    told = left_to_right(where if phone else str(problem))
    size = filling(told, "en", _room(visit), highest, 14 if phone else 18)
    shown = theme.text(told, "en", size, theme.SOFT_INK, align=ft.TextAlign.START)
    return ft.Container(shown, height=highest, alignment=ft.Alignment.CENTER_LEFT)


def _room(visit: Visit) -> float:
    """The width beside the sign."""
    return visit.layout.inner_width - (24 if visit.layout.phone else 100)


def _line(visit: Visit, phrase: Phrase, largest: float) -> tuple[ft.Text, float]:
    """One line of words, and its height."""
    said = visit.text(phrase)
    size = one_size([said], visit.language, _room(visit), largest)
    return theme.text(said, visit.language, size, max_lines=1), size * 1.55 + 2
