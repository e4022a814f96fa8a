"""What opens after the PIN: who is here, who is stuck and on what, whom to look for.

Each row leads to one thing to do, which is shown as a picture and said.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final

import flet as ft

from kiosk import theme
from kiosk.naming import Names
from kiosk.progress.today import Row, Why, today
from kiosk.screens.paging import use_pages
from kiosk.screens.trainer.ago import ago
from kiosk.screens.trainer.desk import TODAY, desk, desk_room
from kiosk.screens.trainer.guarded import trainer_screen
from kiosk.screens.trainer.her import hear_name
from kiosk.screens.trainer.notices import notice
from kiosk.visit import Visit
from kiosk.widgets.pictures import face, picture
from kiosk.widgets.shapes import card_style, side_by_side, stacked
from kiosk.widgets.speaking import line_or_two
from kiosk.widgets.touch import tap
from kiosk.wording import number, words
from lessons.phrase import Phrase, joined

_SIGNS: Final[dict[Why, str]] = {
    "stuck": "hands",
    "idle": "ear",
    "due": "sign-again",
    "here": "heart",
    "away": "house",
}
"""What to do: help with both hands, listen, repeat, praise, go to her house."""
_GROUNDS: Final[dict[Why, str]] = {
    "stuck": theme.HONEY,
    "idle": theme.WARM,
    "due": theme.DONE,
    "here": theme.PAPER,
    "away": theme.AIR,
}
_TWO_COLUMNS = 900.0
_SMALL = 15.0
"""Letters that would be smaller go into two lines."""


@trainer_screen
def TodayScreen(visit: Visit) -> ft.Control:
    """The most urgent first."""
    layout = visit.layout
    rows = _rows(visit)
    told = notice(visit)
    high = desk_room(visit) - (told.height + layout.gap if told else 0)
    columns = 2 if layout.inner_width >= _TWO_COLUMNS else 1
    width = (layout.inner_width - (columns - 1) * theme.GAP) / columns
    row_high = 104.0 if layout.low else 136.0 if layout.phone else 120.0
    down = _down(high, row_high)
    if len(rows) > down * columns:
        down = _down(high - theme.TAP - theme.GAP, row_high)
    shown, ways = use_pages(visit, rows, down * columns, "trainer.today-pages")
    names = visit.names
    cells: list[ft.Control] = [_row(visit, each, names, width, row_high) for each in shown]
    lines: list[ft.Control] = [
        side_by_side(cells[begin : begin + columns], theme.GAP, ft.MainAxisAlignment.START)
        for begin in range(0, len(cells), columns)
    ]
    listed = stacked(
        [*(lines or [_nobody(visit)]), *([ways] if ways else [])],
        theme.GAP,
        ft.MainAxisAlignment.START,
    )
    return desk(
        visit,
        stacked([*([told.card] if told else []), listed], layout.gap, ft.MainAxisAlignment.START),
        _say(rows),
        here=TODAY,
        place="trainer/today",
        help_phrase=words("people.today-help"),
    )


def _rows(visit: Visit) -> tuple[Row, ...]:
    room, now = visit.kiosk.classroom, datetime.now().astimezone()
    people = room.records.people
    return today(people, room.records.at_tablets, now, room.due.of(people, now))


def _down(height: float, row: float) -> int:
    return max(1, int((height + theme.GAP) // (row + theme.GAP)))


def _say(rows: tuple[Row, ...]) -> Phrase:
    count = Counter(row.why for row in rows)
    here = sum(row.came for row in rows)
    stuck = count["stuck"] + count["idle"]
    told = [words("people.here", count=number(here)) if here else words("people.nobody-came")]
    if stuck:
        told.append(words("people.need-help", count=number(stuck)))
    if count["due"]:
        told.append(words("people.due", count=number(count["due"])))
    return joined(told)


def _nobody(visit: Visit) -> ft.Control:
    return stacked(
        [
            picture("family", 120),
            theme.text(visit.text(words("people.nobody-came")), visit.language, 26, max_lines=2),
        ],
        12,
    )


def _row(visit: Visit, row: Row, names: Names, width: float, height: float) -> ft.Control:
    """Her face, why she is told of, the step that she is at, and what to do."""
    name = names.of(row.learner)
    speaker = None if visit.layout.phone or row.learner.name else hear_name(visit, row.learner)
    width -= theme.TAP + theme.GAP if speaker else 0
    why = _why(row)
    at = _at(visit, row)
    phone = visit.layout.phone
    side = 60.0 if phone or visit.layout.low else 76.0
    ground = theme.PAPER if row.why == "stuck" else theme.HONEY
    parts: list[ft.Control] = [face(row.learner.picture, side, ground)]
    taken = 2 * side + 12 + 40
    if at is not None and not phone:
        parts.append(picture(at.picture, side))
        taken += side + 12
    parts.append(_words(visit, row, visit.text(name), at, width - taken))
    # On a phone there is no room for both: what is due tells itself what to do.
    parts.append(_sign(at.picture if at and phone and row.why == "due" else _SIGNS[row.why], side))
    identifier = f"trainer.learner:{row.learner.id}"
    label = f"{visit.text(name)} · {visit.text(why)}"
    shown = tap(
        visit,
        identifier,
        label,
        side_by_side(parts, 12, ft.MainAxisAlignment.START),
        partial(_act, visit, row, name),
        width=width,
        height=height,
        **card_style(_GROUNDS[row.why], padding=8, ring=theme.CLAY if row.signed_in else None),
    )
    return side_by_side([shown, speaker], theme.GAP) if speaker else shown


def _act(visit: Visit, row: Row, name: Phrase) -> None:
    """Says what to do, and shows what is known of her; of what is due also which skill it is."""
    told, hers = words(f"people.do-{row.why}", name=name), f"/trainer/learner/{row.learner.id}"
    skill = visit.kiosk.classroom.course.skill(row.due) if row.why == "due" else None
    if skill is None:
        visit.say_first(told)
        visit.go(hers)
        return
    visit.say_first(joined([told, words("people.told-of", name=skill.title)]))
    visit.go(f"{hers}/skill/{skill.id}")


def _why(row: Row) -> Phrase:
    if row.why == "away" and row.last_seen is None:
        return words("trainer.never")
    if row.why in ("away", "here"):
        return ago(row.last_seen)
    return words(f"people.why-{row.why}")


@dataclass(frozen=True, slots=True)
class _At:
    """What a row is about: a step where she is held up, or a skill that is due."""

    picture: str
    title: str


def _at(visit: Visit, row: Row) -> _At | None:
    """As far as the course still has it."""
    course = visit.kiosk.classroom.course
    if row.why == "due" and (skill := course.skill(row.due)):
        return _At(skill.picture, visit.text(skill.title))
    if row.why not in ("stuck", "idle") or row.step is None:
        return None
    lesson = course.lesson(row.step[0])
    for count, step in enumerate(lesson.steps if lesson else (), start=1):
        if lesson and step.id == row.step[1]:
            title = f"{visit.text(lesson.title)} · {count}/{len(lesson.steps)}"
            return _At(step.picture, title)
    return None


def _words(visit: Visit, row: Row, name: str, at: _At | None, width: float) -> ft.Control:
    """Her name, the step where it matters, and why she is told of, where there is room for all."""
    layout = visit.layout
    large, less = (20.0, 17.0) if layout.low or layout.phone else (26.0, 20.0)
    lines = [(name, large, theme.INK)]
    if at is not None:
        lines.append((at.title, less, theme.INK))
    if at is None or not layout.low:
        lines.append((visit.text(_why(row)), less, theme.SOFT_INK))
    shown: list[ft.Control] = []
    for said, wanted, colour in lines:
        size, most = line_or_two(said, visit.language, width, wanted, _SMALL)
        shown.append(
            theme.text(said, visit.language, size, colour, max_lines=most, align=ft.TextAlign.START)
        )
    return ft.Column(
        shown, spacing=0, expand=True, alignment=ft.MainAxisAlignment.CENTER, tight=True
    )


def _sign(name: str, side: float) -> ft.Control:
    return ft.Container(
        picture(name, side * 0.7),
        width=side,
        height=side,
        border_radius=side / 2,
        bgcolor=theme.DONE,
        alignment=ft.Alignment.CENTER,
    )
