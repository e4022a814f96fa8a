"""A step in which every right picture is to be chosen: touch them, then the green thing."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import flet as ft

from kiosk.player import Part
from kiosk.screens.learner.answer_cells import Cell, Sizes, answer_cell, beside_or_above, in_rows
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
from kiosk.widgets.actions import go_on
from kiosk.widgets.component import component
from kiosk.widgets.latest import use_latest
from kiosk.widgets.shapes import side_by_side
from kiosk.widgets.speaking import use_spoken
from kiosk.wording import words
from lessons.course import ChooseAll, Option
from lessons.shuffle import shown_order


@dataclass(frozen=True, slots=True)
class _Hand:
    """What her touches do; ``chosen`` gives the ids of what she has touched."""

    visit: Visit
    moment: Moment
    chosen: Callable[[], tuple[str, ...]]
    choose: Callable[[tuple[str, ...]], None]

    def touches(self, option: Option) -> None:
        """Takes it in or out; each says itself."""
        self.visit.say(self.moment.filled(option.say))
        if self.moment.state.completed_step:
            return
        now = self.chosen()
        without = tuple(each for each in now if each != option.id)
        self.choose(without if option.id in now else (*now, option.id))

    def says_done(self) -> None:
        """Gives the answer; what she chose stays chosen, so that she only mends it."""
        answer(self.visit, self.moment, *self.chosen())


@component
def ChooseAllStep(visit: Visit, moment: Moment) -> ft.Control:
    """Pictures that are in or out, and "these are all"."""
    step = moment.step
    assert isinstance(step, ChooseAll)
    nothing: tuple[str, ...] = ()
    chosen, choose = use_latest(nothing)
    spoken = use_spoken(visit)
    done = moment.state.completed_step
    right = tuple(option.id for option in step.options if option.right)
    taken = right if done else chosen()
    hand = _Hand(visit, moment, chosen, choose)
    shown = shown_order(step, moment.learner)
    fresh = not done and moment.state.hints == 0
    voices = tuple(Part(moment.filled(o.say), o.id) for o in shown) if fresh else ()
    to_touch = _to_touch(step, taken) if is_stuck(moment.state) else None
    ghost = right if moment.state.demonstrated and not done else ()
    sizes = _sizes(visit, moment, len(shown))
    labels = [visit.text(moment.filled(option.say)) for option in shown]
    cells = [
        answer_cell(
            visit,
            Cell(
                f"lesson.answer:{option.id}",
                option.picture,
                moment.filled(option.say),
                taken=option.id in taken,
                right=done and option.id in right,
                ghost=option.id in ghost,
                here=option.id == to_touch,
                speaking=spoken is not None and spoken.about == option.id,
            ),
            sizes.cell,
            labels,
            partial(hand.touches, option),
        )
        for option in shown
    ]
    field = beside_or_above(visit, moment, sizes, in_rows(cells, sizes.across))
    last = foot(visit, moment) if done else _ready(visit, moment, hand, taken, to_touch == "")
    body = ft.Column(
        [sentence_row(visit, moment, visit.layout.inner_width, voices), field, last],
        spacing=visit.layout.gap,
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
    )
    return lesson_frame(visit, moment, body, voices)


def _to_touch(step: ChooseAll, taken: tuple[str, ...]) -> str:
    """The first picture that is not as it should be; empty where all are."""
    return next((o.id for o in step.options if o.right != (o.id in taken)), "")


def _sizes(visit: Visit, moment: Moment, count: int) -> Sizes:
    layout = visit.layout
    high = body_height(visit) - row_height(visit, moment, layout.inner_width)
    high -= layout.action_height + 2 * layout.gap
    across = 3 if layout.phone and count > 4 else 2 if layout.phone else 3 if count > 4 else count
    return Sizes.of(visit, high, across, -(-count // across))


def _ready(
    visit: Visit, moment: Moment, hand: _Hand, taken: tuple[str, ...], here: bool
) -> ft.Control:
    """The lamp and the green thing."""
    layout = visit.layout
    lamp: list[ft.Control] = [] if layout.phone else [hint_sign(visit, moment)]
    green = go_on(
        visit,
        "lesson.done",
        words("lesson.these-are-all"),
        hand.says_done if taken else None,
        width=min(420, layout.inner_width),
        icon=ft.Icons.CHECK_ROUNDED,
        hand=here,
        missing=words("lesson.touch-first"),
    )
    return side_by_side(
        [*lamp, green],
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN if lamp else ft.MainAxisAlignment.CENTER,
        height=layout.action_height,
    )
