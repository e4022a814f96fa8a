"""A telling step: one picture, one sentence."""

import flet as ft

from kiosk import theme
from kiosk.screens.learner.lesson_parts import (
    Moment,
    body_height,
    foot,
    lesson_frame,
    next_button,
    row_height,
    sentence_row,
)
from kiosk.visit import Visit
from kiosk.widgets.component import component
from kiosk.widgets.shapes import side_by_side
from kiosk.widgets.told_scene import told_scene


@component
def TellStep(visit: Visit, moment: Moment) -> ft.Control:
    """Shows and says; the green way on is always open."""
    layout = visit.layout
    width = layout.inner_width
    if layout.tall:
        sentence = layout.sentence_size * (4.6 if layout.phone else 3.2)
        high = body_height(visit) - layout.action_height - sentence - 2 * layout.gap
        below: list[ft.Control] = [
            sentence_row(visit, moment, width, lines=3 if layout.phone else 2),
            foot(visit, moment),
        ]
    else:
        button = min(300.0, width * 0.26)
        told = row_height(visit, moment, width - button - theme.GAP)
        high = body_height(visit) - max(layout.action_height, told) - layout.gap
        below = [
            side_by_side(
                [
                    sentence_row(visit, moment, width - button - theme.GAP),
                    next_button(visit, moment, button),
                ]
            )
        ]
    body = ft.Column(
        [
            told_scene(
                visit,
                "lesson.picture",
                moment.step.picture,
                width,
                max(140, min(high, width * 0.95)),
            ),
            *below,
        ],
        spacing=layout.gap,
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
    )
    return lesson_frame(visit, moment, body)
