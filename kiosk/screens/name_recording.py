"""Her name in her own voice: how it is told, begun, ended and held, so that none is lost."""

import flet as ft

from kiosk.player import Part
from kiosk.recordings import Heard, NothingHeard
from kiosk.screens.recorder import Recorder
from kiosk.unkept import Unkept
from kiosk.visit import Visit
from kiosk.wording import words
from lessons.phrase import Phrase

LONGEST_S = 10.0
"""Nobody's name is longer: then she does not know how to end it, or has forgotten."""


class NameRecording(Recorder):
    """One for an enrolment, whatever page of it is shown.

    What she said is in memory until she is enrolled: of what is said again, or of an enrolment
    that is left, nothing stays.
    """

    no_microphone = "enrol.no-microphone"
    identifier = "enrol.recording"

    def __init__(self, visit: Visit) -> None:
        super().__init__(visit)
        self.said: Unkept | None = None
        """How she is called from now on."""
        self.cut_off = False
        """She left while she was listened to, and has not heard of it."""
        self._away = False

    @property
    def longest_s(self) -> float:
        """As long as any name."""
        return LONGEST_S

    async def touched(self) -> None:
        """She is at the microphone."""
        self._away = self.cut_off = False
        await super().touched()

    async def announce(self) -> bool:
        """She is told when to speak."""
        return await self.visit.say_whole(words("enrol.say-name-now"))

    async def take(self, heard: Heard) -> None:
        """In place of what she said before, which is gone."""
        self.said = self.visit.kiosk.recordings.hold(heard)

    async def left(self) -> None:
        """Another page is shown: she is not listened to, and what she said before stays."""
        self._away = True
        self.cut_off = await self.stop() or self.cut_off

    def lost(self) -> tuple[Phrase, ...]:
        """What she is told when she is back: that she was cut off, and has no name by it."""
        return (words("enrol.not-recorded"),) if self.cut_off and not self.said else ()

    async def finish(self) -> bool:
        """Ends and takes what is being said; False where nothing was heard, which is told."""
        try:
            await self.end()
        except NothingHeard:
            if not self._away:
                self.visit.tell(words("enrol.nothing-heard"))
            return False
        return True

    async def ended(self) -> None:
        """Plays what was taken."""
        before = self.said
        if await self.finish() and self.said is not before and self.said and not self._away:
            self.visit.let_go()
            said = Part(words("enrol.name"), recording=self.said.key)
            self.visit.say(words("enrol.name-heard"), said)


def use_name_recording(visit: Visit, *, here: bool) -> NameRecording:
    """Her name as she says it, of the calling component; nobody listens on another page."""
    recording: NameRecording = ft.use_state(NameRecording(visit))[0]
    _, redraw = ft.use_state(0)
    recording.redraw = lambda: redraw(lambda count: count + 1)

    async def look() -> None:
        if not here:
            await recording.left()

    ft.use_effect(look, [here])
    ft.use_effect(lambda: None, [], cleanup=recording.drop)
    return recording
