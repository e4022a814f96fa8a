"""Where the course is too hard: the steps that fewest did alone at once come first."""

from datetime import UTC, datetime

import flet as ft

from kiosk import theme
from kiosk.progress.course_figures import StepFigures
from kiosk.screens.paging import use_pages
from kiosk.screens.trainer.desk import SKILLS, desk, desk_room
from kiosk.screens.trainer.guarded import trainer_screen
from kiosk.screens.trainer.skills import to_tests
from kiosk.visit import Visit
from kiosk.widgets.labels import one_size
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import card, side_by_side, stacked
from kiosk.widgets.share_line import share_line
from kiosk.widgets.touch import value
from kiosk.wording import number, words
from lessons.course import Lesson, Step, Told
from lessons.phrase import Phrase

_ROW = 112.0
_ROW_ON_A_PHONE = 140.0

Hard = tuple[Lesson, int, Step, StepFigures]
"""A lesson, the number of a step of it, the step, and how it goes."""


@trainer_screen
def HardestScreen(visit: Visit) -> ft.Control:
    """Of those whom the filter of people lets through."""
    layout = visit.layout
    # Once, as it goes over everybody: turning a page changes nothing about it.
    held: ft.MutableRef[list[Hard]] = ft.use_ref(lambda: _hardest(visit))
    steps = held.current or []
    high, row = desk_room(visit), _ROW_ON_A_PHONE if layout.phone else _ROW
    down = max(1, int((high + theme.GAP) // (row + theme.GAP)))
    if len(steps) > down:
        down = max(1, int((high - theme.TAP) // (row + theme.GAP)))
    shown, ways = use_pages(visit, steps, down, "trainer.hardest-pages")
    rows: list[ft.Control] = [_row(visit, each, row) for each in shown]
    if not rows:
        said = visit.text(words("people.nothing-hard"))
        rows = [picture("star", 120), theme.text(said, visit.language, 28)]
    return desk(
        visit,
        stacked([*rows, *([ways] if ways else [])], theme.GAP, ft.MainAxisAlignment.START),
        words("people.hardest"),
        here=SKILLS,
        place="trainer/skills/hardest",
        help_phrase=words("people.hardest-help"),
        back="/trainer/skills",
        end=to_tests(visit),
    )


def _hardest(visit: Visit) -> list[Hard]:
    """What is only told cannot be too hard."""
    records = visit.kiosk.classroom.records
    people = visit.shown_people.of(records.learners)
    summaries = {each.id: records.summary(each.id) for each in people}
    figures = visit.kiosk.classroom.figures.of(summaries, datetime.now(UTC))
    found = [
        (lesson, count, step, figures[lesson.id, step.id])
        for lesson in visit.kiosk.classroom.course.lessons()
        for count, step in enumerate(lesson.steps, start=1)
        if not isinstance(step, Told) and (lesson.id, step.id) in figures
    ]
    return sorted(found, key=lambda each: (-each[3].hardness, -each[3].tried))


def _row(visit: Visit, hard: Hard, height: float) -> ft.Control:
    """The step, how many did it alone at once as a green line, and what else is known."""
    lesson, count, step, figures = hard
    phone = visit.layout.phone
    width, side = visit.layout.inner_width, 64.0 if phone else 88.0
    room = width - side - 52
    said = f"{visit.text(lesson.title)} · {count}/{len(lesson.steps)}"
    size = one_size([said], visit.language, room, 20 if phone else 26)
    share = figures.alone / figures.tried if figures.tried else 0.0
    told = ft.Column(
        [
            theme.text(said, visit.language, size, max_lines=1, align=ft.TextAlign.START),
            share_line(visit, share, room, theme.ROSE),
            ft.Row(
                [_figure(visit, *each) for each in _figures(figures)[: 2 if phone else 4]],
                wrap=True,
                spacing=16 if phone else 28,
                run_spacing=0,
            ),
        ],
        spacing=4,
        expand=True,
        alignment=ft.MainAxisAlignment.CENTER,
    )
    label = "\n".join([said, *(visit.text(phrase) for _, phrase in _figures(figures))])
    return value(
        f"trainer.hard:{lesson.id}/{step.id}",
        label,
        card(
            side_by_side([picture(step.picture, side), told], 16),
            width=width,
            height=height,
            padding=8,
        ),
    )


def _figures(figures: StepFigures) -> list[tuple[str, Phrase]]:
    found = [
        ("family", words("people.tried", count=number(figures.tried))),
        ("check", words("people.first-try", count=number(figures.alone))),
    ]
    if figures.seconds is not None:
        found.append(("hourglass", words("people.seconds", count=number(round(figures.seconds)))))
    if figures.left:
        found.append(("house", words("people.stopped-here", count=number(figures.left))))
    return found


def _figure(visit: Visit, sign: str, phrase: Phrase) -> ft.Control:
    phone = visit.layout.phone
    letters = theme.text(visit.text(phrase), visit.language, 16 if phone else 20, theme.SOFT_INK)
    return side_by_side([picture(sign, 20 if phone else 26), letters], 4, tight=True)
