"""Acting in the store, alone or coached by a practice step: one way for both.

Inside a lesson the same screens stand under ``/lesson/<id>/store``; the coach's sentence takes the
place of the screen's own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import flet as ft

from demo_store.commands import StoreCommand
from demo_store.events import Refused, StoreEvent
from demo_store.store import Store
from kiosk import theme
from kiosk.finding import Search
from kiosk.player import Part
from kiosk.practising import leads_on, wanted
from kiosk.screens.learner.lesson_parts import (
    Moment,
    answer,
    ask_hint,
    bar_width,
    go_astray,
    hint_in_bar,
    said_now,
    tell_in_practice,
)
from kiosk.screens.learner.lesson_place import is_stuck, leads_astray
from kiosk.screens.learner.testing import lead_on
from kiosk.screens.store.coach_row import coach_height, coach_row
from kiosk.visit import Visit
from kiosk.widgets.frame import frame, room_below
from kiosk.widgets.speaking import height_of
from kiosk.widgets.steps import step_bar
from kiosk.wording import words
from lessons.course import Find, InStore, Lesson, Situated
from lessons.engine import current_step
from lessons.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Trading:
    """A learner in her store: where it is addressed, and the practice step that leads her."""

    visit: Visit
    learner: str
    store: Store
    base: str
    lesson: Lesson | None
    moment: Moment | None

    def wants(self, *events: str) -> bool:
        """Whether the hand should point at what brings about one of these events."""
        return self.moment is not None and is_stuck(self.moment.state) and self.practises(*events)

    def practises(self, *events: str) -> bool:
        """Whether one of these events is a goal that she has not reached yet."""
        moment = self.moment
        if moment is None or not isinstance(moment.step, InStore):
            return False
        return not wanted(moment.step, moment.state).isdisjoint(events)

    @property
    def edge(self) -> str | None:
        """The green edge of what waits for her; in a practice step it would mislead from it."""
        return theme.LEAF if self.moment is None else None

    def go(self, inside: str) -> None:
        """To another screen of the store; in practice one that leads nowhere brings help."""
        helped = self.helped
        if helped is not None and leads_astray(self.visit, helped.lesson, inside):
            go_astray(self.visit, helped)
            tell_in_practice(self.visit, helped, inside=inside)
        else:
            self.visit.go(f"{self.base}{inside}")

    def do(self, command: StoreCommand, then: str | None = None) -> tuple[StoreEvent, ...]:
        """Acts; a refusal is said. In practice what leads to no goal brings help.

        ``then`` is the place inside the store to go to when it was done.
        """
        helped = self.helped
        lost = (
            helped is not None
            and then is not None
            and leads_astray(self.visit, helped.lesson, then)
        )
        classroom = self.visit.kiosk.classroom
        events = classroom.trade(self.learner, command, self.lesson, astray=lost)
        self.visit.ring(events)
        refused = next((event for event in events if isinstance(event, Refused)), None)
        if refused is not None:
            self.refuse(words(f"refused.{refused.missing}"))
        elif self.led_on():
            pass
        elif helped is not None and (lost or self._strayed(events)):
            tell_in_practice(self.visit, helped, inside=then, stays=then is None)
        elif then is not None:
            self.visit.go(f"{self.base}{then}")
        else:
            self.visit.changed()
        return events

    @property
    def helped(self) -> Moment | None:
        """Where she is in a lesson; None outside one, and in a test, which she does alone."""
        return None if self.moment is None or self.moment.alone else self.moment

    def led_on(self) -> bool:
        """Leads on where a task of a test is over now; False where there is none that is."""
        moment = self.moment
        if moment is None or not moment.alone:
            return False
        state = self.visit.kiosk.classroom.lesson_state(self.learner, moment.lesson.id)
        if state is not None and not state.finished and state.step_id == moment.step.id:
            return False
        finished = state is not None and state.finished
        self.visit.say_first(words("test.thanks" if finished else "test.next"))
        lead_on(self.visit, moment.lesson)
        return True

    def _strayed(self, events: Sequence[StoreEvent]) -> bool:
        """Whether what happened leads to nothing that is practised."""
        moment = self.moment
        if moment is None or moment.state.completed_step or not isinstance(moment.step, InStore):
            return False
        happened = [type(event).__name__ for event in events]
        return not leads_on(wanted(moment.step, moment.state), self.store, happened)

    def refuse(self, why: Phrase) -> None:
        """Says why it cannot be done yet; in practice the coach goes on from there."""
        self.told([why])

    def told(self, said: Sequence[Phrase]) -> None:
        """Says what happened; in practice the coach's sentence follows and stays."""
        helped = self.helped
        if helped is None or helped.state.completed_step:
            self.visit.tell_all(said)
        else:
            tell_in_practice(self.visit, helped, said)


def use_trading(visit: Visit) -> Trading:
    """The store of who is signed in, coached where the address is inside a lesson."""
    learner = visit.learner
    assert learner is not None
    lesson_id = ft.use_route_params().get("lesson_id", "")
    classroom = visit.kiosk.classroom
    lesson = classroom.taught.lesson(lesson_id)
    store = classroom.store(learner.id)
    base = f"/lesson/{lesson.id}/store" if lesson else "/store"
    moment = _practising(visit, learner.id, lesson) if lesson else None
    visit.search = _search(visit, moment)
    return Trading(visit, learner.id, store, base, lesson if moment else None, moment)


def _practising(visit: Visit, learner: str, lesson: Lesson) -> Moment | None:
    classroom = visit.kiosk.classroom
    state = classroom.lesson_state(learner, lesson.id)
    if state is None or state.finished:
        return None
    step = current_step(lesson, state)
    if not isinstance(step, Situated):
        return None
    kind = classroom.catalogue.kind(classroom.practised_kind(learner, step))
    alone = classroom.taught.is_test(lesson.id)
    return Moment(learner, lesson, state, step, kind.name, alone=alone)


def _search(visit: Visit, moment: Moment | None) -> Search | None:
    """What she looks for on the screens of the store, if a step has her do so."""
    if moment is None or moment.state.completed_step or not isinstance(moment.step, Find):
        return None
    return Search(
        target=moment.step.target,
        front=f"/lesson/{moment.lesson.id}/store",
        shows=is_stuck(moment.state),
        touched=lambda identifier: answer(visit, moment, identifier),
    )


def store_frame(
    trading: Trading,
    body: ft.Control,
    say: Phrase,
    *,
    place: str,
    back: str = "",
    also: Sequence[Part] = (),
    also_coached: Sequence[Part] = (),
    help_phrase: Phrase | None = None,
    leads_back: bool = False,
) -> ft.Control:
    """The frame of a store screen; ``back`` is a place inside the store, empty for out of it.

    ``also`` is said after the screen's own sentence, ``also_coached`` after the coach's.
    ``leads_back`` has the coach's hand point at the way back.
    """
    visit, moment = trading.visit, trading.moment
    if moment is None:
        way_back = f"{trading.base}{back}" if place != "store" else "/home"
        return frame(
            visit,
            body,
            say,
            place=place,
            also=also,
            help_phrase=help_phrase or words("store.help"),
            back=way_back,
        )
    body.expand = True
    coached = ft.Column([coach_row(visit, moment), body], spacing=visit.layout.gap)
    on_help = (
        None if moment.state.completed_step or moment.alone else lambda: ask_hint(visit, moment)
    )
    looks = isinstance(moment.step, Find)
    # where the question mark itself is looked for, it must be named as such
    lamp = on_help is not None and hint_in_bar(visit, moment) and not is_sought(visit, "nav.help")
    return frame(
        visit,
        coached,
        said_now(moment),
        place=moment.place,
        also=also_coached,
        on_help=on_help,
        help_is="lesson.hint" if lamp else "",
        help_phrase=words("test.help") if moment.alone else said_now(moment),
        back=_way_out(moment) if looks or place == "store" else f"{trading.base}{back}",
        leads_back=leads_back,
        head=step_bar(visit, moment.number, len(moment.lesson.steps), bar_width(visit)),
    )


def _way_out(moment: Moment) -> str:
    """Out of the store: to the lessons; of a test to its door, where it can be skipped."""
    return f"/lesson/{moment.lesson.id}" if moment.alone else "/lessons"


def is_sought(visit: Visit, identifier: str) -> bool:
    """Whether it is what she has to find now."""
    return visit.search is not None and visit.search.target == identifier


def body_height(trading: Trading) -> float:
    """What a store screen's body has."""
    layout = trading.visit.layout
    if trading.moment is None:
        return room_below(trading.visit)
    high = layout.inner_height - theme.TAP - layout.gap
    if trading.visit.trouble is not None:
        high -= theme.TROUBLE + layout.gap
    beads = 20 + layout.gap if layout.tall else 0
    return high - beads - coach_height(trading.visit, trading.moment) - layout.gap


def title_excess(trading: Trading, say: Phrase) -> float:
    """How much higher than a thing to tap the sentence in the bar stands, with two lines."""
    visit, layout = trading.visit, trading.visit.layout
    if trading.moment is not None or layout.tall:
        return 0.0  # there the sentence has a row of its own, of fixed height
    beside = 5 * theme.TAP + 6 * theme.GAP  # loudspeaker, back, home, help and her face
    said = visit.text(visit.aside or say)
    room, size = layout.inner_width - beside, layout.title_size
    high = height_of(said, visit.language, room, 2, size, layout.title_height)
    return max(0.0, high - theme.TAP)
