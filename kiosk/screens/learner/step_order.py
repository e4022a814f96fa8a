"""A step of putting pictures in sequence: tap them one after the other."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

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
from kiosk.visit import Action, Visit
from kiosk.widgets.actions import round_sign
from kiosk.widgets.component import component
from kiosk.widgets.hand import pointed_at
from kiosk.widgets.latest import use_latest
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import card, card_style, side_by_side, stacked
from kiosk.widgets.speaking import one_size, use_spoken
from kiosk.widgets.told_scene import told_scene
from kiosk.widgets.touch import tap
from kiosk.wording import words
from lessons.course import Option, Order
from lessons.shuffle import shown_order

_BETWEEN = 8
"""Between the places on a phone: they are not touched."""


@dataclass(frozen=True, slots=True)
class _Sizes:
    """Logical pixels, as (width, height) where there are two; ``across`` counts pictures."""

    across: int
    room: float
    beside: tuple[float, float] | None
    above: tuple[float, float] | None
    place: tuple[float, float]
    item: tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Hand:
    """What her touches do with the pictures; ``lying`` gives the ids of those that lie already."""

    visit: Visit
    moment: Moment
    step: Order
    lying: Callable[[], tuple[str, ...]]
    put: Callable[[tuple[str, ...]], None]

    def says(self, item: Option) -> None:
        """What it is."""
        self.visit.say(self.moment.filled(item.say))

    def lays(self, item: Option) -> None:
        """On the next place; the last one gives the answer."""
        lying = self.lying()
        if item.id in lying:
            self.says(item)
        elif len(lying) + 1 < len(self.step.items):
            self.says(item)
            self.put((*lying, item.id))
        else:
            self.put(())
            answer(self.visit, self.moment, *lying, item.id)

    def takes_back(self) -> None:
        """The one that was laid last."""
        if not self.lying():
            return
        *left, last = self.lying()
        said = next(item.say for item in self.step.items if item.id == last)
        self.visit.say(words("lesson.taken-back"), self.moment.filled(said))
        self.put(tuple(left))


@component
def OrderStep(visit: Visit, moment: Moment) -> ft.Control:
    """Places above fill as pictures below are tapped; the last one gives the answer."""
    step = moment.step
    assert isinstance(step, Order)
    nothing: tuple[str, ...] = ()
    lying, put = use_latest(nothing)
    spoken = use_spoken(visit)
    layout = visit.layout
    done = moment.state.completed_step
    right = tuple(item.id for item in step.items)
    laid = right if done else lying()
    shown = shown_order(step, moment.learner)
    voices = tuple(Part(moment.filled(o.say), o.id) for o in shown) if _fresh(moment) else ()
    # At a demonstration the right sequence stands above for her to repeat.
    ghost = right if moment.state.demonstrated and not done else ()

    hand = _Hand(visit, moment, step, lying, put)
    sizes = _sizes(visit, moment, len(step.items))
    following = right[len(laid)] if len(laid) < len(right) and laid == right[: len(laid)] else ""
    places = [_place(moment, step, index, laid, ghost, sizes) for index in range(len(step.items))]
    labels = [visit.text(moment.filled(item.say)) for item in shown]
    items = [
        _item(
            visit,
            moment,
            item,
            sizes,
            labels=labels,
            taken=item.id in laid,
            here=is_stuck(moment.state) and item.id == following,
            speaking=spoken is not None and spoken.about == item.id,
            on_tap=partial(hand.says if done or item.id in laid else hand.lays, item),
        )
        for item in shown
    ]
    undo = _undo(visit, hand.takes_back if laid and not done else None)
    if layout.phone and not done:
        items.append(undo)  # among the pictures, so that none is small for a foot with one sign
    body = ft.Column(
        [
            sentence_row(visit, moment, layout.inner_width, voices),
            *_field(visit, step, sizes, places, [] if done else items),
            *([] if layout.phone and not done else [foot(visit, moment, undo)]),
        ],
        spacing=layout.gap,
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
    )
    return lesson_frame(visit, moment, body, voices)


def _undo(visit: Visit, take_back: Action | None) -> ft.Control:
    return round_sign(
        visit,
        "lesson.undo",
        words("lesson.undo"),
        ft.Icons.UNDO_ROUNDED,
        take_back,
        colour=theme.PAPER,
    )


def _sizes(visit: Visit, moment: Moment, count: int) -> _Sizes:
    if visit.layout.phone:
        return _sizes_on_a_phone(visit, moment, count)
    layout, across = visit.layout, count
    line = row_height(visit, moment, layout.inner_width)
    high = body_height(visit) - line - layout.action_height - 3 * layout.gap
    wide = not (layout.tall or layout.low)
    beside = (layout.inner_width * 0.24, high) if wide else None
    above = (layout.inner_width, high * 0.34) if layout.tall else None
    room = layout.inner_width - (beside[0] + theme.GAP if beside else 0)
    high -= above[1] + layout.gap if above else 0
    cell = min(220.0, (room - (across - 1) * theme.GAP) / across)
    place = min(cell, high * 0.42)
    return _Sizes(
        across=across,
        room=room,
        beside=beside,
        above=above,
        place=(min(cell, place * 1.3), place),
        item=(cell, min(high - place, cell * (1.6 if layout.tall else 1.35))),
    )


def _sizes_on_a_phone(visit: Visit, moment: Moment, count: int) -> _Sizes:
    """Three across, the way back among them; when it is done the step's picture in their place."""
    layout, across = visit.layout, 3
    wide = layout.inner_width
    place = min(64.0, (wide - (count - 1) * _BETWEEN) / count)
    high = body_height(visit) - row_height(visit, moment, wide) - place - 2 * layout.gap
    down = -(-(count + 1) // across)
    cell = (high - (down - 1) * layout.gap) / down
    done = moment.state.completed_step
    return _Sizes(
        across=across,
        room=wide,
        beside=None,
        above=(wide, high - layout.action_height - 2 * layout.gap) if done else None,
        place=(place, place),
        item=((wide - (across - 1) * theme.GAP) / across, min(cell, 200.0)),
    )


def _field(
    visit: Visit,
    step: Order,
    sizes: _Sizes,
    places: list[ft.Control],
    items: list[ft.Control],
) -> list[ft.Control]:
    """Places and pictures, with the step's own picture where there is room for it."""
    layout = visit.layout
    rows = [
        side_by_side(places, _BETWEEN if layout.phone else theme.GAP),
        *_in_rows(items, sizes.across),
    ]
    if sizes.beside:
        told = told_scene(visit, "lesson.picture", step.picture, *sizes.beside)
        return [side_by_side([told, stacked(rows, layout.gap, width=sizes.room)])]
    return (
        [told_scene(visit, "lesson.picture", step.picture, *sizes.above), *rows]
        if sizes.above
        else rows
    )


def _fresh(moment: Moment) -> bool:
    return not moment.state.completed_step and moment.state.hints == 0


def _in_rows(cells: list[ft.Control], across: int) -> list[ft.Control]:
    return [side_by_side(cells[begin : begin + across]) for begin in range(0, len(cells), across)]


def _place(
    moment: Moment,
    step: Order,
    index: int,
    laid: tuple[str, ...],
    ghost: tuple[str, ...],
    sizes: _Sizes,
) -> ft.Control:
    """A place in the sequence: its number, and the picture that lies there."""
    width, height = sizes.place
    shown = laid[index] if index < len(laid) else ghost[index] if index < len(ghost) else ""
    item = next((i for i in step.items if i.id == shown), None)
    inside: ft.Control = (
        picture(item.picture, height - (20 if height < theme.TAP else 32))
        if item
        else theme.digits(str(index + 1), height * 0.4, theme.SOFT_INK)
    )
    done = moment.state.completed_step
    real = index < len(laid)
    return card(
        ft.Stack(
            [
                ft.Container(
                    inside, alignment=ft.Alignment.CENTER, opacity=1 if real or not item else 0.5
                ),
                ft.Container(theme.digits(str(index + 1), min(24, height * 0.25)), left=4, top=0)
                if item
                else ft.Container(),
            ]
        ),
        theme.DONE if done else theme.SHADE,
        ring=theme.LEAF if done else theme.AMBER if index == len(laid) else None,
        width=width,
        height=height,
        padding=4,
    )


def _item(
    visit: Visit,
    moment: Moment,
    item: Option,
    sizes: _Sizes,
    *,
    labels: list[str],
    taken: bool,
    here: bool,
    speaking: bool,
    on_tap: Action,
) -> ft.Control:
    width, height = sizes.item
    phrase = moment.filled(item.say)
    said = visit.text(phrase)
    side = min(width - 20, height * 0.48)
    size = one_size(labels, visit.language, width - 18, height - side - 24, 26)
    label = theme.text(said, visit.language, size)
    ring = theme.SKY if speaking else theme.AMBER if here else None
    thing = tap(
        visit,
        f"lesson.answer:{item.id}",
        said,
        stacked([picture(item.picture, side), label], 4),
        on_tap,
        width=width,
        height=height,
        **card_style(theme.LINE if taken else theme.PAPER, ring, padding=4),
    )
    return pointed_at(thing, here)
