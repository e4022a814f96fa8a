"""A step of bringing together what belongs together: touch one picture, then its partner."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from kiosk import theme
from kiosk.screens.learner.answer_cells import Cell, Sizes, answer_cell, beside_or_above
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
from kiosk.widgets.latest import use_latest
from kiosk.widgets.shapes import side_by_side, stacked
from kiosk.wording import words
from lessons.course import Match, Pair
from lessons.shuffle import shown_pairs

_LEFT, _RIGHT = "left", "right"


@dataclass(frozen=True, slots=True)
class _Hand:
    """What her touches do; ``held`` gives side and id of what she touched first, or nothing."""

    visit: Visit
    moment: Moment
    made: frozenset[str]
    held: Callable[[], tuple[str, str]]
    hold: Callable[[tuple[str, str]], None]

    def touches(self, side: str, pair: Pair) -> None:
        """The first touch takes one in hand, one on the other side answers."""
        phrase = self.moment.filled((pair.left if side == _LEFT else pair.right).say)
        held_side, held_id = self.held()
        if pair.id in self.made:
            self.visit.say(phrase)
        elif held_side in ("", side):
            self.hold((side, pair.id))
            self.visit.say(phrase, words("lesson.its-partner"))
        else:
            self.hold(("", ""))
            left, right = (pair.id, held_id) if side == _LEFT else (held_id, pair.id)
            answer(self.visit, self.moment, left, right)
            if left == right and len(self.made) + 1 < len(_pairs(self.moment)):
                # nothing on the screen says that it was right: the two are named together
                self.visit.say(*(self.moment.filled(each.say) for each in (pair.left, pair.right)))


@component
def MatchStep(visit: Visit, moment: Moment) -> ft.Control:
    """Two rows of pictures; a pair that is made shows both and stays."""
    step = moment.step
    assert isinstance(step, Match)
    held, hold = use_latest(("", ""))
    state = moment.state
    reached = state.goals_reached
    made = frozenset(pair.id for n, pair in enumerate(step.pairs) if n in reached)
    if state.completed_step:
        made = frozenset(pair.id for pair in step.pairs)
    hand = _Hand(visit, moment, made, held, hold)
    sizes = _sizes(visit, moment, len(step.pairs))
    to_touch = _to_touch(step, made, held()) if is_stuck(state) else ("", "")
    field = beside_or_above(
        visit, moment, sizes, _groups(visit, moment, hand, sizes, to_touch, made)
    )
    footless = visit.layout.phone and not state.completed_step  # the hint is in the bar
    body = ft.Column(
        [
            sentence_row(visit, moment, visit.layout.inner_width),
            field,
            *([] if footless else [foot(visit, moment)]),
        ],
        spacing=visit.layout.gap,
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
    )
    return lesson_frame(visit, moment, body)


def _pairs(moment: Moment) -> tuple[Pair, ...]:
    return moment.step.pairs if isinstance(moment.step, Match) else ()


def _to_touch(step: Match, made: frozenset[str], held: tuple[str, str]) -> tuple[str, str]:
    """Side and id of what the hand shows: the partner of what she holds, or the next one."""
    side, id = held
    if side:
        return (_RIGHT if side == _LEFT else _LEFT), id
    return _LEFT, next((pair.id for pair in step.pairs if pair.id not in made), "")


def _groups(
    visit: Visit,
    moment: Moment,
    hand: _Hand,
    sizes: Sizes,
    to_touch: tuple[str, str],
    made: frozenset[str],
) -> list[ft.Control]:
    """The left ones and the right ones: two rows, in a high window two columns."""
    step = moment.step
    assert isinstance(step, Match)
    sides = {
        side: [
            _cell(visit, moment, hand, sizes, side, pair, to_touch, made)
            for pair in shown_pairs(step, side, moment.learner)
        ]
        for side in (_LEFT, _RIGHT)
    }
    if visit.layout.tall and not (moment.state.completed_step and visit.layout.phone):
        columns = [stacked(cells, theme.GAP) for cells in sides.values()]
        return [side_by_side(list[ft.Control](columns))]
    if moment.state.completed_step and visit.layout.phone:
        shown = sides[_LEFT]
        return [side_by_side(shown[at : at + 2]) for at in range(0, len(shown), 2)]
    return [side_by_side(cells) for cells in sides.values()]


def _cell(
    visit: Visit,
    moment: Moment,
    hand: _Hand,
    sizes: Sizes,
    side: str,
    pair: Pair,
    to_touch: tuple[str, str],
    made: frozenset[str],
) -> ft.Control:
    own, other = (pair.left, pair.right) if side == _LEFT else (pair.right, pair.left)
    paired = pair.id in made
    shown_by_teacher = moment.state.demonstrated and not paired
    labels = [
        visit.text(moment.filled(each.say))
        for one in _pairs(moment)
        for each in (one.left, one.right)
    ]
    return answer_cell(
        visit,
        Cell(
            f"lesson.{side}:{pair.id}",
            own.picture,
            moment.filled(own.say),
            taken=hand.held() == (side, pair.id),
            right=paired,
            ghost=shown_by_teacher and side == _LEFT,
            here=to_touch == (side, pair.id),
            partner=other.picture if paired or (shown_by_teacher and side == _LEFT) else "",
        ),
        sizes.cell,
        labels,
        lambda: hand.touches(side, pair),
    )


def _sizes(visit: Visit, moment: Moment, count: int) -> Sizes:
    layout, done = visit.layout, moment.state.completed_step
    high = body_height(visit) - row_height(visit, moment, layout.inner_width) - layout.gap
    if not layout.phone or done:
        high -= layout.action_height + layout.gap
    if layout.phone and done:
        return Sizes.of(visit, high, 2, -(-count // 2))
    if layout.tall:
        return Sizes.of(visit, high, 2, count)
    return Sizes.of(visit, high, count, 2)
