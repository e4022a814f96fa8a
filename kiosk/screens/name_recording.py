"""Her name in her own voice: how it is told, begun, ended and kept, so that none is lost."""

import asyncio
from collections.abc import Callable
from enum import Enum, auto

from kiosk.player import Part
from kiosk.recordings import NothingHeard
from kiosk.visit import Visit
from kiosk.widgets.microphone import NoMicrophone
from kiosk.wording import words

LONGEST_S = 10.0
"""Nobody's name is longer: then she does not know how to end it, or has forgotten."""


class Stage(Enum):
    """What the microphone is doing."""

    IDLE = auto()
    STARTING = auto()
    LISTENING = auto()


class NameRecording:
    """One for an enrolment, whatever page of it is shown; ``clip`` is the key of what is kept."""

    def __init__(self, visit: Visit) -> None:
        self.clip = ""
        self.stage = Stage.IDLE
        self.redraw: Callable[[], None] = lambda: None
        self._visit = visit
        self._wanted = False
        self._take = 0
        self._ending = asyncio.Lock()

    async def touched(self) -> None:
        """Begins; while it starts, calls it off; while it listens, ends it and plays it."""
        match self.stage:
            case Stage.IDLE:
                self._wanted = True
                self._visit.let_go()
                self._show(Stage.STARTING)
                self._in_background(self._begin)
            case Stage.STARTING if self._wanted:
                self._wanted = False
                self._visit.tell(words("enrol.not-recorded"))
            case Stage.LISTENING:
                await self._end_and_play()

    async def finish(self) -> bool:
        """Ends and keeps what is being said; False where nothing was heard, which is told."""
        self._wanted = False
        try:
            await self._end()
        except NothingHeard:
            self._visit.tell(words("enrol.nothing-heard"))
            return False
        return True

    async def drop(self) -> None:
        """She went away: nobody is listened to any more."""
        self.redraw = lambda: None
        self._wanted = False
        async with self._ending:
            if self.stage is Stage.LISTENING:
                self.stage = Stage.IDLE
                await self._visit.microphone.end()

    async def _begin(self) -> None:
        microphone = self._visit.microphone
        try:
            await microphone.ask()
            # What is said by the tablet itself must not be heard in her name.
            if self._wanted and await self._visit.say_whole(words("enrol.say-name-now")):
                await self._listen()
        except NoMicrophone:
            if self._wanted:
                self._visit.tell(words("enrol.no-microphone"))
        finally:
            if self.stage is Stage.STARTING:
                self._show(Stage.IDLE)

    async def _listen(self) -> None:
        if not self._wanted:
            return
        await self._visit.microphone.begin()
        if not self._wanted:  # called off while it started
            await self._visit.microphone.end()
            return
        self._take += 1
        self._show(Stage.LISTENING)
        self._in_background(self._end_in_time)

    async def _end_in_time(self) -> None:
        take = self._take
        await asyncio.sleep(LONGEST_S)
        if take == self._take and self.stage is Stage.LISTENING:
            await self._end_and_play()

    async def _end_and_play(self) -> None:
        before = self.clip
        if await self.finish() and self.clip != before:
            self._visit.let_go()
            said = Part(words("enrol.name"), recording=self.clip)
            self._visit.say(words("enrol.name-heard"), said)

    async def _end(self) -> None:
        # Her touch, the green one and the limit may all end it: the later ones wait for the clip.
        async with self._ending:
            if self.stage is Stage.LISTENING:
                heard = await self._visit.microphone.end()
                self.stage = Stage.IDLE
                try:
                    self.clip = self._visit.kiosk.recordings.keep(heard)
                finally:
                    self.redraw()

    def _show(self, stage: Stage) -> None:
        self.stage = stage
        self.redraw()

    def _in_background(self, work: Callable[[], object]) -> None:
        """Not awaited by the touch, so that the next touch is heard meanwhile."""
        guarded = self._visit.guarded("enrol.recording", work, repeatable=True)
        self._visit.page.run_task(guarded)
