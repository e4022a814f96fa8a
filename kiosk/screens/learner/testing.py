"""The test of a unit: its door, and where it leads when a step of it is over."""

import flet as ft

from kiosk import theme
from kiosk.screens.learner.lesson_place import open_lesson, place_of
from kiosk.visit import Visit
from kiosk.widgets.actions import go_on
from kiosk.widgets.component import component
from kiosk.widgets.frame import frame, room_below_two_lines
from kiosk.widgets.pictures import SCENE_SHAPE
from kiosk.widgets.shapes import side_by_side, stacked
from kiosk.widgets.told_scene import told_scene
from kiosk.wording import words
from lessons.course import Lesson
from lessons.engine import Begin
from lessons.testing import GiveUp, Skip


@component
def TestDoor(visit: Visit, test: Lesson) -> ft.Control:
    """It says that nothing can go wrong, and both ways are open."""
    layout, learner = visit.layout, visit.learner
    assert learner is not None
    state = visit.kiosk.classroom.lesson_state(learner.id, test.id)
    is_over = state is not None and state.finished
    ways = [_on(visit, test)] if is_over else _ways(visit, test)
    rows = 2 if layout.phone else 1
    free = room_below_two_lines(visit) - rows * layout.action_height - (rows + 1) * layout.gap
    width = min(layout.inner_width, max(140.0, free) * SCENE_SHAPE)
    seen = told_scene(visit, "lesson.picture", test.picture, width, width / SCENE_SHAPE)
    below = stacked(ways, layout.gap) if layout.phone else side_by_side(ways, 2 * theme.GAP)
    body = stacked([seen, below], layout.gap, ft.MainAxisAlignment.SPACE_BETWEEN)
    say = words("test.before" if test.id.startswith("before") else "test.after")
    say = words("test.thanks") if is_over else say
    return frame(visit, body, say, place=test.id, back="/lessons", help_phrase=words("test.help"))


def _ways(visit: Visit, test: Lesson) -> list[ft.Control]:
    layout = visit.layout
    width = min(420.0, layout.inner_width if layout.phone else layout.inner_width / 2 - theme.GAP)
    return [
        go_on(
            visit,
            "test.begin",
            words("test.begin"),
            lambda: _begin(visit, test),
            width=width,
            icon=ft.Icons.PLAY_ARROW_ROUNDED,
        ),
        go_on(
            visit,
            "test.skip",
            words("test.skip"),
            lambda: _skip(visit, test),
            width=width,
            icon=ft.Icons.SKIP_NEXT_ROUNDED,
            colour=theme.PAPER,
        ),
    ]


def _on(visit: Visit, test: Lesson) -> ft.Control:
    return go_on(
        visit,
        "lesson.next",
        words("lesson.next"),
        lambda: lead_on(visit, test),
        width=min(420.0, visit.layout.inner_width),
    )


def _begin(visit: Visit, test: Lesson) -> None:
    learner = visit.learner
    assert learner is not None
    visit.kiosk.classroom.learn(learner.id, test, Begin())
    visit.kiosk.classroom.prepare(learner.id, test)
    visit.go(place_of(visit, test))


def _skip(visit: Visit, test: Lesson) -> None:
    learner = visit.learner
    assert learner is not None
    visit.kiosk.classroom.learn(learner.id, test, Skip())
    lead_on(visit, test)


def give_up(visit: Visit, test: Lesson) -> None:
    """One tap, and no shame: the next task comes."""
    learner = visit.learner
    assert learner is not None
    visit.kiosk.classroom.learn(learner.id, test, GiveUp())
    visit.say_first(words("test.is-fine"))
    lead_on(visit, test)


def lead_on(visit: Visit, test: Lesson) -> None:
    """To the next task; after the last one to the lessons, or home where they are done."""
    learner = visit.learner
    assert learner is not None
    classroom = visit.kiosk.classroom
    state = classroom.lesson_state(learner.id, test.id)
    if state is not None and not state.finished:
        classroom.prepare(learner.id, test)
        visit.go(place_of(visit, test))
        return
    unit = next(unit for unit in classroom.course.units if test.id.endswith(f"--{unit.id}"))
    following = next(
        (each for each in unit.lessons if classroom.lesson_state(learner.id, each.id) is None), None
    )
    if following is not None and test.id.startswith("before"):
        open_lesson(visit, following)
    else:
        visit.go("/home")
