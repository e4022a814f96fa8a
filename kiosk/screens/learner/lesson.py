"""A lesson: its cover, the step she is at, its end."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

import flet as ft

from kiosk import theme
from kiosk.screens.boundary import screen
from kiosk.screens.dead_end import NotHere
from kiosk.screens.learner.lesson_parts import (
    Moment,
    body_height,
    lesson_frame,
    row_height,
    sentence_row,
)
from kiosk.screens.learner.lesson_place import open_lesson, place_of
from kiosk.screens.learner.step_aloud import AloudStep
from kiosk.screens.learner.step_choose import ChooseStep
from kiosk.screens.learner.step_choose_all import ChooseAllStep
from kiosk.screens.learner.step_match import MatchStep
from kiosk.screens.learner.step_money import MoneyStep
from kiosk.screens.learner.step_order import OrderStep
from kiosk.screens.learner.step_story import StoryStep
from kiosk.screens.learner.step_tell import TellStep
from kiosk.screens.learner.testing import TestDoor
from kiosk.visit import Visit
from kiosk.widgets.actions import go_on
from kiosk.widgets.component import component
from kiosk.widgets.frame import frame, room_below
from kiosk.widgets.pictures import SCENE_SHAPE, picture, scene
from kiosk.widgets.shapes import side_by_side, stacked
from kiosk.widgets.touch import value
from kiosk.wording import words
from lessons.course import (
    Choose,
    ChooseAll,
    Lesson,
    ListenAndRepeat,
    Match,
    Money,
    Order,
    Say,
    Step,
    Story,
    Tell,
)
from lessons.engine import current_step
from lessons.phrase import Phrase

_STAR, _PALE = 84.0, 0.2


_SCREENS: Final[Mapping[type[Step], Callable[..., ft.Control]]] = MappingProxyType(
    {
        Tell: TellStep,
        Story: StoryStep,
        Choose: ChooseStep,
        ChooseAll: ChooseAllStep,
        Order: OrderStep,
        Match: MatchStep,
        Money: MoneyStep,
        Say: AloudStep,
        ListenAndRepeat: AloudStep,
    }
)
"""What shows a kind of step; those that are done in the store have a door there."""


@screen
def LessonScreen(visit: Visit) -> ft.Control:
    """The lesson that the address names."""
    taught = visit.kiosk.classroom.taught
    lesson = taught.lesson(ft.use_route_params().get("lesson_id", ""))
    if lesson is None:
        return NotHere(visit, key="gone")
    if taught.is_test(lesson.id):
        return TestDoor(visit, lesson, key=lesson.id)
    moment = moment_of(visit, lesson)
    if moment is None:
        return Cover(visit, lesson, key=f"{lesson.id}/cover")
    if moment.state.finished:
        return Finished(visit, lesson, key=f"{lesson.id}/finished")
    key = f"{lesson.id}/{moment.step.id}"
    return _SCREENS.get(type(moment.step), PracticeDoor)(visit, moment, key=key)


def moment_of(visit: Visit, lesson: Lesson) -> Moment | None:
    """Where the signed-in learner is in a lesson; None before she began."""
    learner = visit.learner
    if learner is None:
        return None
    classroom = visit.kiosk.classroom
    state = classroom.lesson_state(learner.id, lesson.id)
    if state is None:
        return None
    step = current_step(lesson, state)
    kind = classroom.catalogue.kind(classroom.practised_kind(learner.id, step))
    return Moment(learner.id, lesson, state, step, kind.name)


def _promise(visit: Visit, lesson: Lesson) -> Phrase:
    learner = visit.learner
    classroom = visit.kiosk.classroom
    kind = classroom.catalogue.kind(classroom.product_kind(learner.id if learner else ""))
    promise = lesson.promise
    return promise.filled(product=kind.name) if promise.placeholders() else promise


@component
def Cover(visit: Visit, lesson: Lesson) -> ft.Control:
    """The lesson's promise, before it begins."""
    return _page(
        visit,
        lesson.picture,
        _promise(visit, lesson),
        f"{lesson.id}/cover",
        go_on(
            visit,
            "lesson.next",
            words("home.start"),
            lambda: open_lesson(visit, lesson),
            width=min(420, visit.layout.inner_width),
            icon=ft.Icons.PLAY_ARROW_ROUNDED,
        ),
    )


@component
def Finished(visit: Visit, lesson: Lesson) -> ft.Control:
    """Well done; what she learned is named, and the way home is open."""
    return _page(
        visit,
        lesson.picture,
        words("lesson.finished", lesson=lesson.title),
        f"{lesson.id}/finished",
        go_on(
            visit,
            "lesson.next",
            words("lesson.on-from-here"),
            lambda: visit.go("/home"),
            width=min(420, visit.layout.inner_width),
            icon=ft.Icons.CHECK_ROUNDED,
        ),
        won=value("lesson.finished", visit.text(lesson.title), _stars(visit, lesson)),
    )


def _stars(visit: Visit, lesson: Lesson) -> ft.Control:
    """One for each lesson of the unit: bright where she finished it, this one's is large."""
    learner, classroom = visit.learner, visit.kiosk.classroom
    assert learner is not None
    unit = next((unit for unit in classroom.course.units if lesson in unit.lessons), None)
    if unit is None:  # a repeat
        return picture("star", _STAR)
    across = min(_STAR, (visit.layout.inner_width - _STAR) / len(unit.lessons) - theme.GAP)
    stars: list[ft.Control] = []
    for each in unit.lessons:
        state = classroom.lesson_state(learner.id, each.id)
        done = state is not None and state.ever_finished
        shown = picture("star", _STAR if each is lesson else across * 0.7)
        stars.append(ft.Container(shown, opacity=1 if done else _PALE))
    return side_by_side(stars)


def _page(
    visit: Visit,
    name: str,
    say: Phrase,
    place: str,
    action: ft.Control,
    won: ft.Control | None = None,
) -> ft.Control:
    layout = visit.layout
    free = room_below(visit) - layout.action_height - 2 * layout.gap
    high = max(140, free - 20 - (_STAR + layout.gap if won else 0))
    width = min(layout.inner_width, high * SCENE_SHAPE)
    seen = scene(name, width, width / SCENE_SHAPE)
    blocks = [seen, won, action] if won else [seen, action]
    body = stacked(blocks, layout.gap, ft.MainAxisAlignment.SPACE_BETWEEN)
    return frame(visit, body, say, place=place, back="/lessons")


@component
def PracticeDoor(visit: Visit, moment: Moment) -> ft.Control:
    """A practice step seen from outside the store: the way in."""
    layout = visit.layout
    row = row_height(visit, moment, layout.inner_width)
    high = body_height(visit) - layout.action_height - row - 2 * layout.gap

    def enter() -> None:
        visit.kiosk.classroom.prepare(moment.learner, moment.lesson)
        visit.go(place_of(visit, moment.lesson))

    body = ft.Column(
        [
            scene(moment.step.picture, layout.inner_width, max(140, min(high, layout.inner_width))),
            sentence_row(visit, moment, layout.inner_width),
            ft.Row(
                [
                    go_on(
                        visit,
                        "lesson.next",
                        words("lesson.into-store"),
                        enter,
                        width=min(420, layout.inner_width),
                        sign="store",
                    )
                ],
                alignment=ft.MainAxisAlignment.END,
            ),
        ],
        spacing=layout.gap,
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
    )
    return lesson_frame(visit, moment, body)
