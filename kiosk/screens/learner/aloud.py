"""What is said aloud in a lesson: heard once more at once, and then nothing of it stays."""

from kiosk.player import Part
from kiosk.recordings import Heard, NothingHeard
from kiosk.screens.learner.lesson_parts import Moment, said_now
from kiosk.screens.recorder import Recorder
from kiosk.unkept import Unkept
from kiosk.visit import Visit
from kiosk.wording import words
from lessons.answering import RECORDED, SAID
from lessons.course import ListenAndRepeat, Say
from lessons.engine import Answer

LONGEST_S = 12.0
"""A sentence is shorter: then she does not know how to end it."""


class Aloud(Recorder):
    """One for a step. What she said is in memory as long as the step is shown, never on a disk."""

    no_microphone = "lesson.no-microphone"
    identifier = "lesson.listening"

    def __init__(self, visit: Visit) -> None:
        super().__init__(visit)
        self.moment: Moment | None = None
        self.said: Unkept | None = None
        self.is_deaf = not visit.settings.microphone
        """Nothing can be heard here: she says herself that she said it."""

    @property
    def longest_s(self) -> float:
        """As long as any sentence."""
        return LONGEST_S

    async def announce(self) -> bool:
        """She is told when to speak, and hears once more what."""
        return await self.visit.say_whole(words("lesson.now-you"), *self._model())

    def refused(self) -> None:
        """The green thing takes the microphone's place."""
        self.is_deaf = True
        super().refused()

    async def take(self, heard: Heard) -> None:
        """In place of what she said before, which is gone."""
        self.said = self.visit.kiosk.recordings.hold(heard)

    async def ended(self) -> None:
        """It counts as done, and she hears how it sounds beside how it is said."""
        before = self.said
        try:
            await self.end()
        except NothingHeard:
            self.visit.tell(words("enrol.nothing-heard"))
            return
        if self.said is not None and self.said is not before:
            self._done(RECORDED)

    def says_so(self) -> None:
        """Without a microphone."""
        self._done(SAID)

    def hear(self) -> None:
        """How it is said, and how she said it."""
        self.visit.say(*self._model(), *self._own())

    def _done(self, how: str) -> None:
        moment, classroom = self.moment, self.visit.kiosk.classroom
        assert moment is not None
        self.visit.ring(classroom.learn(moment.learner, moment.lesson, Answer((how,))))
        state = classroom.lesson_state(moment.learner, moment.lesson.id)
        assert state is not None
        now = Moment(moment.learner, moment.lesson, state, moment.step, moment.product)
        self.visit.changed()
        self.visit.hush(now.place)  # her own voice comes first, then the praise
        self.visit.say(*self._model(), *self._own(), said_now(now))

    def _own(self) -> list[Part]:
        if self.said is None:
            return []
        return [
            Part(words("lesson.your-voice")),
            Part(words("lesson.your-voice"), recording=self.said.key),
        ]

    def _model(self) -> list[Part]:
        """How it is said; her own words need no model but are not forgotten so."""
        moment = self.moment
        assert moment is not None
        return [spoken_words(moment)]


def spoken_words(moment: Moment) -> Part:
    """The words of the step, in the language in which they are to be said."""
    step = moment.step
    assert isinstance(step, Say | ListenAndRepeat)
    language = step.language if isinstance(step, ListenAndRepeat) else None
    return Part(moment.filled(step.words), "words", language=language)
