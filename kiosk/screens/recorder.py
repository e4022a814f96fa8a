"""One sign to touch: the first touch begins to listen, the next one ends it, and none is lost."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import suppress
from enum import Enum, auto

from kiosk.recordings import Heard
from kiosk.visit import TICK, Visit
from kiosk.widgets.microphone import NoMicrophone
from kiosk.wording import words

_LONGEST_TICK_S = 0.6
"""A sound that never ends must not keep her from speaking."""


class Stage(Enum):
    """What the microphone is doing."""

    IDLE = auto()
    STARTING = auto()
    TELLING = auto()
    """It could begin; how is being told, and need not be heard to the end."""
    LISTENING = auto()
    WORKING = auto()
    """It has ended, and what was heard is being made ready."""


class Recorder(ABC):
    """What every recording has; how it is announced, kept and told is its own.

    ``redraw`` is called when there is something else to see.
    """

    no_microphone: str
    """The key of what is told where nothing can be heard."""
    identifier: str
    """What guards its work that no touch waits for."""

    def __init__(self, visit: Visit) -> None:
        self.stage = Stage.IDLE
        self.redraw: Callable[[], None] = lambda: None
        self.visit = visit
        self._wanted = False
        self._told_enough = False
        self._take = 0
        self._ending = asyncio.Lock()

    # -- of each recording

    @property
    @abstractmethod
    def longest_s(self) -> float:
        """After so long it ends by itself."""

    @abstractmethod
    async def announce(self) -> bool:
        """Tells how, before anything is heard; False where something else was said instead."""

    def begun(self) -> None:  # noqa: B027  most have nothing to do then
        """It listens from now on."""

    @abstractmethod
    async def take(self, heard: Heard) -> None:
        """Does with it what is to be done."""

    @abstractmethod
    async def ended(self) -> None:
        """Ends it and tells what became of it."""

    def refused(self) -> None:
        """There is no microphone, or the browser does not give it."""
        self.visit.tell(words(self.no_microphone))

    # -- of all

    async def touched(self) -> None:
        """Begins; while how is told, begins at once; while it listens, ends it."""
        match self.stage:
            case Stage.IDLE:
                self._wanted, self._told_enough = True, False
                self.visit.let_go()
                self.show(Stage.STARTING)
                self.in_background(self._begin)
            case Stage.STARTING | Stage.WORKING:
                self.visit.say(words("enrol.starting"))
            case Stage.TELLING if not self._told_enough:
                self._told_enough = True
                self.visit.player.stop()
            case Stage.LISTENING:
                await self.ended()

    async def drop(self) -> None:
        """Whoever spoke went away for good: nobody is listened to any more."""
        self.redraw = lambda: None
        await self.stop()

    async def stop(self) -> bool:
        """Nobody is listened to any more, and what was heard is gone; whether there was any."""
        self._wanted = False
        async with self._ending:
            if self.stage is not Stage.LISTENING:
                return False
            self.show(Stage.IDLE)
            await self.visit.microphone.end()
            return True

    async def end(self) -> None:
        """Ends what is being said and takes it; the later ones who want to end it wait for that."""
        self._wanted = False
        async with self._ending:
            if self.stage is Stage.LISTENING:
                heard = await self.visit.microphone.end()
                self.stage = Stage.WORKING
                try:
                    await self.take(heard)
                finally:
                    self.show(Stage.IDLE)

    def show(self, stage: Stage) -> None:
        self.stage = stage
        if not self.visit.player.is_gone:  # else there is nobody to draw it for
            self.redraw()

    def in_background(self, work: Callable[[], object]) -> None:
        """Not awaited by the touch, so that the next touch is heard meanwhile."""
        guarded = self.visit.guarded(self.identifier, work, repeatable=True)
        self.visit.page.run_task(guarded)

    async def _begin(self) -> None:
        try:
            await self.visit.microphone.ask()
            if self._wanted and await self._told():
                await self._listen()
        except NoMicrophone:
            if self._wanted:
                self.refused()
        finally:
            if self.stage in (Stage.STARTING, Stage.TELLING):
                self.show(Stage.IDLE)

    async def _told(self) -> bool:
        """Whether it may begin: what the tablet itself says must not be heard in it."""
        self.show(Stage.TELLING)
        told = await self.announce()
        if self._told_enough and not told:
            await self._tick()
            told = True
        self.show(Stage.STARTING)
        return told

    async def _tick(self) -> None:
        """The touch that cut the telling short is answered, and she hears that it begins."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_LONGEST_TICK_S):
                await self.visit.say_whole(TICK)

    async def _listen(self) -> None:
        if not self._wanted:
            return
        asked = self.visit.player.asked
        async with self._ending:
            await self.visit.microphone.begin()
            if not self._wanted:  # she left while it started
                await self.visit.microphone.end()
                return
        if asked != self.visit.player.asked:  # a touch was answered meanwhile
            self.visit.player.stop()
        self._take += 1
        self.begun()
        self.show(Stage.LISTENING)
        self.in_background(self._end_in_time)

    async def _end_in_time(self) -> None:
        take = self._take
        await asyncio.sleep(self.longest_s)
        if self.visit.player.is_gone:
            return
        if take == self._take and self.stage is Stage.LISTENING:
            await self.ended()
