"""Her name in her own voice: how it is told, begun, ended and kept, so that none is lost."""

from kiosk.player import Part
from kiosk.recordings import Heard, NothingHeard
from kiosk.screens.recorder import Recorder
from kiosk.visit import Visit
from kiosk.wording import words

LONGEST_S = 10.0
"""Nobody's name is longer: then she does not know how to end it, or has forgotten."""


class NameRecording(Recorder):
    """One for an enrolment, whatever page of it is shown; ``clip`` is the key of what is kept."""

    called_off = "enrol.not-recorded"
    no_microphone = "enrol.no-microphone"
    identifier = "enrol.recording"

    def __init__(self, visit: Visit) -> None:
        super().__init__(visit)
        self.clip = ""

    @property
    def longest_s(self) -> float:
        """As long as any name."""
        return LONGEST_S

    async def announce(self) -> bool:
        """She is told when to speak."""
        return await self.visit.say_whole(words("enrol.say-name-now"))

    async def take(self, heard: Heard) -> None:
        """Kept at once: this is how she is called from now on."""
        self.clip = self.visit.kiosk.recordings.keep(heard)

    async def finish(self) -> bool:
        """Ends and keeps what is being said; False where nothing was heard, which is told."""
        try:
            await self.end()
        except NothingHeard:
            self.visit.tell(words("enrol.nothing-heard"))
            return False
        return True

    async def ended(self) -> None:
        """Plays what was kept."""
        before = self.clip
        if await self.finish() and self.clip != before:
            self.visit.let_go()
            said = Part(words("enrol.name"), recording=self.clip)
            self.visit.say(words("enrol.name-heard"), said)
