"""The units as pictures in a row: which one is shown, where she is, and what is done."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import flet as ft

from kiosk import theme
from kiosk.visit import Action, Visit
from kiosk.widgets.actions import more
from kiosk.widgets.pictures import SCENE_SHAPE, face, is_scene, picture
from kiosk.widgets.shapes import card_style, side_by_side, stacked
from kiosk.widgets.speaking import filling
from kiosk.widgets.touch import tap
from kiosk.wording import words
from lessons.course import Unit
from lessons.engine import LessonState

HEIGHT = theme.TAP + 8.0
_CELL = theme.TAP + 32.0
_NAMED = 420.0
"""The most that the chosen unit takes with its name."""
_STAR = 30.0
_BELOW = 40.0
"""The height of a name below its picture."""
_WAY = theme.TAP + theme.GAP


@dataclass(frozen=True, slots=True)
class _Look:
    """How a unit stands in the row; ``here`` is where she goes on."""

    width: float
    chosen: bool
    here: bool
    done: bool


def unit_strip(
    visit: Visit,
    units: Sequence[Unit],
    chosen: int,
    here: int,
    states: Mapping[str, LessonState],
    choose: Callable[[int], None],
) -> ft.Control:
    """As many units as fit, the ``chosen`` one with its name; ``here`` is where she goes on."""

    def turn_to(index: int) -> None:
        choose(index)
        visit.say(units[index].title)

    shown, room = _shown(visit, len(units), chosen)
    cells = [
        _cell(
            visit,
            units[at],
            _Look(
                width=room if at == chosen else _CELL,
                chosen=at == chosen,
                here=at == here,
                done=_is_done(units[at], states),
            ),
            partial(turn_to, at),
        )
        for at in shown
    ]
    if len(shown) == len(units):
        return side_by_side(cells)
    last = len(units) - 1
    back = more(
        visit,
        "lessons.before",
        words("nav.before"),
        lambda: turn_to(chosen - 1 if chosen else last),
        forward=False,
    )
    on = more(
        visit,
        "lessons.more",
        words("nav.more"),
        lambda: turn_to(chosen + 1 if chosen < last else 0),
        forward=True,
    )
    return side_by_side([back, *cells, on])


def _shown(visit: Visit, count: int, chosen: int) -> tuple[range, float]:
    """Which units have room beside the chosen one, and how wide that one is."""
    width = visit.layout.inner_width
    named = min(_NAMED, width)
    others = int((width - named) // (_CELL + theme.GAP))
    if others + 1 >= count:
        return range(count), named
    width -= 2 * _WAY
    named = min(_NAMED, width)
    others = int((width - named) // (_CELL + theme.GAP))
    first = max(0, min(chosen - others // 2, count - 1 - others))
    return range(first, first + others + 1), named


def _cell(visit: Visit, unit: Unit, look: _Look, open_unit: Action) -> ft.Control:
    said = visit.text(unit.title)
    inside = _named(visit, unit, look) if look.chosen else _picture(unit, 64)
    marks: list[ft.Control] = []
    if look.done:
        marks.append(ft.Container(picture("star", _STAR), right=0, top=0))
    if look.here:
        marks.append(ft.Container(here_she_is(visit, _STAR + 6), left=0, top=0))
    if marks:
        inside = ft.Stack([ft.Container(inside, alignment=ft.Alignment.CENTER), *marks])
    return tap(
        visit,
        f"unit:{unit.id}",
        said,
        inside,
        open_unit,
        width=look.width,
        height=HEIGHT,
        **card_style(
            theme.WARM if look.chosen else theme.PAPER,
            theme.LEAF if look.here else None,
            radius=28,
            padding=4,
        ),
    )


def here_she_is(visit: Visit, size: float) -> ft.Control:
    """Her own picture: where she goes on."""
    learner = visit.learner
    return face((learner.picture if learner else "") or "guest", size)


def _picture(unit: Unit, size: float) -> ft.Control:
    return picture(unit.picture, size * SCENE_SHAPE if is_scene(unit.picture) else size)


def _named(visit: Visit, unit: Unit, look: _Look) -> ft.Control:
    """Its picture and its name: beside it, or on a small window below it."""
    said = visit.text(unit.title)
    below = look.width < _NAMED / 2
    margin = 2 * (_STAR + 6) if look.here or look.done else 0.0  # the marks cover no letter
    room = look.width - (16 if below else 150 + margin)
    high = _BELOW if below else HEIGHT - 16
    letters = filling(said, visit.language, room, high, 18 if below else 30)
    name = theme.text(said, visit.language, letters, max_lines=2)
    name.width = room
    if below:
        return stacked([_picture(unit, HEIGHT - _BELOW - 18), name], 0)
    return side_by_side([_picture(unit, 64), name], 10)


def _is_done(unit: Unit, states: Mapping[str, LessonState]) -> bool:
    return all(each.id in states and states[each.id].ever_finished for each in unit.lessons)
