"""One learner for the trainer: every lesson, the steps that needed help, time, store."""

import flet as ft

from kiosk import theme
from kiosk.naming import name_of
from kiosk.progress.summary import LearnerSummary
from kiosk.screens.dead_end import NotHere
from kiosk.screens.paging import use_pages
from kiosk.screens.trainer.guarded import trainer_screen
from kiosk.screens.trainer.learners import ago
from kiosk.screens.trainer.secret_away import SecretAway
from kiosk.visit import Visit
from kiosk.widgets.frame import frame, room_below
from kiosk.widgets.labels import one_size
from kiosk.widgets.pictures import face, picture
from kiosk.widgets.shapes import card, side_by_side, stacked
from kiosk.widgets.touch import value
from kiosk.wording import money, number, words
from lessons.course import Lesson
from lessons.phrase import Phrase


@trainer_screen
def LearnerScreen(visit: Visit) -> ft.Control:
    """Her path in pictures."""
    records = visit.kiosk.classroom.records
    learner = records.learner(ft.use_route_params().get("learner_id", ""))
    if learner is None:
        return NotHere(visit, key="gone")
    summary = records.summary(learner.id)
    layout = visit.layout
    lessons = list(visit.kiosk.classroom.course.lessons())
    high = room_below(visit)
    row_high = 104.0
    crowded = layout.phone and learner.has_secret
    facts_high = 150.0 if not layout.phone else 196.0 if crowded else 250.0
    room = high - facts_high - layout.gap - (theme.TAP + 12 if learner.has_secret else 0)
    down = max(1, int(room // (row_high + 12)))
    if len(lessons) > down:
        down = max(1, int((room - theme.TAP) // (row_high + 12)))
    shown, ways = use_pages(visit, lessons, down, "trainer.lessons")
    name = name_of(learner)
    rows: list[ft.Control] = [_lesson(visit, summary, each, row_high) for each in shown]
    if learner.has_secret:
        rows.insert(0, SecretAway(visit, learner, key="secret"))
    body = stacked(
        [_facts(visit, summary, facts_high, small=crowded), *rows, *([ways] if ways else [])],
        12,
        ft.MainAxisAlignment.START,
    )
    return frame(
        visit,
        body,
        words("trainer.learner", name=name),
        place=f"trainer/{learner.id}",
        help_phrase=words("trainer.learner-help"),
        back="/trainer/learners",
        home=False,
        end=value("trainer.learner-name", visit.text(name), face(learner.picture, theme.TAP)),
    )


def _facts(visit: Visit, summary: LearnerSummary, height: float, *, small: bool) -> ft.Control:
    stars = summary.mean_stars
    side, letters = (28, 18) if small else (44, 24)
    facts: list[tuple[str, str, Phrase]] = [
        ("last-seen", "calendar", ago(summary.last_seen)),
        ("minutes", "sun", words("trainer.minutes", count=number(summary.minutes))),
        ("orders", "box", words("trainer.orders", count=number(summary.orders_paid))),
        ("income", "purse", money(summary.income_fen)),
        ("stars", "star", number(f"{stars:.1f}") if stars else number("–")),
    ]
    cells: list[ft.Control] = [
        value(
            f"trainer.{name}",
            visit.text(phrase),
            side_by_side(
                [
                    picture(sign, side),
                    theme.text(visit.text(phrase), visit.language, letters, max_lines=1),
                ],
                8,
                tight=True,
            ),
        )
        for name, sign, phrase in facts
    ]
    return card(
        ft.Row(
            cells,
            wrap=True,
            spacing=36,
            run_spacing=4 if small else 10,
            alignment=ft.MainAxisAlignment.CENTER,
        ),
        width=visit.layout.inner_width,
        height=height,
        padding=8 if small else 12,
    )


def _lesson(visit: Visit, summary: LearnerSummary, lesson: Lesson, height: float) -> ft.Control:
    """A bead a step: green done alone, honey with help, clay after a demonstration.

    Not done yet has no colour; where she is has a ring.
    """
    done = lesson.id in summary.lessons_done
    said = visit.text(lesson.title)
    width, phone = visit.layout.inner_width, visit.layout.phone
    bead = 20 if phone else 28
    beads: list[ft.Control] = []
    for step in lesson.steps:
        met = summary.steps.get((lesson.id, step.id))
        colour, ink = theme.LINE, theme.INK
        if met is not None and met.done:
            colour = theme.LEAF if met.level == 0 else theme.HONEY if met.level < 3 else theme.CLAY
            ink = theme.INK if met.level < 3 else theme.WHITE
        here = summary.lesson == lesson.id and summary.step == step.id
        level = met.level if met else 0
        beads.append(
            value(
                f"trainer.step:{lesson.id}/{step.id}",
                f"{level}",
                ft.Container(
                    theme.digits(str(level), bead * 0.57, ink) if level else None,
                    width=bead,
                    height=bead,
                    border_radius=bead / 2,
                    bgcolor=colour,
                    border=ft.Border.all(4, theme.INK) if here else None,
                    alignment=ft.Alignment.CENTER,
                ),
            )
        )
    size = one_size([said], visit.language, width - (124 if phone else 200), 20 if phone else 26)
    title = theme.text(said, visit.language, size, max_lines=1, align=ft.TextAlign.START)
    return card(
        ft.Row(
            [
                picture("star" if done else "book", 56),
                ft.Column(
                    [title, ft.Row(beads, spacing=4, wrap=True, run_spacing=2)],
                    spacing=4,
                    expand=True,
                    alignment=ft.MainAxisAlignment.CENTER,
                ),
            ],
            spacing=16,
        ),
        theme.DONE if done else theme.PAPER,
        width=width,
        height=height,
        padding=10,
    )
