"""One learner for the trainer: who she is, her store, every lesson, the steps that needed help."""

from datetime import UTC, datetime
from typing import Final

import flet as ft

from kiosk import theme
from kiosk.naming import name_of_group
from kiosk.player import Part
from kiosk.progress.records import Learner
from kiosk.progress.summary import LearnerSummary
from kiosk.screens.trainer.ago import ago
from kiosk.screens.trainer.desk import PEOPLE, desk, desk_room
from kiosk.screens.trainer.filters import group_of
from kiosk.screens.trainer.her import her_face, her_recording, her_screen
from kiosk.screens.trainer.path import Timeline, steps_of
from kiosk.visit import Visit
from kiosk.widgets.actions import round_sign
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import card, side_by_side, stacked
from kiosk.widgets.touch import value
from kiosk.wording import money, number, words
from lessons.course import Lesson, Skill
from lessons.phrase import Phrase, same_in_all

_PADDING: Final = 6
_BORDER: Final = 2


@her_screen
def LearnerScreen(visit: Visit, learner: Learner) -> ft.Control:
    """Her path in pictures; opened is the lesson of the skill that the address names.

    Without one it is the lesson that she is in, or was in last.
    """
    summary = visit.kiosk.classroom.records.summary(learner.id)
    opened, set_opened = ft.use_state("")
    due = _due(visit, learner, summary)
    asked = _of_skill(visit, ft.use_route_params().get("skill_id", ""))
    lesson = visit.kiosk.classroom.course.lesson(opened) or asked or _latest(visit, summary)
    layout = visit.layout
    facts_high = 108.0 if layout.phone else 96.0 if layout.low else 128.0
    if layout.tall and not layout.phone:
        facts_high = 200.0
    if her_recording(visit, learner):  # her face is a thing to touch
        facts_high = max(facts_high, theme.TAP + 2 * (_PADDING + _BORDER))
    steps_high = 92.0 if layout.phone else 100.0 if layout.low else 108.0
    high = desk_room(visit) - facts_high - steps_high - 2 * layout.gap

    def open_it(which: Lesson) -> None:
        visit.say(which.title)
        set_opened(lambda _: which.id)

    blocks: list[ft.Control] = [
        _facts(visit, learner, summary, due, facts_high),
        Timeline(visit, summary, lesson, high, open_it, key="path"),
    ]
    if lesson is not None:
        blocks.append(steps_of(visit, summary, lesson, steps_high))
    name, recorded = visit.names.of(learner), her_recording(visit, learner)
    return desk(
        visit,
        stacked(blocks, layout.gap, ft.MainAxisAlignment.SPACE_BETWEEN),
        words("trainer.learner", name=name),
        here=PEOPLE,
        place=f"trainer/{learner.id}",
        also=[Part(name, recording=recorded)] if recorded and not learner.name else (),
        help_phrase=words("trainer.learner-help"),
        back="/trainer/learners",
        end=round_sign(
            visit,
            "trainer.acts",
            words("people.open-acts"),
            ft.Icons.EDIT_ROUNDED,
            lambda: visit.go(f"/trainer/learner/{learner.id}/acts"),
            colour=theme.TEAL,
        ),
    )


def _due(visit: Visit, learner: Learner, summary: LearnerSummary) -> Skill | None:
    """The skill that is longest due."""
    room = visit.kiosk.classroom
    found = room.due.skills(learner.id, summary, datetime.now(UTC))
    return room.course.skill(found[0]) if found else None


def _of_skill(visit: Visit, skill: str) -> Lesson | None:
    lessons = visit.kiosk.classroom.course.lessons()
    return next((each for each in lessons if skill and each.skill == skill), None)


def _latest(visit: Visit, summary: LearnerSummary) -> Lesson | None:
    course = visit.kiosk.classroom.course
    known = (summary.lesson or "", *reversed(summary.lessons_done))
    found = (course.lesson(each) for each in known)
    return next((each for each in found if each), next(iter(course.lessons()), None))


def _facts(
    visit: Visit, learner: Learner, summary: LearnerSummary, due: Skill | None, height: float
) -> ft.Control:
    """Her face, where she belongs, and what her store came to."""
    small = visit.layout.phone or visit.layout.low
    side, letters = (22, 16) if visit.layout.phone else (32, 22) if small else (40, 24)
    cells: list[ft.Control] = [
        value(
            f"trainer.{name}",
            visit.text(phrase),
            side_by_side(
                [
                    picture(sign, side),
                    theme.text(visit.text(phrase), visit.language, letters, max_lines=1),
                ],
                6,
                tight=True,
            ),
        )
        for name, sign, phrase in _figures(visit, learner, summary, due)
    ]
    told = ft.Row(
        cells,
        wrap=True,
        spacing=14 if visit.layout.phone else 28,
        run_spacing=2 if small else 6,
        alignment=ft.MainAxisAlignment.START,
        expand=True,
    )
    face_side = 64.0 if visit.layout.phone else height - 20
    return card(
        side_by_side([her_face(visit, learner, face_side), told], 12),
        width=visit.layout.inner_width,
        height=height,
        padding=_PADDING,
    )


def _figures(
    visit: Visit, learner: Learner, summary: LearnerSummary, due: Skill | None
) -> list[tuple[str, str, Phrase]]:
    stars = summary.mean_stars
    found: list[tuple[str, str, Phrase]] = [
        ("last-seen", "calendar", ago(summary.last_seen)),
        ("minutes", "hourglass", words("trainer.minutes", count=number(summary.minutes))),
        ("orders", "box", number(summary.orders_paid)),
        ("income", "purse", money(summary.income_fen)),
        ("stars", "star", number(f"{stars:.1f}") if stars else number("–")),
    ]
    if due is not None:
        found.insert(0, ("due", due.picture, due.title))
    if summary.in_time_percent is not None:
        found.insert(-2, ("in-time", "truck", number(f"{summary.in_time_percent}%")))
    if visit.layout.phone:
        return found
    if summary.heard_whole_percent is not None:
        found.append(("heard", "ear", number(f"{summary.heard_whole_percent}%")))
    if group := group_of(visit, learner.group):
        found.append(("group", group.picture, name_of_group(group)))
    if learner.family:
        found.append(("family", "house", same_in_all(learner.family)))
    if note := visit.kiosk.classroom.records.note(learner.id):
        found.append(("note", "letter", same_in_all(note)))
    return found
