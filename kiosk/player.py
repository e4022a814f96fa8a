"""The voice of one browser session: says phrases one after the other and tells which word it is at.

One ``Audio`` lives as long as the session: a late reply to a removed one would close the socket.
"""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

import flet as ft
import flet_audio as fta

from audio.clip import Clip
from audio.errors import AudioError
from audio.speech import Speech
from kiosk.progress.events import Loudness, Pace
from kiosk.recordings import Recordings
from lessons.phrase import Language, Phrase

log = logging.getLogger(__name__)

RATES: Final[Mapping[Pace, float]] = MappingProxyType({"slow": 0.75, "normal": 1.0})
"""How fast a clip is played; the pitch stays."""
VOLUMES: Final[Mapping[Loudness, float]] = MappingProxyType(
    {"off": 0.0, "soft": 0.35, "normal": 0.7, "loud": 1.0}
)
_UNHEARD: Final = Clip("", "ug", 0, (), "")
"""What could not be made: without sound it is shown all the same."""
_READ_S: Final = 0.06
"""What a slow reader needs at least for a letter."""
_START_LIMIT_S = 6.0
_PAUSE_BETWEEN_S = 0.25
_PAUSE_AFTER_MARK_S = 0.02
_LOAD_LIMIT_S = 2.0
_LOOK_EVERY_S = 0.05


def address(key: str) -> str:
    """Where the page gets the sound of a clip.

    The client takes text that can be base64 for the sound itself, as a path with a key often can;
    no base64 has a question mark.
    """
    return f"/speech/{key}?"


@dataclass(frozen=True, slots=True)
class Part:
    """One phrase to say; ``about`` names the thing on the screen that it is about."""

    phrase: Phrase
    about: str = ""
    recording: str = ""
    """The key of a recording that is played in place of the words."""
    mark: Clip | None = None
    """A sound that is played as it is: a mark without words, or what was just recorded."""
    shown: str = ""
    """The longer text on the screen in which the words stand, from character ``offset``."""
    offset: int = 0
    language: Language | None = None
    """Of the words, where it is not that of the screen."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What is being said now: characters ``first`` to before ``last`` of ``text``."""

    text: str
    about: str
    first: int
    last: int


Watcher = Callable[[Spoken | None], None]


class Player:
    """Says phrases. A new ``say`` ends the one before at once."""

    def __init__(
        self,
        page: ft.Page,
        speech: Speech,
        recordings: Recordings,
        on_silence: Callable[[], None],
        on_heard: Callable[[str, int, int], None] = lambda _text, _heard, _whole: None,
    ) -> None:
        """``on_heard`` is told of a text that ended: what of it was heard and its whole, in ms."""
        self._page = page
        self._speech = speech
        self._recordings = recordings
        self._on_silence = on_silence
        self._on_heard = on_heard
        self._audio: fta.Audio | None = None
        self._asked_key, self._loaded = "", False
        self._lost = 0
        self._reloading: asyncio.Event | None = None
        self._saying = self._said = 0
        self._ahead: list[tuple[str, Language]] = []
        self._clip: tuple[Clip, Part, str] | None = None
        self._ended = asyncio.Event()
        self._begun, self._asked_at = False, 0.0
        self._sounding = False
        self._words: asyncio.Task[None] | None = None
        self._watchers: list[Watcher] = []
        self._rate, self._volume = RATES["normal"], VOLUMES["normal"]
        self._since: float | None = None

    def watch(self, watcher: Watcher) -> Callable[[], None]:
        """Calls ``watcher`` at every word, with None when silent; returns what ends it."""
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher) if watcher in self._watchers else None

    def say(self, parts: Sequence[Part], language: Language) -> None:
        """Begins to say ``parts``; returns at once."""
        self._saying += 1
        self._page.run_task(self._say, _apart(parts, language), language, self._saying)

    async def say_whole(self, parts: Sequence[Part], language: Language) -> bool:
        """Says ``parts`` to their end; False when something else was said instead of the rest."""
        if self.is_gone:
            return False
        self._saying = mine = self._saying + 1
        saying = self._page.run_task(self._say, _apart(parts, language), language, mine)
        while not saying.done():
            if mine != self._saying:
                return False
            await asyncio.sleep(_LOOK_EVERY_S)
        return mine == self._saying

    @property
    def is_sounding(self) -> bool:
        """Whether something is being said, or about to be."""
        return self._said < self._saying

    @property
    def asked(self) -> int:
        """How often something was to be said, or to fall silent: more later means it was."""
        return self._saying

    @property
    def at_ms(self) -> int | None:
        """How far into its clip the sound is now; None while nothing sounds."""
        if self._since is None:
            return None
        return round((asyncio.get_running_loop().time() - self._since) * 1000 * self._rate)

    def page_left(self) -> None:
        """Nobody hears more of what sounds."""
        self._tell_heard()

    def page_came_back(self) -> None:
        """The page was loaded again: it loads the last sound anew before it can say anything."""
        if self._audio is not None:
            self._reloading = asyncio.Event()

    def adjust(self, pace: Pace, loudness: Loudness) -> None:
        """How slowly and how loudly everything is said from now on."""
        self._rate, self._volume = RATES[pace], VOLUMES[loudness]
        if self._audio is not None:
            self._audio.playback_rate, self._audio.volume = self._rate, self._volume
            self._audio.update()

    def stop(self) -> None:
        """Falls silent."""
        self._saying += 1
        self._said = self._saying
        self._end_words()
        if self._audio is not None and self._clip is not None:
            self._clip = None
            self._page.run_task(self._pause)

    def prepare(self, phrases: Sequence[Phrase], language: Language) -> None:
        """Has the clips of what may be said next made, once the sentence to come is made."""
        parts = [Part(phrase) for phrase in phrases]
        self._ahead = _in_words(_apart(parts, language), language)

    async def _say(self, parts: tuple[Part, ...], language: Language, mine: int) -> None:
        try:
            await self._say_each(parts, language, mine)
        finally:
            self._said = max(self._said, mine)

    async def _say_each(self, parts: tuple[Part, ...], language: Language, mine: int) -> None:
        for part in parts:
            spoken_in = part.language or language
            text = part.phrase.text(spoken_in)
            try:
                clip = part.mark or self._recordings.clip(part.recording, language)
                if clip is None and not text:
                    continue  # her name was only recorded, and the recording is not there any more
                clip = clip or await self._speech.clip_soon(text, spoken_in)
                if mine != self._saying:
                    return
                if part is parts[0]:
                    self._speech.prepare([*_in_words(parts[1:], language), *self._ahead])
                    self._ahead = []
                await self._play(clip, part, text)
            except (AudioError, TimeoutError, RuntimeError) as problem:
                if self._is_off and not self.is_gone and mine == self._saying:
                    await self._show(_UNHEARD, part, text)
                    continue
                if mine != self._saying or self.is_gone:
                    return  # something newer is being said, and the browser broke this off for it
                log.warning("could not say %r: %s", text, problem)
                self._tell(None)
                self._on_silence()
                return
            if mine != self._saying:
                return
            await asyncio.sleep(_PAUSE_AFTER_MARK_S if part.mark else _PAUSE_BETWEEN_S)

    @property
    def is_gone(self) -> bool:
        """Whether the session ended meanwhile: then there is nobody to tell of the silence."""
        try:
            return self._page.session is None
        except RuntimeError:
            return True

    async def _play(self, clip: Clip, part: Part, text: str) -> None:
        if self._is_off:
            await self._show(clip, part, text)
            return
        self._end_words()
        self._ended = ended = asyncio.Event()
        self._clip = (clip, part, text)
        self._begun, self._asked_at = False, asyncio.get_running_loop().time()
        await self._begin(clip.key)
        try:
            async with asyncio.timeout(clip.duration_ms / 1000 / self._rate + _START_LIMIT_S):
                await ended.wait()
        except TimeoutError:
            # The browser holds sound back until the first touch, and shows so itself.
            log.info("the end of %r was not heard of", text)
        finally:
            if self._ended is ended:
                self._end_words()

    @property
    def _is_off(self) -> bool:
        return not self._volume

    async def _show(self, clip: Clip, part: Part, text: str) -> None:
        """Without sound: each word is told as long as it would sound, for who reads it."""
        if part.mark is not None or not text:
            return
        self._end_words()
        self._ended = ended = asyncio.Event()
        self._clip = None
        self._tell(Spoken(part.shown or text, part.about, part.offset, part.offset))
        self._words = asyncio.create_task(self._follow(clip, part, text))
        whole_s = max(clip.duration_ms / 1000, len(text) * _READ_S) / self._rate
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(whole_s):
                await ended.wait()
        if self._ended is ended:
            self._end_words()

    async def _begin(self, key: str) -> None:
        """Starts a sound; one that the browser lost on the way is loaded once more."""
        mine = self._clip
        try:
            async with asyncio.timeout(_START_LIMIT_S):
                await self._start(key)
        except (TimeoutError, RuntimeError):
            if self._clip is not mine or self.is_gone:
                raise
            # The same address as before would not be loaded anew.
            self._asked_key, self._lost = "", self._lost + 1
            async with asyncio.timeout(_START_LIMIT_S):
                await self._start(key)

    async def _start(self, key: str) -> None:
        mine = self._clip
        await self._until_reloaded()
        if self._clip is not mine:
            return
        if self._audio is None or key != self._asked_key:
            self._load(key)
        elif self._loaded:
            if self._sounding:
                # What still sounds is not begun again by asking it to play.
                await self._audio.pause()
            await self._audio.play()
            return
        # To play, it would seek first, and that hangs until there is something to seek in.
        if self._audio is not None:
            await self._audio.resume()

    def _load(self, key: str) -> None:
        source = address(key) + (str(self._lost) if self._lost else "")
        self._asked_key, self._loaded = key, False
        if self._audio is None:
            self._audio = fta.Audio(
                src=source,
                release_mode=fta.ReleaseMode.STOP,
                playback_rate=self._rate,
                volume=self._volume,
                on_loaded=self._on_loaded,
                on_state_change=self._on_state,
            )
            self._page.update()
        else:
            self._audio.src = source
            self._audio.update()

    async def _until_reloaded(self) -> None:
        """What is asked of a sound that is not loaded yet is lost, or hangs, without an error."""
        if self._reloading is not None:
            try:
                async with asyncio.timeout(_LOAD_LIMIT_S):
                    await self._reloading.wait()
            except TimeoutError:
                log.info("the page did not say that it has its sound again")
            self._reloading = None

    def _on_loaded(self, _event: object) -> None:
        self._loaded = True
        if self._reloading is not None:
            self._reloading.set()

    async def _pause(self) -> None:
        if self._audio is not None:
            try:
                async with asyncio.timeout(_START_LIMIT_S):
                    await self._audio.pause()
            except (TimeoutError, RuntimeError) as problem:
                log.info("could not pause: %s", problem)

    async def _on_state(self, event: fta.AudioStateChangeEvent) -> None:
        self._sounding = event.state == fta.AudioState.PLAYING
        if event.state == fta.AudioState.PLAYING and self._clip is not None:
            self._end_words(quiet=True)
            clip, part, text = self._clip
            self._words = asyncio.create_task(self._follow(clip, part, text))
            self._begun = True
            self._since = asyncio.get_running_loop().time()
        elif event.state == fta.AudioState.COMPLETED and self._is_of_this_clip():
            self._heard_whole()
            self._ended.set()

    def _heard_whole(self) -> None:
        if self._since is not None and self._clip is not None:
            # the browser says so: our own clock would be late or early by a little
            self._since = None
            clip, part, text = self._clip
            if part.mark is None:
                self._on_heard(text, clip.duration_ms, clip.duration_ms)

    def _is_of_this_clip(self) -> bool:
        """Whether an end that is told now can be this clip's: the one before may tell late."""
        if self._begun or self._clip is None:
            return True
        passed_s = asyncio.get_running_loop().time() - self._asked_at
        return passed_s > self._clip[0].duration_ms / 2000

    async def _follow(self, clip: Clip, part: Part, text: str) -> None:
        begun = asyncio.get_running_loop().time()
        for word in clip.words:
            wait = begun + word.start_ms / 1000 / self._rate - asyncio.get_running_loop().time()
            if wait > 0:
                await asyncio.sleep(wait)
            first, last = part.offset + word.first, part.offset + word.last
            self._tell(Spoken(part.shown or text, part.about, first, last))

    def _tell_heard(self) -> None:
        """What sounds ends now, by itself or by something else."""
        since, self._since = self._since, None
        if since is None or self._clip is None:
            return
        clip, part, text = self._clip
        heard_ms = round((asyncio.get_running_loop().time() - since) * 1000 * self._rate)
        if part.mark is None:
            self._on_heard(text, min(heard_ms, clip.duration_ms), clip.duration_ms)

    def _end_words(self, *, quiet: bool = False) -> None:
        if not quiet:
            self._tell_heard()
        if self._words is not None:
            self._words.cancel()
            self._words = None
        if not quiet:
            self._tell(None)

    def _tell(self, spoken: Spoken | None) -> None:
        for watcher in tuple(self._watchers):
            watcher(spoken)


def _apart(parts: Iterable[Part], language: Language) -> tuple[Part, ...]:
    """Phrases that were joined for the screen, one by one: each has a voice of its own."""
    return tuple(
        replace(part, phrase=piece, shown=part.phrase.text(spoken_in), offset=at)
        for part in parts
        for spoken_in in (part.language or language,)
        for piece, at in part.phrase.placed(spoken_in)
    )


def _in_words(parts: Sequence[Part], language: Language) -> list[tuple[str, Language]]:
    """What is said by the voice: not what is recorded or only a sound."""
    said = [each for each in parts if each.mark is None and not each.recording]
    asked = [(each.phrase, each.language or language) for each in said]
    return [(phrase.text(spoken), spoken) for phrase, spoken in asked if phrase.text(spoken)]
