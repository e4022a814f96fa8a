"""One learner's path: a picture for each lesson, and under it the steps of the one that is opened.

A step is green where she did it alone, honey with help, clay after a demonstration. Not done yet
has no colour; where she is has a ring.
"""

from collections.abc import Callable
from functools import partial
from typing import Final

import flet as ft

from kiosk import theme
from kiosk.progress.summary import LearnerSummary
from kiosk.screens.paging import fit, grid, use_pages
from kiosk.visit import Visit
from kiosk.widgets.component import component
from kiosk.widgets.labels import one_size
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import card, card_style, side_by_side, stacked
from kiosk.widgets.touch import tap, value
from lessons.course import Lesson

_SIZES: Final = ((216.0, 164.0), (168.0, 130.0), (124.0, 100.0))
_SIZES_ON_A_PHONE: Final = ((101.0, float(theme.TAP)),)
_WAYS_WIDE: Final = 300.0
"""What the way to other pages takes beside the lessons."""


@component
def Timeline(
    visit: Visit,
    summary: LearnerSummary,
    opened: Lesson | None,
    height: float,
    on_open: Callable[[Lesson], object],
) -> ft.Control:
    """As many lessons as fit, in the sequence of the course."""
    layout = visit.layout
    lessons = list(visit.kiosk.classroom.course.lessons())
    sizes = _SIZES_ON_A_PHONE if layout.phone else _SIZES
    # As large as all of them fit at once; where none does, small and over pages.
    for wide, high in sizes:
        across, down = fit(layout.inner_width, height, wide, high)
        if across * down >= len(lessons) and high <= height:
            break
    beside = not layout.tall
    if len(lessons) > across * down:
        room = layout.inner_width - (_WAYS_WIDE if beside else 0)
        left = height - (0 if beside else theme.TAP + theme.GAP)
        across, down = fit(room, left, wide, high)
    begin = lessons.index(opened) if opened in lessons else 0
    shown, ways = use_pages(visit, lessons, across * down, "trainer.lessons", begin=begin)
    tiles = [
        _tile(visit, summary, each, each == opened, wide, high, partial(on_open, each))
        for each in shown
    ]
    blocks = [grid(tiles, across), *([ways] if ways else [])]
    return side_by_side(blocks, theme.GAP) if beside else stacked(blocks, theme.GAP)


def _tile(
    visit: Visit,
    summary: LearnerSummary,
    lesson: Lesson,
    opened: bool,
    width: float,
    height: float,
    open_it: Callable[[], object],
) -> ft.Control:
    begun = any(key[0] == lesson.id for key in summary.steps) or summary.lesson == lesson.id
    done = lesson.id in summary.lessons_done
    ground = theme.DONE if done else theme.WARM if begun else theme.PAPER
    shown: list[ft.Control] = [picture(lesson.picture, width - 20, height - 16)]
    if done:
        shown.append(ft.Container(picture("star", 30), right=0, top=0))
    return tap(
        visit,
        f"trainer.lesson:{lesson.id}",
        visit.text(lesson.title),
        ft.Stack(shown, alignment=ft.Alignment.CENTER),
        open_it,
        width=width,
        height=height,
        **card_style(ground, padding=4, ring=theme.CLAY if opened else None),
    )


def steps_of(visit: Visit, summary: LearnerSummary, lesson: Lesson, height: float) -> ft.Control:
    """The title, and a bead a step; its number is the strongest help that she needed."""
    phone, width = visit.layout.phone, visit.layout.inner_width
    said = visit.text(lesson.title)
    size = one_size([said], visit.language, width - 40, 22 if phone else 28)
    bead = min(34.0, (width - 40) / max(1, len(lesson.steps)) - 4)
    beads = [_bead(summary, lesson, step.id, bead) for step in lesson.steps]
    return card(
        stacked(
            [
                theme.text(said, visit.language, size, max_lines=1),
                ft.Row(
                    beads,
                    spacing=4,
                    wrap=True,
                    run_spacing=2,
                    alignment=ft.MainAxisAlignment.CENTER,
                ),
            ],
            4,
        ),
        width=width,
        height=height,
        padding=6,
    )


def _bead(summary: LearnerSummary, lesson: Lesson, step: str, size: float) -> ft.Control:
    met = summary.steps.get((lesson.id, step))
    colour = theme.LINE
    if met is not None and met.done:
        colour = theme.LEAF if met.level == 0 else theme.HONEY if met.level < 3 else theme.CLAY
    here = summary.lesson == lesson.id and summary.step == step
    level = met.level if met else 0
    return value(
        f"trainer.step:{lesson.id}/{step}",
        f"{level}",
        ft.Container(
            theme.digits(str(level), size * 0.57, theme.ink_on(colour)) if level else None,
            width=size,
            height=size,
            border_radius=size / 2,
            bgcolor=colour,
            border=ft.Border.all(4, theme.INK) if here else None,
            alignment=ft.Alignment.CENTER,
        ),
    )
