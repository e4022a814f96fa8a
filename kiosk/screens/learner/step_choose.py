"""A choosing step: pictures that each have a voice; one tap answers."""

import flet as ft

from kiosk import theme
from kiosk.player import Part
from kiosk.screens.learner.lesson_parts import (
    Moment,
    answer,
    body_height,
    foot,
    lesson_frame,
    row_height,
    sentence_row,
)
from kiosk.screens.learner.lesson_place import is_stuck
from kiosk.visit import Visit
from kiosk.widgets.component import component
from kiosk.widgets.hand import pointed_at
from kiosk.widgets.pictures import is_scene, picture
from kiosk.widgets.shapes import card_style, side_by_side, stacked
from kiosk.widgets.speaking import hear, one_size, use_spoken
from kiosk.widgets.told_scene import told_scene
from kiosk.widgets.touch import tap
from lessons.answering import right_answer
from lessons.course import Choose, Option
from lessons.shuffle import shown_order

_ONE_LINE = 48.5  # of the largest letters of an answer
_HIGH_ANSWER, _LOW_ANSWER, _LEAST_VIEW = 128.0, 104.0, 90.0
"""Heights on a phone: of an answer, of one that leaves room for the step's picture, and of that."""


@component
def ChooseStep(visit: Visit, moment: Moment) -> ft.Control:
    """The question is said, then each answer, its card ringed while it speaks."""
    step = moment.step
    assert isinstance(step, Choose)
    layout = visit.layout
    shown = shown_order(step, moment.learner)
    fresh = not moment.state.completed_step and moment.state.hints == 0
    voices = tuple(Part(moment.filled(o.say), o.id) for o in shown) if fresh else ()
    line = row_height(visit, moment, layout.inner_width)
    high = body_height(visit) - line - layout.gap
    footless = layout.phone and not moment.state.completed_step  # the hint is in the bar
    high -= 0 if footless else layout.action_height + layout.gap
    body = ft.Column(
        [
            sentence_row(visit, moment, layout.inner_width, voices),
            _field(visit, moment, shown, high),
            *([] if footless else [foot(visit, moment)]),
        ],
        spacing=layout.gap,
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
    )
    return lesson_frame(visit, moment, body, voices)


def _field(visit: Visit, moment: Moment, shown: tuple[Option, ...], high: float) -> ft.Control:
    layout = visit.layout
    if layout.phone:
        return _below_each_other(visit, moment, shown, high)
    if layout.tall:
        side = (layout.inner_width - (len(shown) - 1) * theme.GAP) / len(shown)
        cards_high = min(side * 1.5, high * 0.55)
        blocks: list[ft.Control] = [
            told_scene(
                visit,
                "lesson.picture",
                moment.step.picture,
                layout.inner_width,
                high - cards_high - layout.gap,
            ),
            side_by_side([Choice(visit, moment, o, side, cards_high, key=o.id) for o in shown]),
        ]
        return stacked(blocks, layout.gap)
    view = layout.inner_width * (0.34 if len(shown) < 4 else 0.24)
    side = (layout.inner_width - view - len(shown) * theme.GAP) / len(shown)
    return side_by_side(
        [
            told_scene(visit, "lesson.picture", moment.step.picture, view, high),
            *(Choice(visit, moment, o, side, high, key=o.id) for o in shown),
        ]
    )


def _below_each_other(
    visit: Visit, moment: Moment, shown: tuple[Option, ...], high: float
) -> ft.Control:
    """On a phone: the answers in rows, the step's own picture above where there is room for it."""
    width, count = visit.layout.inner_width, len(shown)
    each = min(_HIGH_ANSWER, (high - (count - 1) * theme.GAP) / count)
    view = 0.0
    for row in (_HIGH_ANSWER, _LOW_ANSWER):
        left = high - count * (row + theme.GAP)
        if left >= _LEAST_VIEW:
            each, view = row, left
            break
    blocks: list[ft.Control] = (
        [told_scene(visit, "lesson.picture", moment.step.picture, width, view)] if view else []
    )
    blocks += [Choice(visit, moment, option, width, each, key=option.id) for option in shown]
    return stacked(blocks, theme.GAP)


@component
def Choice(visit: Visit, moment: Moment, option: Option, width: float, height: float) -> ft.Control:
    """One answer: tap it to choose, or its loudspeaker to hear it first."""
    spoken = use_spoken(visit)
    state = moment.state
    phrase = moment.filled(option.say)
    said = visit.text(phrase)
    assert isinstance(moment.step, Choose)
    here = is_stuck(state) and (option.id,) == right_answer(moment.step)
    chosen = option.id in state.last_answer
    ring = _ring(
        state.completed_step, chosen, here, spoken is not None and spoken.about == option.id
    )
    colour = theme.DONE if chosen and state.completed_step else theme.PAPER
    row = visit.layout.phone
    beside = min(height - 24, 84 if is_scene(option.picture) else 76)
    words_width = width - beside - theme.TAP - 44 if row else width - 28
    high = height - 18 if row else _ONE_LINE if visit.layout.low else 2 * _ONE_LINE
    beside_it = [visit.text(moment.filled(each.say)) for each in moment.step.options]
    letters = one_size(beside_it, visit.language, words_width, high, 28 if row else 30)
    label = theme.text(said, visit.language, letters)
    label.width = words_width

    def touched() -> None:
        """Chooses it; what was chosen well before says itself once more."""
        if state.completed_step:
            visit.say(phrase)
        else:
            answer(visit, moment, option.id)

    loud = hear(visit, f"lesson.hear:{option.id}", phrase, theme.TAP)
    if row:
        card = tap(
            visit,
            f"lesson.answer:{option.id}",
            said,
            side_by_side([picture(option.picture, beside), label], 8),
            touched,
            width=width - theme.TAP - 8,
            height=height,
            **card_style(colour, ring, padding=4),
        )
        return side_by_side([pointed_at(card, here), loud], 8)
    card_high = height - theme.TAP - 10
    size = max(60, min(width - 40, card_high - 36 - high))
    card = tap(
        visit,
        f"lesson.answer:{option.id}",
        said,
        stacked([picture(option.picture, size), label], 6),
        touched,
        width=width,
        height=card_high,
        **card_style(colour, ring, padding=8),
    )
    return stacked([pointed_at(card, here), loud], 10)


def _ring(done: bool, chosen: bool, here: bool, speaking: bool) -> str | None:
    if speaking:
        return theme.SKY
    if done and chosen:
        return theme.LEAF
    if here:
        return theme.AMBER
    return theme.CLAY if chosen else None
