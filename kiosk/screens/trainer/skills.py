"""Who knows what: a row a learner, a column a skill, a colour how well."""

from collections.abc import Sequence
from typing import Final

import flet as ft

from kiosk import theme
from kiosk.progress.records import Learner
from kiosk.progress.skills import Mastery, mastery
from kiosk.screens.paging import use_pages
from kiosk.screens.trainer.desk import SKILLS, desk, desk_room
from kiosk.screens.trainer.guarded import trainer_screen
from kiosk.screens.trainer.learners import people
from kiosk.skills import Skill, skills_of
from kiosk.visit import Visit
from kiosk.widgets.actions import more, round_sign
from kiosk.widgets.labels import one_size
from kiosk.widgets.pictures import face, picture
from kiosk.widgets.shapes import side_by_side, stacked
from kiosk.widgets.touch import saying, value
from kiosk.wording import words

MOST_ROWS: Final = 25
_ROW: Final = 46.0
_HEAD: Final = 66.0
_CELL: Final = 56.0
_GAP: Final = 4.0
KIND_SIGNS: Final = {
    "choose": "question",
    "order": "road",
    "money": "coin",
    "practice": "hands",
}
_COLOURS: Final[dict[Mastery, str]] = {
    "new": theme.PAPER,
    "helped": theme.CLAY,
    "begun": theme.HONEY,
    "known": theme.LEAF,
}
_SIGNS: Final[dict[Mastery, ft.IconData | None]] = {
    "new": None,
    "helped": ft.Icons.FRONT_HAND_ROUNDED,
    "begun": ft.Icons.TRENDING_UP_ROUNDED,
    "known": ft.Icons.CHECK_ROUNDED,
}
"""Beside the colour, for who does not tell green from red."""


@trainer_screen
def SkillsScreen(visit: Visit) -> ft.Control:
    """The latest seen first; pages of learners and pages of skills."""
    layout = visit.layout
    skills = skills_of(visit.kiosk.classroom.course)
    name_wide = float(theme.TAP) if layout.phone else 230.0
    high = desk_room(visit) - theme.TAP - 2 * _GAP - theme.TAP - layout.gap
    across = int((layout.inner_width - name_wide) // (_CELL + _GAP))
    down = min(MOST_ROWS, int((high + _GAP) // (_ROW + _GAP)))
    shown, rows_ways = use_pages(visit, people(visit), max(1, down), "trainer.rows")
    names = visit.names
    columns, further = _use_columns(visit, skills, max(1, across))
    table = stacked(
        [
            _head(visit, columns, further, name_wide),
            *(_row(visit, each, visit.text(names.of(each)), columns, name_wide) for each in shown),
        ],
        _GAP,
        ft.MainAxisAlignment.START,
    )
    return desk(
        visit,
        stacked(
            [table, _below(visit, rows_ways)],
            layout.gap,
            ft.MainAxisAlignment.SPACE_BETWEEN,
        ),
        words("people.skills"),
        here=SKILLS,
        place="trainer/skills",
        help_phrase=words("people.skills-help"),
        end=_to_hardest(visit),
    )


def _use_columns(
    visit: Visit, skills: Sequence[Skill], across: int
) -> tuple[Sequence[Skill], ft.Control | None]:
    """As many skills as fit, and the way to the next ones; after the last come the first."""
    page, set_page = ft.use_state(0)
    pages = max(1, -(-len(skills) // across))
    now = page % pages
    shown = skills[now * across : (now + 1) * across]
    if pages == 1:
        return shown, None

    def turn() -> None:
        visit.say(words("nav.more"))
        set_page(lambda before: before + 1)

    return shown, more(visit, "trainer.columns-more", words("nav.more"), turn, forward=True)


def _below(visit: Visit, ways: ft.Control | None) -> ft.Control:
    """The ways to other learners, and where there is room the one to the tests of units."""
    chart = [] if visit.layout.phone and ways else [to_tests(visit)]
    return side_by_side([*([ways] if ways else []), *chart], 2 * theme.GAP)


def to_tests(visit: Visit) -> ft.Control:
    """The way to what the units have taught."""
    return round_sign(
        visit,
        "trainer.tests",
        words("people.tests"),
        ft.Icons.BAR_CHART_ROUNDED,
        lambda: visit.go("/trainer/skills/tests"),
        colour=theme.TEAL,
    )


def _to_hardest(visit: Visit) -> ft.Control:
    """The way to the hardest steps."""
    return round_sign(
        visit,
        "trainer.hardest",
        words("people.hardest"),
        ft.Icons.TERRAIN_ROUNDED,
        lambda: visit.go("/trainer/skills/hardest"),
        colour=theme.TEAL,
    )


def _head(
    visit: Visit, skills: Sequence[Skill], further: ft.Control | None, name_wide: float
) -> ft.Control:
    """The picture of each skill."""
    cells = [_skill(visit, skill) for skill in skills]
    first = ft.Container(further, width=name_wide, height=theme.TAP, alignment=ft.Alignment.CENTER)
    return _line(first, cells)


def _skill(visit: Visit, skill: Skill) -> ft.Control:
    """Where a lesson names no skill, also in which way it practises; a touch says its name."""
    identifier, said = f"trainer.skill:{skill.id}", [skill.title]
    shown: ft.Control = picture(skill.picture, _CELL, _HEAD - 6)
    if skill.kind != "lesson":
        said.append(words(f"people.kind-{skill.kind}"))
        shown = stacked([picture(skill.picture, _CELL, 34), picture(KIND_SIGNS[skill.kind], 28)], 2)
    return value(
        identifier,
        " · ".join(map(visit.text, said)),
        ft.Container(shown, width=_CELL, height=_HEAD, alignment=ft.Alignment.CENTER),
        says=saying(visit, identifier, *said),
    )


def _row(
    visit: Visit, learner: Learner, name: str, skills: Sequence[Skill], name_wide: float
) -> ft.Control:
    who: list[ft.Control] = [face(learner.picture, _ROW)]
    if not visit.layout.phone:
        size = one_size([name], visit.language, name_wide - _ROW - 20, 24)
        who.append(theme.text(name, visit.language, size, max_lines=1, align=ft.TextAlign.START))
    first = ft.Container(
        side_by_side(who, 8, ft.MainAxisAlignment.START), width=name_wide, height=_ROW
    )
    steps = visit.kiosk.classroom.records.summary(learner.id).steps
    cells = [_cell(visit, learner, each, mastery(steps, each.steps)) for each in skills]
    return _line(value(f"trainer.row:{learner.id}", name, first), cells)


def _cell(visit: Visit, learner: Learner, skill: Skill, how: Mastery) -> ft.Control:
    sign = _SIGNS[how]
    ink = theme.ink_on(_COLOURS[how])
    return value(
        f"trainer.mastery:{learner.id}/{skill.id}",
        visit.text(words(f"people.mastery-{how}")),
        ft.Container(
            ft.Icon(sign, size=26, color=ink) if sign else None,
            width=_CELL,
            height=_ROW,
            border_radius=10,
            bgcolor=_COLOURS[how],
            border=ft.Border.all(1, theme.EDGE),
            alignment=ft.Alignment.CENTER,
        ),
    )


def _line(first: ft.Control, cells: Sequence[ft.Control]) -> ft.Control:
    return side_by_side([first, *cells], _GAP, ft.MainAxisAlignment.CENTER)
