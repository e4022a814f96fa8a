"""A learner in a real lesson who knows only what she sees and hears: the coach's hand leads her."""

import re
from typing import Final

from demo_store.finance.money import notes_for
from kiosk.wording import words
from lessons.answering import right_answer
from lessons.course import (
    Choose,
    ChooseAll,
    Lesson,
    ListenAndRepeat,
    Money,
    Order,
    Say,
    Step,
    Story,
    Tell,
    Told,
)
from lessons.phrase import Language, Phrase
from tests.e2e.hand import Hand, clip_path
from tests.e2e.screen import Screen

_HAND: Final = "coach.hand:"
MOST_TOUCHES: Final = 25
"""More than any step needs."""
BEEP_MS: Final = 1500
"""The browser's own microphone beeps once a second."""
_KNOWN: Final = (Choose, ChooseAll, Order, Money)
"""What can be answered without the hand by who did one before."""


class Led(Hand):
    """Asks for help at the first step of each kind and touches where the hand is.

    A kind that she did before she does by herself. ``deaf`` is a tablet without a microphone.
    """

    def __init__(
        self, screen: Screen, language: Language, lesson: Lesson, *, deaf: bool = False
    ) -> None:
        super().__init__(screen, language)
        self.lesson, self.deaf = lesson, deaf
        self.done: set[type[Step]] = set()

    def plays(self) -> None:
        """From the first step to the end; every sentence stands there and is heard."""
        steps = self.lesson.steps
        for place, step in enumerate(steps, start=1):
            self.screen.wait_value("lesson.step", f"{place}/{len(steps)}")
            self.is_told(step.say, "lesson.prompt")
            self.does(step)
            self.done.add(type(step))
            self.goes_on()
        self.is_told(words("lesson.finished", lesson=self.lesson.title))
        self.screen.see("lesson.finished")

    def goes_on(self) -> None:
        self._tapped = ""  # the green thing of another step is another thing
        self.tap("lesson.next")

    def does(self, step: Step) -> None:
        """What the step asks for, to its praise."""
        match step:
            case Story():
                self.hears_again(step.say)
                for picture in step.pictures:
                    self.goes_on()
                    self.is_told(picture.say, "lesson.prompt")
                    self.hears_again(picture.say)
                return
            case Tell():
                self.hears_again(step.say)
                return
            case Say() | ListenAndRepeat():
                self.says(step)
            case _ if type(step) in self.done and isinstance(step, _KNOWN):
                self.knows(step)
            case _:
                self.needs_help(step)
                self.follows()
        self.is_told(step.coaching.praise, "lesson.prompt")

    # --- with help

    def needs_help(self, step: Step) -> None:
        """The step in other words, and then the hand."""
        assert not isinstance(step, Told)
        self.hears_again(step.say)
        for hint in (step.coaching.hint, step.coaching.hint_with_hand):
            self.waits()  # a touch while a page still slides in is lost
            self._tapped = ""
            self.tap("lesson.hint")
            self.is_told(hint, "lesson.prompt")

    def follows(self) -> None:
        """Touches what the hand is at, until the way on is green."""
        for _ in range(MOST_TOUCHES):
            pointed = self.pointed_at()
            if pointed == self._tapped:  # a sound may be heard before its screen is drawn
                self.waits()
                self._tapped = ""
                pointed = self.pointed_at()
            if not pointed:
                return
            self.tap(pointed)
            self.hears_something()
        raise AssertionError(f"{self.lesson.id}: the hand leads nowhere")

    def pointed_at(self) -> str:
        """What the hand is at; empty once the step is done."""

        def seen() -> tuple[str, ...]:
            names = self.screen.identifiers()
            hands = [name for name in names if name.startswith(_HAND)]
            at = [name for name in names if _called(name) in hands]
            return tuple(at) if len(hands) == len(at) == 1 else ("",) if _done(names, hands) else ()

        return str(self.screen.wait(seen)[0])

    # --- by herself

    def knows(self, step: Step) -> None:
        """Touches what is right."""
        if isinstance(step, Money):
            for piece in notes_for(step.amount_fen):
                self.tap(f"money.add:{piece}")
                self.hears_something()
            self.tap("lesson.next")
            return
        assert isinstance(step, Choose | ChooseAll | Order)
        for each in right_answer(step):
            self.tap(f"lesson.answer:{each}")
            self.hears_something()
        if isinstance(step, ChooseAll):
            self.tap("lesson.next")

    def says(self, step: Say | ListenAndRepeat) -> None:
        """Hears the words once more and says them."""
        self.tap("lesson.words")
        self.hears_words(step)
        self.tap("lesson.say")
        if self.deaf:
            self.tap("lesson.said")
            return
        self.hears(words("lesson.now-you"))
        self.tap("lesson.say")  # told enough
        self.reads("lesson.say", words("enrol.stop-recording"))
        self.screen.page.wait_for_timeout(BEEP_MS)
        self.tap("lesson.say")

    def hears_words(self, step: Say | ListenAndRepeat) -> None:
        language = step.language if isinstance(step, ListenAndRepeat) else self.language
        path = clip_path(self._said(step.words, language), language)
        self.screen.wait(lambda: path in self.answers())

    def _said(self, phrase: Phrase, language: Language) -> str:
        return phrase.text(language) if not phrase.placeholders() else self.text(phrase)


def _called(identifier: str) -> str:
    return _HAND + re.sub("[.:]", "/", identifier)


def _done(names: list[str], hands: list[str]) -> bool:
    return not hands and "lesson.next" in names
