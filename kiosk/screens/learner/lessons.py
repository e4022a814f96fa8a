"""The lessons as pictures, a unit a page: done ones starred, the next one ringed."""

from collections.abc import Callable

import flet as ft

from kiosk import theme
from kiosk.screens.boundary import screen
from kiosk.screens.learner.lesson_place import open_lesson
from kiosk.screens.learner.unit_strip import HEIGHT, here_she_is, unit_strip
from kiosk.screens.paging import grid, use_pages
from kiosk.visit import Visit
from kiosk.widgets.component import component
from kiosk.widgets.frame import frame, room_below
from kiosk.widgets.pictures import picture, scene
from kiosk.widgets.shapes import card_style, side_by_side, stacked
from kiosk.widgets.speaking import filling, fitting
from kiosk.widgets.touch import tap
from kiosk.wording import words
from lessons.course import Lesson, Unit
from lessons.next_thing import NextThing

_MARK = 44.0
"""The side of the star or of her face on a lesson."""


@screen
def LessonsScreen(visit: Visit) -> ft.Control:
    """One unit after the other."""
    learner = visit.learner
    assert learner is not None
    classroom = visit.kiosk.classroom
    units = classroom.course.units
    following = classroom.next_thing(learner.id)
    here = _unit_of(units, following)
    chosen, choose = ft.use_state(here)
    chosen = min(chosen, len(units) - 1)
    unit = units[chosen] if units else None
    layout = visit.layout
    blocks: list[ft.Control] = []
    high = room_below(visit)
    if unit is not None:
        states = classroom.lesson_states(learner.id)
        blocks.append(unit_strip(visit, units, chosen, here, states, _index_setter(choose)))
        high -= HEIGHT + layout.gap
        blocks.append(Lessons(visit, unit, following, high, key=unit.id))
    body = stacked(blocks, layout.gap, ft.MainAxisAlignment.START)
    return frame(
        visit,
        body,
        words("lessons.choose"),
        place="lessons",
        help_phrase=words("lessons.help"),
        back="/home",
    )


def _index_setter(choose: Callable[[Callable[[int], int]], None]) -> Callable[[int], None]:
    return lambda index: choose(lambda _: index)


def _unit_of(units: tuple[Unit, ...], following: NextThing) -> int:
    """The unit of what comes next; of a test and a repeat, that of which it is one."""
    lesson = following.lesson
    for index, unit in enumerate(units):
        if lesson in unit.lessons:
            return index
        if lesson and (lesson.id.endswith(f"--{unit.id}") or lesson.skill in _skills(unit)):
            return index
    return 0


def _skills(unit: Unit) -> set[str]:
    return {skill.id for skill in unit.skills}


@component
def Lessons(visit: Visit, unit: Unit, following: NextThing, height: float) -> ft.Control:
    """The lessons of one unit."""
    layout = visit.layout
    across = 1 if layout.phone else 2 if layout.tall else min(4, max(2, len(unit.lessons)))
    width = (layout.inner_width - (across - 1) * theme.GAP) / across
    rows = 4 if layout.phone else 2 if layout.tall else 1
    if len(unit.lessons) > across * rows:
        height -= theme.TAP + theme.GAP
    rows = max(1, min(rows, int((height + theme.GAP) // (theme.TAP + theme.GAP))))
    cell_high = min(420.0, (height - (rows - 1) * theme.GAP) / rows)
    shown, ways = use_pages(visit, unit.lessons, across * rows, "lesson.page")
    cells = [_lesson(visit, lesson, following, width, cell_high) for lesson in shown]
    return stacked([grid(cells, across), *([ways] if ways else [])], theme.GAP)


def _lesson(
    visit: Visit, lesson: Lesson, following: NextThing, width: float, height: float
) -> ft.Control:
    learner = visit.learner
    assert learner is not None
    state = visit.kiosk.classroom.lesson_state(learner.id, lesson.id)
    done = state is not None and state.ever_finished
    said = visit.text(lesson.title)
    row = visit.layout.phone
    view = height - 24
    marked = done or following.lesson is lesson
    beside = view * 1.2 + 60 + (_MARK + 10 if marked else 0)
    name_width = width - (beside if row else 32)
    size = fitting(said, visit.language, name_width, 2, 30)
    if row:
        size = filling(said, visit.language, name_width, view, 30)
    label = theme.text(said, visit.language, size, max_lines=2)
    label.width = name_width
    image = (
        scene(lesson.picture, view * 1.2, view)
        if row
        else scene(lesson.picture, width - 28, max(80, height - 150))
    )
    mark = picture("star", _MARK) if done else None
    if following.lesson is lesson:
        mark = here_she_is(visit, _MARK)
    content = (
        side_by_side([image, label, *([mark] if mark else [])], 10)
        if row
        else stacked([image, label, *([mark] if mark else [])], 10)
    )
    return tap(
        visit,
        f"lesson:{lesson.id}",
        said,
        content,
        lambda: open_lesson(visit, lesson),
        width=width,
        height=height,
        **card_style(ring=theme.LEAF if following.lesson is lesson else None, padding=8),
    )
