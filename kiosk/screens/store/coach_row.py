"""What the coach says above a screen of the store, and the way on beside it."""

from typing import Final

import flet as ft

from kiosk import theme
from kiosk.player import Part
from kiosk.screens.learner.lesson_parts import Moment, hint_sign, next_button, said_now
from kiosk.screens.learner.testing import give_up
from kiosk.visit import Visit
from kiosk.widgets.actions import go_on
from kiosk.widgets.shapes import side_by_side
from kiosk.widgets.speaking import Sentence, speak_again
from kiosk.wording import words
from lessons.phrase import Phrase

_COACHS_LINE: Final = theme.TAP + 8.0
"""The height of what the coach says, however long it is."""
_ABOVE_GREEN: Final = 12.0


def coach_height(visit: Visit, moment: Moment) -> float:
    """How high the row of this moment is."""
    if visit.layout.phone and (moment.state.completed_step or moment.alone):
        return _COACHS_LINE + _ABOVE_GREEN + theme.TAP
    return _COACHS_LINE


def coach_row(visit: Visit, moment: Moment) -> ft.Control:
    """What the coach says now, and the way on once it is done; in a test always a way on."""
    layout = visit.layout
    done, alone = moment.state.completed_step, layout.phone
    way_on = done or moment.alone
    beside = way_on and not alone
    end_width = min(300.0, layout.inner_width * 0.3) if beside else theme.TAP
    row = [
        speak_again(visit, [Part(_said(visit, moment))]),
        _sentence(visit, moment, 0 if alone else end_width),
    ]
    if beside:
        row.append(_way_on(visit, moment, end_width))
    elif not alone:
        row.append(hint_sign(visit, moment))
    ground = theme.DONE if done else theme.CREAM if moment.state.hints else theme.WARM
    line = ft.Container(side_by_side(row), bgcolor=ground, border_radius=48, height=_COACHS_LINE)
    if not (alone and way_on):
        return line
    return ft.Column([line, _way_on(visit, moment, layout.inner_width)], spacing=_ABOVE_GREEN)


def _said(visit: Visit, moment: Moment) -> Phrase:
    return visit.aside or said_now(moment)


def _sentence(visit: Visit, moment: Moment, beside: float) -> ft.Control:
    layout = visit.layout
    return Sentence(
        visit,
        _said(visit, moment),
        layout.inner_width - theme.TAP - 2 * theme.GAP - beside - 16,
        2,
        min(layout.sentence_size, 36),
        "lesson.prompt",
        highest=_COACHS_LINE,
        key="coach",
    )


def _way_on(visit: Visit, moment: Moment, width: float) -> ft.Control:
    """The green thing; in a test, "I do not know yet"."""
    if not moment.alone:
        return next_button(visit, moment, width, theme.TAP)
    return go_on(
        visit,
        "test.unknown",
        words("test.unknown"),
        lambda: give_up(visit, moment.lesson),
        width=width,
        height=theme.TAP,
        icon=ft.Icons.SKIP_NEXT_ROUNDED,
        colour=theme.HONEY,
    )
