"""A money step: lay an amount in notes and coins."""

import flet as ft

from demo_store.finance.money import notes_for
from kiosk import theme
from kiosk.screens.learner.lesson_parts import (
    Moment,
    answer,
    body_height,
    foot,
    hint_sign,
    lesson_frame,
    row_height,
    sentence_row,
)
from kiosk.screens.learner.lesson_place import is_stuck
from kiosk.visit import Visit
from kiosk.widgets.component import component
from kiosk.widgets.money_tray import MoneyTray
from kiosk.widgets.pictures import scene
from kiosk.widgets.shapes import side_by_side
from kiosk.wording import words
from lessons.course import Money


@component
def MoneyStep(visit: Visit, moment: Moment) -> ft.Control:
    """The picture, the tray, and "this much"."""
    step = moment.step
    assert isinstance(step, Money)
    layout = visit.layout
    done = moment.state.completed_step
    high = body_height(visit) - row_height(visit, moment, layout.inner_width) - layout.gap
    if done:
        high -= layout.action_height + layout.gap
    # A low window has the width for all notes in one row only without the picture.
    view = 0.0 if layout.tall or (layout.low and not done) else layout.inner_width * 0.24
    tray = MoneyTray(
        visit,
        layout.inner_width - (view + theme.GAP if view else 0),
        high,
        notes_for(step.amount_fen) if done else (),
        shown=notes_for(step.amount_fen) if moment.state.demonstrated else (),
        wanted_fen=step.amount_fen if is_stuck(moment.state) else None,
        on_done=None if done else (lambda fen: answer(visit, moment, str(fen))),
        done_identifier="lesson.next",
        done_phrase=words("lesson.this-much"),
        hint=None if done or layout.phone else hint_sign(visit, moment),
        # What lies there would hide the demonstration, so the table is cleared for it.
        key=f"tray/{moment.state.tries if moment.state.demonstrated and not done else 0}",
    )
    field = side_by_side([scene(step.picture, view, min(high, view)), tray]) if view else tray
    blocks = [sentence_row(visit, moment, layout.inner_width), field]
    if done:
        blocks.append(foot(visit, moment))
    body = ft.Column(blocks, spacing=layout.gap, alignment=ft.MainAxisAlignment.SPACE_BETWEEN)
    return lesson_frame(visit, moment, body)
