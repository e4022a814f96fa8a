"""Acting in the store, alone or coached by a practice step: one way for both.

Inside a lesson the same screens stand under ``/lesson/<id>/store``; the coach's sentence takes the
place of the screen's own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import flet as ft

from demo_store.commands import StoreCommand
from demo_store.events import Refused, StoreEvent
from demo_store.store import Store
from kiosk import theme
from kiosk.player import Part
from kiosk.practising import leads_on, wanted
from kiosk.screens.learner.lesson_parts import (
    Moment,
    ask_hint,
    bar_width,
    go_astray,
    hint_in_bar,
    hint_sign,
    next_button,
    said_now,
    tell_in_practice,
)
from kiosk.screens.learner.lesson_place import is_stuck, leads_astray
from kiosk.visit import Visit
from kiosk.widgets.frame import frame, room_below
from kiosk.widgets.shapes import side_by_side
from kiosk.widgets.speaking import Sentence, height_of, speak_again
from kiosk.widgets.steps import step_bar
from kiosk.wording import words
from lessons.course import InStore, Lesson
from lessons.engine import current_step
from lessons.phrase import Phrase

_COACHS_LINE: Final = theme.TAP + 8.0
"""The height of what the coach says, however long it is."""
_ABOVE_GREEN: Final = 12.0


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
        if self.moment is not None and leads_astray(self.visit, self.moment.lesson, inside):
            go_astray(self.visit, self.moment)
            tell_in_practice(self.visit, self.moment, inside=inside)
        else:
            self.visit.go(f"{self.base}{inside}")

    def do(self, command: StoreCommand, then: str | None = None) -> tuple[StoreEvent, ...]:
        """Acts; a refusal is said. In practice what leads to no goal brings help.

        ``then`` is the place inside the store to go to when it was done.
        """
        lost = (
            self.moment is not None
            and then is not None
            and leads_astray(self.visit, self.moment.lesson, then)
        )
        classroom = self.visit.kiosk.classroom
        events = classroom.trade(self.learner, command, self.lesson, astray=lost)
        self.visit.ring(events)
        refused = next((event for event in events if isinstance(event, Refused)), None)
        if refused is not None:
            self.refuse(words(f"refused.{refused.missing}"))
        elif self.moment is not None and (lost or self._strayed(events)):
            tell_in_practice(self.visit, self.moment, inside=then, stays=then is None)
        elif then is not None:
            self.visit.go(f"{self.base}{then}")
        else:
            self.visit.changed()
        return events

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
        if self.moment is None or self.moment.state.completed_step:
            self.visit.tell_all(said)
        else:
            tell_in_practice(self.visit, self.moment, said)


def use_trading(visit: Visit) -> Trading:
    """The store of who is signed in, coached where the address is inside a lesson."""
    learner = visit.learner
    assert learner is not None
    lesson_id = ft.use_route_params().get("lesson_id", "")
    classroom = visit.kiosk.classroom
    lesson = classroom.course.lesson(lesson_id)
    store = classroom.store(learner.id)
    base = f"/lesson/{lesson.id}/store" if lesson else "/store"
    moment = _practising(visit, learner.id, lesson) if lesson else None
    return Trading(visit, learner.id, store, base, lesson if moment else None, moment)


def _practising(visit: Visit, learner: str, lesson: Lesson) -> Moment | None:
    classroom = visit.kiosk.classroom
    state = classroom.lesson_state(learner, lesson.id)
    if state is None or state.finished:
        return None
    step = current_step(lesson, state)
    if not isinstance(step, InStore):
        return None
    kind = classroom.catalogue.kind(classroom.practised_kind(learner, step))
    return Moment(learner, lesson, state, step, kind.name)


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
) -> ft.Control:
    """The frame of a store screen; ``back`` is a place inside the store, empty for out of it.

    ``also`` is said after the screen's own sentence, ``also_coached`` after the coach's.
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
    coached = ft.Column([_coach_row(visit, moment), body], spacing=visit.layout.gap)
    on_help = None if moment.state.completed_step else lambda: ask_hint(visit, moment)
    return frame(
        visit,
        coached,
        said_now(moment),
        place=moment.place,
        also=also_coached,
        on_help=on_help,
        help_is="lesson.hint" if hint_in_bar(visit, moment) else "",
        help_phrase=said_now(moment),
        back=f"{trading.base}{back}" if place != "store" else "/lessons",
        head=step_bar(visit, moment.number, len(moment.lesson.steps), bar_width(visit)),
    )


def body_height(trading: Trading) -> float:
    """What a store screen's body has."""
    layout = trading.visit.layout
    if trading.moment is None:
        return room_below(trading.visit)
    high = layout.inner_height - theme.TAP - layout.gap
    if trading.visit.trouble is not None:
        high -= theme.TROUBLE + layout.gap
    beads = 20 + layout.gap if layout.tall else 0
    return high - beads - _coach_height(trading.visit, trading.moment) - layout.gap


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


def _coach_height(visit: Visit, moment: Moment) -> float:
    if visit.layout.phone and moment.state.completed_step:
        return _COACHS_LINE + _ABOVE_GREEN + theme.TAP
    return _COACHS_LINE


def _coach_row(visit: Visit, moment: Moment) -> ft.Control:
    """What the coach says now, and the way on once it is done."""
    layout = visit.layout
    done = moment.state.completed_step
    now = visit.aside or said_now(moment)
    beside = done and not layout.phone
    end_width = min(300.0, layout.inner_width * 0.3) if beside else theme.TAP
    alone = layout.phone
    width = layout.inner_width - theme.TAP - 2 * theme.GAP - (0 if alone else end_width) - 16
    sentence = Sentence(
        visit,
        now,
        width,
        2,
        min(layout.sentence_size, 36),
        "lesson.prompt",
        highest=_COACHS_LINE,
        key="coach",
    )
    row: list[ft.Control] = [
        speak_again(visit, [Part(now)]),
        sentence,
    ]
    if not done and not layout.phone:
        row.append(hint_sign(visit, moment))
    elif beside:
        row.append(next_button(visit, moment, end_width, theme.TAP))
    ground = theme.DONE if done else "#FBE7B0" if moment.state.hints else theme.WARM
    line = ft.Container(side_by_side(row), bgcolor=ground, border_radius=48, height=_COACHS_LINE)
    if not (layout.phone and done):
        return line
    return ft.Column(
        [line, next_button(visit, moment, layout.inner_width, theme.TAP)], spacing=_ABOVE_GREEN
    )
