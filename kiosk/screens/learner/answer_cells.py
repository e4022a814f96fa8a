"""Pictures to touch that stand in rows, each with its words: what such steps share."""

from dataclasses import dataclass
from typing import Self

import flet as ft

from kiosk import theme
from kiosk.screens.learner.lesson_parts import Moment
from kiosk.visit import Action, Visit
from kiosk.widgets.hand import pointed_at
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import card_style, side_by_side, stacked
from kiosk.widgets.speaking import one_size
from kiosk.widgets.told_scene import told_scene
from kiosk.widgets.touch import tap
from lessons.phrase import Phrase

_MARK = 36.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A picture with its words, and how it stands.

    ``taken`` by her, ``right`` as it turned out, a ``ghost`` that a demonstration shows, ``here``
    where the hand points, ``speaking`` while it is named. ``partner`` is what it was matched with.
    """

    identifier: str
    picture: str
    say: Phrase
    taken: bool = False
    right: bool = False
    ghost: bool = False
    here: bool = False
    speaking: bool = False
    partner: str = ""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Logical pixels, as (width, height); ``beside`` and ``above`` are of the step's picture."""

    across: int
    cell: tuple[float, float]
    beside: tuple[float, float] | None
    above: tuple[float, float] | None

    @classmethod
    def of(cls, visit: Visit, height: float, across: int, down: int) -> Self:
        """For rows of cells in a field of ``height``, the step's picture where it has room."""
        layout = visit.layout
        wide = not (layout.tall or layout.low)
        beside = (layout.inner_width * 0.24, height) if wide else None
        above = (layout.inner_width, height * 0.3) if layout.tall and not layout.phone else None
        room = layout.inner_width - (beside[0] + theme.GAP if beside else 0)
        free = height - (above[1] + layout.gap if above else 0)
        width = min(320.0, (room - (across - 1) * theme.GAP) / across)
        high = min(340.0, (free - (down - 1) * theme.GAP) / down)
        return cls(across, (width, high), beside, above)


def answer_cell(
    visit: Visit,
    cell: Cell,
    size: tuple[float, float],
    labels: list[str],
    on_tap: Action,
) -> ft.Control:
    """One picture to touch; ``labels`` are those of all, which have letters of one size."""
    width, height = size
    said = visit.text(cell.say)
    side = min(width - 28, height * 0.52)
    letters = one_size(labels, visit.language, width - 24, height - side - 30, 28)
    shown: ft.Control = picture(cell.picture, side)
    if cell.partner:
        both = (cell.picture, cell.partner)
        each = min(side * 0.7, width / 2 - 20)
        shown = side_by_side([picture(name, each) for name in both], 4)
    inside: ft.Control = stacked([shown, theme.text(said, visit.language, letters)], 4)
    if cell.taken or cell.right:
        inside = ft.Stack(
            [
                ft.Container(inside, alignment=ft.Alignment.CENTER),
                ft.Container(picture("check", _MARK), right=2, top=2),
            ]
        )
    thing = tap(
        visit,
        cell.identifier,
        said,
        inside,
        on_tap,
        width=width,
        height=height,
        **card_style(_ground(cell), _ring(cell), padding=4),
    )
    return pointed_at(thing, cell.here)


def _ground(cell: Cell) -> str:
    if cell.right:
        return theme.DONE
    return theme.WARM if cell.taken else theme.PAPER


def _ring(cell: Cell) -> str | None:
    if cell.speaking:
        return theme.SKY
    if cell.right or cell.ghost:
        return theme.LEAF
    return theme.CLAY if cell.taken else theme.AMBER if cell.here else None


def in_rows(cells: list[ft.Control], across: int) -> list[ft.Control]:
    """Cells in rows of ``across``."""
    return [side_by_side(cells[begin : begin + across]) for begin in range(0, len(cells), across)]


def beside_or_above(
    visit: Visit, moment: Moment, sizes: Sizes, rows: list[ft.Control]
) -> ft.Control:
    """The rows, with the step's own picture where there is room for it."""
    name = moment.step.picture
    field = stacked(rows, theme.GAP)
    if sizes.beside:
        return side_by_side([told_scene(visit, "lesson.picture", name, *sizes.beside), field])
    if sizes.above:
        seen = told_scene(visit, "lesson.picture", name, *sizes.above)
        return stacked([seen, field], visit.layout.gap)
    return field
