"""Everybody by her picture; of a group, a family or a language only, where that is asked."""

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import partial

import flet as ft

from kiosk import theme
from kiosk.progress.records import Learner
from kiosk.progress.today import FAILURES
from kiosk.screens.trainer.choosing import Card, Cards
from kiosk.screens.trainer.desk import PEOPLE, desk, desk_room
from kiosk.screens.trainer.filters import KINDS, Kind, cards_of, choose, filter_thing
from kiosk.screens.trainer.guarded import trainer_screen
from kiosk.visit import Visit
from kiosk.widgets.shapes import side_by_side, stacked
from kiosk.widgets.touch import value
from kiosk.wording import number, words


@trainer_screen
def LearnersScreen(visit: Visit) -> ft.Control:
    """The latest seen first."""
    opened, set_opened = ft.use_state("")
    kind: Kind | None = next((each for each in KINDS if each == opened), None)
    found = people(visit)
    high = desk_room(visit) - theme.TAP - visit.layout.gap

    def open_it(which: Kind) -> None:
        set_opened(lambda now: "" if now == which else which)
        visit.changed()

    def chosen(what: str) -> None:
        if kind is not None:
            choose(visit, kind, what)
        set_opened(lambda _: "")

    if kind is None:
        body = _people(visit, found, high)
    else:
        body = Cards(visit, cards_of(visit, kind), high, chosen, f"trainer.{kind}s", key=kind)
    width = (visit.layout.inner_width - 2 * theme.GAP) / 3
    row = side_by_side(
        [
            filter_thing(visit, each, width, partial(open_it, each), opened=each == kind)
            for each in KINDS
        ]
    )
    say = (
        words(f"people.which-{kind}")
        if kind
        else words("trainer.learners", count=number(len(found)))
    )
    return desk(
        visit,
        stacked([row, body], visit.layout.gap, ft.MainAxisAlignment.START),
        say,
        here=PEOPLE,
        place=f"trainer/learners/{kind or ''}",
        help_phrase=say if kind else words("trainer.help"),
    )


def people(visit: Visit) -> list[Learner]:
    """Those whom the filter lets through, the latest seen first."""
    records = visit.kiosk.classroom.records
    return latest_first(visit, visit.shown_people.of(records.learners))


def latest_first(visit: Visit, learners: Iterable[Learner]) -> list[Learner]:
    """Without guests, the latest seen first."""
    records = visit.kiosk.classroom.records
    long_ago = datetime.min.replace(tzinfo=UTC)
    return sorted(
        (each for each in learners if not each.guest),
        key=lambda each: records.summary(each.id).last_seen or long_ago,
        reverse=True,
    )


def person_cards(visit: Visit, learners: list[Learner]) -> list[Card]:
    """A card of each, yellow where she needs help."""
    course = len(list(visit.kiosk.classroom.course.lessons()))
    records, names = visit.kiosk.classroom.records, visit.names
    return [
        Card(
            f"trainer.learner:{each.id}",
            visit.text(names.of(each)),
            each.picture,
            face=True,
            silent=not each.name,
            ground=theme.HONEY if is_stuck(visit, each) else theme.PAPER,
            stars=f"{len(records.summary(each.id).lessons_done)}/{course}",
        )
        for each in learners
    ]


def is_stuck(visit: Visit, learner: Learner) -> bool:
    """She failed more than once in the step that she is at."""
    summary = visit.kiosk.classroom.records.summary(learner.id)
    return bool(summary.step) and not summary.here.done and summary.here.failures >= FAILURES


def _people(visit: Visit, found: list[Learner], height: float) -> ft.Control:
    """Their cards; the count is a value of the screen."""

    def to_her(learner: str) -> None:
        visit.go(f"/trainer/learner/{learner}")

    if found:
        key = repr(visit.shown_people)
        cards = Cards(visit, person_cards(visit, found), height, to_her, "trainer.pages", key=key)
    else:
        filtered = visit.shown_people != type(visit.shown_people)()
        told = words("people.nobody-so" if filtered else "trainer.nobody")
        cards = theme.text(visit.text(told), visit.language, 28)
    return value("trainer.learners", str(len(found)), cards, hides=False)
