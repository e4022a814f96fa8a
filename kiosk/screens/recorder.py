"""One sign to touch: the first touch begins to listen, the next one ends it, and none is lost."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable
from enum import Enum, auto

from kiosk.recordings import Heard
from kiosk.visit import Visit
from kiosk.widgets.microphone import NoMicrophone
from kiosk.wording import words


class Stage(Enum):
    """What the microphone is doing."""

    IDLE = auto()
    STARTING = auto()
    LISTENING = auto()
    WORKING = auto()
    """It has ended, and what was heard is being made ready."""


class Recorder(ABC):
    """What every recording has; how it is announced, kept and told is its own.

    ``redraw`` is called when there is something else to see.
    """

    called_off: str
    """The key of what is told when it is called off before it began."""
    no_microphone: str
    """The key of what is told where nothing can be heard."""
    identifier: str
    """What guards its work that no touch waits for."""

    def __init__(self, visit: Visit) -> None:
        self.stage = Stage.IDLE
        self.redraw: Callable[[], None] = lambda: None
        self.visit = visit
        self._wanted = False
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
        """Begins; while it starts, calls it off; while it listens, ends it."""
        match self.stage:
            case Stage.IDLE:
                self._wanted = True
                self.visit.let_go()
                self.show(Stage.STARTING)
                self.in_background(self._begin)
            case Stage.STARTING if self._wanted:
                self._wanted = False
                self.visit.tell(words(self.called_off))
            case Stage.LISTENING:
                await self.ended()

    async def drop(self) -> None:
        """Whoever spoke went away: nobody is listened to any more."""
        self.redraw = lambda: None
        self._wanted = False
        async with self._ending:
            if self.stage is Stage.LISTENING:
                self.stage = Stage.IDLE
                await self.visit.microphone.end()

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
            # What is said by the tablet itself must not be heard in it.
            if self._wanted and await self.announce():
                await self._listen()
        except NoMicrophone:
            if self._wanted:
                self.refused()
        finally:
            if self.stage is Stage.STARTING:
                self.show(Stage.IDLE)

    async def _listen(self) -> None:
        if not self._wanted:
            return
        await self.visit.microphone.begin()
        if not self._wanted:  # called off while it started
            await self.visit.microphone.end()
            return
        self._take += 1
        self.show(Stage.LISTENING)
        self.in_background(self._end_in_time)

    async def _end_in_time(self) -> None:
        take = self._take
        await asyncio.sleep(self.longest_s)
        if self.visit.player.is_gone:
            return
        if take == self._take and self.stage is Stage.LISTENING:
            await self.ended()
