"""The microphone: one tap begins, the next one ends."""

import asyncio
import logging
import time
from collections.abc import Callable

import flet as ft
import flet_audio_recorder as far

from kiosk.recordings import Heard

log = logging.getLogger(__name__)

_LIMIT_S = 8.0
_PCM = far.AudioRecorderConfiguration(
    encoder=far.AudioEncoder.PCM16BITS, sample_rate=16_000, channels=1
)


class NoMicrophone(RuntimeError):
    """There is none, or the browser does not give it."""


class Microphone:
    """Hears what is said into the tablet; one for a page."""

    def __init__(self, page: ft.Page, may_listen: Callable[[], bool] = lambda: True) -> None:
        """``may_listen`` says whether the trainer allows it on this tablet."""
        self._page = page
        self._may_listen = may_listen
        self._recorder: far.AudioRecorder | None = None
        self._chunks: list[bytes] = []
        self._began = self._last = 0.0
        self._listening = False
        self._watchers: list[Callable[[bytes], None]] = []

    def watch(self, watcher: Callable[[bytes], None]) -> Callable[[], None]:
        """Calls ``watcher`` with each piece of what is heard; returns what ends it."""
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher) if watcher in self._watchers else None

    @property
    def is_listening(self) -> bool:
        """Whether somebody is being recorded."""
        return self._listening

    async def ask(self) -> None:
        """Asks for the microphone, before anybody is told to speak.

        Raises:
            NoMicrophone: nothing to listen with.
        """
        try:
            async with asyncio.timeout(_LIMIT_S):
                allowed = await self._ready().has_permission()
        except (TimeoutError, RuntimeError) as problem:
            raise NoMicrophone(str(problem)) from problem
        if not allowed:
            raise NoMicrophone("not allowed")

    async def begin(self) -> None:
        """Starts to listen.

        Raises:
            NoMicrophone: nothing to listen with.
        """
        recorder = self._ready()
        self._chunks, self._listening = [], True
        self._began = self._last = time.monotonic()
        try:
            async with asyncio.timeout(_LIMIT_S):
                started = await recorder.start_recording()
        except (TimeoutError, RuntimeError) as problem:
            raise NoMicrophone(str(problem)) from problem
        if not started:
            raise NoMicrophone("it did not start")
        self._began = time.monotonic()

    async def end(self) -> Heard:
        """Stops, and gives what was heard; that is here even where stopping fails."""
        assert self._recorder is not None
        try:
            async with asyncio.timeout(_LIMIT_S):
                await self._recorder.stop_recording()
        except (TimeoutError, RuntimeError) as problem:
            log.warning("the microphone did not stop: %s", problem)
        self._listening = False
        return Heard(b"".join(self._chunks), self._last - self._began)

    def _ready(self) -> far.AudioRecorder:
        if not self._may_listen():
            raise NoMicrophone("switched off")
        if self._recorder is None:
            self._recorder = far.AudioRecorder(configuration=_PCM, on_stream=self._take)
            self._page.update()
        return self._recorder

    def _take(self, event: far.AudioRecorderStreamEvent) -> None:
        # One that started too late, or did not stop, must not fill the memory.
        if self._listening:
            self._chunks.append(event.chunk)
            self._last = time.monotonic()
            for watcher in tuple(self._watchers):
                watcher(event.chunk)
