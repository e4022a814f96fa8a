"""A telling step: one picture, one sentence."""

import flet as ft

from kiosk.screens.learner.lesson_parts import (
    Moment,
    body_height,
    foot,
    lesson_frame,
    sentence_row,
)
from kiosk.visit import Visit
from kiosk.widgets.pictures import scene


@ft.component
def TellStep(visit: Visit, moment: Moment) -> ft.Control:
    """Shows and says; the green way on is always open."""
    layout = visit.layout
    sentence = layout.sentence_size * (5.2 if layout.phone else 3.4)
    high = body_height(visit) - layout.action_height - sentence - 2 * layout.gap
    width = layout.inner_width
    body = ft.Column(
        [
            scene(moment.step.picture, width, max(140, min(high, width * 0.95))),
            sentence_row(visit, moment, lines=3 if layout.phone else 2),
            foot(visit, moment),
        ],
        spacing=layout.gap,
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
    )
    return lesson_frame(visit, moment, body)
