"""What all steps of a lesson share: what is said now, the sentence row, the foot."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import flet as ft

from kiosk import theme
from kiosk.player import Part
from kiosk.screens.learner.lesson_place import (
    go_on_from,
    is_astray,
    is_stuck,
    leads_astray,
    place_of,
)
from kiosk.visit import Visit
from kiosk.widgets.actions import go_on, round_sign
from kiosk.widgets.frame import frame
from kiosk.widgets.shapes import side_by_side
from kiosk.widgets.speaking import Sentence, height_of, speak_again
from kiosk.widgets.steps import step_bar
from kiosk.wording import words
from lessons.course import Choose, ChooseAll, Doing, Lesson, Money, Step, Story, Told
from lessons.engine import Answer, AskHint, LessonState, StoreHappened
from lessons.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Moment:
    """A learner at a step of a lesson, and the words of her product."""

    learner: str
    lesson: Lesson
    state: LessonState
    step: Step
    product: Phrase
    frame: str = ""
    """The id of the picture of a story that is shown now; empty for its opening."""
    alone: bool = False
    """She does it in a test: without help, and whatever she does is no mistake."""

    @property
    def number(self) -> int:
        """Which step it is, from 1."""
        return self.lesson.steps.index(self.step) + 1

    @property
    def place(self) -> str:
        """Names this moment: another one is spoken even where the words are the same."""
        state = self.state
        here = f"{self.lesson.id}/{self.step.id}/{self.frame}".rstrip("/")
        return f"{here}/{state.tries}/{state.hints}/{state.completed_step}"

    def filled(self, phrase: Phrase) -> Phrase:
        """The phrase with the name of her product in it."""
        return phrase.filled(product=self.product) if phrase.placeholders() else phrase


def said_now(moment: Moment) -> Phrase:
    """The step's sentence, the hint she needs, or the praise she earned."""
    step, state = moment.step, moment.state
    if isinstance(step, Told):
        return moment.filled(_told(step, moment.frame))
    if state.completed_step:
        return moment.filled(step.coaching.praise)
    if state.hints <= 1 and _is_too_much(step, state):
        return words("lesson.too-much")
    hints = (step.say, _first_hint(step, state), step.coaching.hint_with_hand)
    chosen = hints[state.hints] if state.hints < len(hints) else step.coaching.demonstration
    return moment.filled(chosen)


def _told(step: Told, frame: str) -> Phrase:
    pictures = step.pictures if isinstance(step, Story) else ()
    return next((each.say for each in pictures if each.id == frame), step.say)


def _is_too_much(step: Step, state: LessonState) -> bool:
    """Whether more than the amount lay on the table at her last answer."""
    if not isinstance(step, Money) or not state.last_answer:
        return False
    return int(state.last_answer[0]) > step.amount_fen


def _first_hint(step: Doing, state: LessonState) -> Phrase:
    """What is said to the very mistake, or the step in other words."""
    if isinstance(step, Choose | ChooseAll):
        touched = (option for option in step.options if option.id in state.last_answer)
        own = next((option.hint for option in touched if option.hint is not None), None)
        if own is not None:
            return own
    return step.coaching.hint


def lesson_frame(
    visit: Visit, moment: Moment, body: ft.Control, also: tuple[Part, ...] = ()
) -> ft.Control:
    """The frame of a step: beads in the bar, help is the next hint."""
    step_now = moment.step
    no_hint = isinstance(step_now, Told) or moment.state.completed_step
    on_help = None if no_hint else lambda: ask_hint(visit, moment)
    return frame(
        visit,
        body,
        said_now(moment),
        place=moment.place,
        also=also,
        on_help=on_help,
        help_is="lesson.hint" if on_help and hint_in_bar(visit, moment) else "",
        help_phrase=words("lesson.help"),
        back="/lessons",
        head=step_bar(visit, moment.number, len(moment.lesson.steps), bar_width(visit)),
    )


def bar_width(visit: Visit) -> float:
    """Room for the beads."""
    layout = visit.layout
    if layout.tall:
        return layout.inner_width
    return layout.inner_width - 4 * (theme.TAP + theme.GAP) - 30


def body_height(visit: Visit) -> float:
    """What a lesson's body has below bar and beads."""
    layout = visit.layout
    beads = 20 + layout.gap if layout.tall else 0
    trouble = theme.TROUBLE + layout.gap if visit.trouble is not None else 0
    return layout.inner_height - theme.TAP - layout.gap - beads - trouble


def sentence_row(
    visit: Visit,
    moment: Moment,
    width: float,
    also: tuple[Part, ...] = (),
    lines: int = 2,
) -> ft.Control:
    """The loudspeaker and what is said: a hint on honey, praise on green."""
    layout = visit.layout
    now = visit.aside or said_now(moment)
    state = moment.state
    helped = state.hints > 0 and not isinstance(moment.step, Told)
    ground = theme.DONE if state.completed_step else theme.CREAM if helped else None
    return ft.Container(
        side_by_side(
            [
                speak_again(visit, [Part(now), *also]),
                Sentence(
                    visit,
                    now,
                    width - theme.TAP - 2 * theme.GAP,
                    lines,
                    layout.sentence_size,
                    "lesson.prompt",
                    highest=_highest(visit, lines),
                    key="sentence",
                ),
            ]
        ),
        bgcolor=ground,
        border_radius=44,
        width=width,
    )


def row_height(visit: Visit, moment: Moment, width: float, lines: int = 2) -> float:
    """How high the ``sentence_row`` of this moment is."""
    text = visit.text(visit.aside or said_now(moment))
    room = width - theme.TAP - 2 * theme.GAP
    size = visit.layout.sentence_size
    high = height_of(text, visit.language, room, lines, size, _highest(visit, lines))
    return max(float(theme.TAP), high)


def _highest(visit: Visit, lines: int) -> float:
    """What the sentence must leave to the rest: on a phone a third line of smaller letters."""
    if visit.layout.phone:
        return 108.0 if lines == 2 else 129.0
    return lines * (visit.layout.sentence_size * 1.55 + 2)


def foot(visit: Visit, moment: Moment, other: ft.Control | None = None) -> ft.Control:
    """At the foot: a hint while she works at it, the green way on when it is done."""
    layout = visit.layout
    done = moment.state.completed_step or isinstance(moment.step, Told)
    start: list[ft.Control] = []
    if not done and not hint_in_bar(visit, moment):
        start.append(hint_sign(visit, moment))
    if other is not None and not done:
        start.append(other)
    if not start and not done:
        return ft.Container(height=0)
    # An empty row would still take a gap and push a button as wide as the window aside.
    controls: list[ft.Control] = [side_by_side(start)] if start else []
    if done:
        controls.append(next_button(visit, moment, min(420, layout.inner_width)))
    return ft.Row(
        controls,
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN
        if start
        else ft.MainAxisAlignment.CENTER
        if layout.phone
        else ft.MainAxisAlignment.END,
        height=layout.action_height,
    )


def next_button(
    visit: Visit, moment: Moment, width: float, height: float | None = None
) -> ft.Control:
    """To the next step."""
    return go_on(
        visit,
        "lesson.next",
        words("lesson.next"),
        lambda: go_on_from(visit, moment.lesson, moment.step.id),
        width=width,
        height=height,
    )


def hint_in_bar(visit: Visit, moment: Moment) -> bool:
    """On a small window the help sign in the bar is the hint; elsewhere it has its own place."""
    return visit.layout.phone and not moment.state.completed_step


def hint_sign(visit: Visit, moment: Moment) -> ft.Control:
    """Asks for help."""
    return round_sign(
        visit,
        "lesson.hint",
        words("lesson.hint"),
        ft.Icons.LIGHTBULB_ROUNDED,
        lambda: ask_hint(visit, moment),
        colour=theme.HONEY,
        repeatable=True,
    )


def ask_hint(visit: Visit, moment: Moment) -> None:
    """The next stronger help. At the strongest it is said again."""
    before = moment.state.hints
    visit.ring(visit.kiosk.classroom.learn(moment.learner, moment.lesson, AskHint()))
    if before >= 1 and is_astray(visit, moment.lesson):
        visit.go(place_of(visit, moment.lesson))
    else:
        visit.changed()
    if before >= 3:
        visit.say(said_now(moment))


def go_astray(visit: Visit, moment: Moment) -> None:
    """She opens a page where nothing leads on: help comes as after a wrong answer."""
    astray = StoreHappened((), astray=True)
    visit.ring(visit.kiosk.classroom.learn(moment.learner, moment.lesson, astray))


def tell_in_practice(
    visit: Visit,
    moment: Moment,
    said: Sequence[Phrase] = (),
    inside: str | None = None,
    *,
    stays: bool = False,
) -> None:
    """Says what happened, then what the coach says now, which stays on the screen.

    ``inside`` is the page of the store to go to, None for this one. Once the hand is to point, she
    is led to where it can; not where she ``stays`` because the page itself tells what came of it.
    """
    state = visit.kiosk.classroom.lesson_state(moment.learner, moment.lesson.id)
    assert state is not None
    now, front = replace(moment, state=state), f"/lesson/{moment.lesson.id}/store"
    there = visit.page.route if inside is None else f"{front}{inside}"
    if is_stuck(state) and not stays and _is_lost(visit, moment.lesson, inside):
        there = place_of(visit, moment.lesson)
    if there != visit.page.route:
        visit.say_first(*said)
        visit.go(there)
    elif now.place != moment.place or visit.aside is not None:
        visit.say_first(*said)
        visit.changed()
    else:
        visit.changed()
        visit.say(*said, said_now(now))


def _is_lost(visit: Visit, lesson: Lesson, inside: str | None) -> bool:
    return is_astray(visit, lesson) if inside is None else leads_astray(visit, lesson, inside)


def answer(visit: Visit, moment: Moment, *given: str) -> None:
    """Gives an answer; the next moment says what became of it."""
    visit.ring(visit.kiosk.classroom.learn(moment.learner, moment.lesson, Answer(given)))
    state = visit.kiosk.classroom.lesson_state(moment.learner, moment.lesson.id)
    visit.changed()
    if state is None or state.completed_step:
        return
    # Once she needs more than other words, the coach's sentence is no longer what was wrong.
    wrong = [words("lesson.too-much")] if _is_too_much(moment.step, state) else []
    if state.hints >= 3:
        visit.say(*wrong, moment.filled(_demonstration(moment.step)))
    elif state.hints == 2:
        visit.say_first(*wrong)


def _demonstration(step: Step) -> Phrase:
    return step.say if isinstance(step, Told) else step.coaching.demonstration
