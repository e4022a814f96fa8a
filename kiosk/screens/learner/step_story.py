"""A story: its pictures one after the other, each with its sentence; back and forth by a touch."""

from dataclasses import replace

import flet as ft

from kiosk import theme
from kiosk.screens.learner.lesson_parts import (
    Moment,
    body_height,
    lesson_frame,
    row_height,
    sentence_row,
)
from kiosk.screens.learner.lesson_place import go_on_from
from kiosk.visit import Action, Visit
from kiosk.widgets.actions import go_on, round_sign
from kiosk.widgets.component import component
from kiosk.widgets.latest import use_latest
from kiosk.widgets.shapes import bead, side_by_side
from kiosk.widgets.told_scene import told_scene
from kiosk.widgets.touch import value
from kiosk.wording import words
from lessons.course import Story
from lessons.engine import Look

_DOTS = 20.0


@component
def StoryStep(visit: Visit, moment: Moment) -> ft.Control:
    """It opens with the step's own sentence; after the last picture the green thing leads on.

    Each picture is written down as it is shown: who comes back finds the one that she left.
    """
    step = moment.step
    assert isinstance(step, Story)
    ids = ("", *(each.id for each in step.pictures))
    at, turn_to = use_latest(ids.index(moment.state.picture) if moment.state.picture in ids else 0)
    shown = step.pictures[at() - 1] if at() else step
    here = replace(moment, frame=shown.id if at() else "")

    def turn(by: int) -> None:
        """To another picture; what was told aside is over."""
        if at() + by > len(step.pictures):
            go_on_from(visit, moment.lesson, step.id)
        else:
            to = max(0, at() + by)
            visit.kiosk.classroom.learn(moment.learner, moment.lesson, Look(ids[to]))
            turn_to(to)
            visit.changed()

    on = go_on(
        visit,
        "lesson.next",
        words("lesson.next"),
        lambda: turn(1),
        width=_button(visit),
    )
    ways: list[ft.Control] = [_back(visit, lambda: turn(-1))] if at() else []
    below = _below(visit, here, ways, on)
    taken = visit.layout.action_height + _DOTS + 2 * visit.layout.gap
    if visit.layout.tall:
        taken += visit.layout.gap + visit.layout.sentence_size * (
            4.6 if visit.layout.phone else 3.2
        )
    high = max(140.0, min(body_height(visit) - taken, visit.layout.inner_width * 0.95))
    scene = told_scene(visit, "lesson.picture", shown.picture, visit.layout.inner_width, high)
    body = ft.Column(
        [scene, _dots(at(), len(step.pictures)), *below],
        spacing=visit.layout.gap,
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
    )
    return lesson_frame(visit, here, body)


def _taken(visit: Visit, here: Moment) -> float:
    """What stands below the picture."""
    layout = visit.layout
    if layout.tall:
        sentence = layout.sentence_size * (4.6 if layout.phone else 3.2)
        return layout.action_height + _DOTS + sentence + 3 * layout.gap
    told = row_height(visit, here, layout.inner_width - _beside(visit))
    return max(layout.action_height, told) + _DOTS + 2 * layout.gap


def _beside(visit: Visit) -> float:
    """What stands beside the sentence: the two ways."""
    return _button(visit) + theme.TAP + 2 * theme.GAP


def _button(visit: Visit) -> float:
    layout = visit.layout
    if layout.tall:
        return min(420.0, layout.inner_width - theme.TAP - theme.GAP)
    return min(300.0, layout.inner_width * 0.26)


def _below(visit: Visit, here: Moment, ways: list[ft.Control], on: ft.Control) -> list[ft.Control]:
    layout = visit.layout
    if layout.tall:
        return [
            sentence_row(visit, here, layout.inner_width, lines=3 if layout.phone else 2),
            ft.Row([*ways, on], alignment=ft.MainAxisAlignment.SPACE_BETWEEN, spacing=theme.GAP),
        ]
    # as wide without the way back, so that picture and sentence stay where they are
    room = layout.inner_width - _beside(visit)
    return [side_by_side([*ways, sentence_row(visit, here, room), on])]


def _back(visit: Visit, turn_back: Action) -> ft.Control:
    return round_sign(
        visit,
        "lesson.before",
        words("nav.before"),
        ft.Icons.ARROW_BACK_ROUNDED,
        turn_back,
        colour=theme.TEAL,
    )


def _dots(at: int, count: int) -> ft.Control:
    """How far the story is told; nobody needs to read it."""
    dots: list[ft.Control] = [
        bead(_DOTS, _DOTS, theme.CLAY if number <= at else None) for number in range(1, count + 1)
    ]
    return value("lesson.frame", f"{at}/{count}", side_by_side(dots, 12))
