"""Speech: a text in, a clip out, from the best voice that can say it."""

import asyncio
import threading
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Final

from audio.cache import ClipCache
from audio.clip import Clip, MadeClip, key_of
from audio.embedded import EmbeddedVoice
from audio.errors import AudioError, CannotSay, NoVoice, SpeechClosed, SynthesisFailed
from audio.memory import Memory
from audio.sounds.kind import WAV, kind_of
from audio.sounds.opus import compressed
from audio.voice import Voice
from audio.worker import Worker, WorkerClosed
from lessons.phrase import LANGUAGES, Language

DISK_BYTES: Final = 256 * 1024 * 1024
MEMORY_BYTES: Final = 24 * 1024 * 1024
_REMEMBERED_ASKS: Final = 5_000


class Speech:
    """Voices in order, what they made kept in memory and on disk, one thread on which they speak.

    Every method may be called from any thread. Only the ``async`` ones, `prepare` and `close` of an
    idle speech are quick enough for an event loop.
    """

    def __init__(
        self,
        cache_folder: Path,
        voices: Sequence[Voice] | None = None,
        disk_bytes: int = DISK_BYTES,
        memory_bytes: int = MEMORY_BYTES,
    ) -> None:
        self._voices = (EmbeddedVoice(cache_folder),) if voices is None else tuple(voices)
        self._disk = ClipCache(cache_folder / "clips", disk_bytes)
        self._memory = Memory(memory_bytes)
        self._worker = Worker("speech")
        self._lock = threading.RLock()  # a future that is already done calls back at once
        self._being_made: dict[tuple[str, Language], Future[Clip]] = {}
        self._asked: OrderedDict[str, tuple[str, Language]] = OrderedDict()

    def clip(self, text: str, language: Language) -> Clip:
        """The clip of a text; blocks until it is made.

        Raises:
            CannotSay: nobody can say it.
        """
        return self._known(text, language) or self._making(text, language).result()

    async def clip_soon(self, text: str, language: Language) -> Clip:
        """The clip of a text, without holding up the event loop.

        Raises:
            CannotSay: nobody can say it.
        """
        known = self._known(text, language)
        if known:
            return known
        # shielded: another screen may be waiting for the same clip
        return await asyncio.shield(asyncio.wrap_future(self._making(text, language)))

    def sound(self, key: str) -> bytes | None:
        """The file of a clip that was handed out; None where there is none.

        May read the disk or even speak again, so a server calls it in a thread.
        """
        made = self._memory.get(key) or self._disk.get(key)
        if made:
            return made.sound
        with self._lock:
            asked = self._asked.get(key)
        if asked is None:
            return None
        try:
            made_again = self._memory.get(self.clip(*asked).key)
        except AudioError:
            return None
        return made_again.sound if made_again else None

    def prepare(self, texts: Iterable[tuple[str, Language]]) -> None:
        """Make these ready while nothing else is asked for; dropped when something is."""
        self._worker.when_idle([partial(self._make, text, language) for text, language in texts])

    def voices(self) -> dict[Language, dict[str, str]]:
        """For every language its voices, best first, each with its problem or ``""``."""
        return self._worker.soon(self._checked).result()

    def forget(self) -> None:
        """Drop every clip: a learner's name may be in one. They are made again when needed.

        Raises:
            OSError: a clip could not be removed.
        """
        with self._lock:
            self._asked.clear()
            self._memory.clear()
            self._disk.clear()

    def close(self) -> None:
        """Finish what is being said and end the thread."""
        self._worker.close()

    def _known(self, text: str, language: Language) -> Clip | None:
        for voice in self._voices:
            if voice.can_say(text, language):
                made = self._memory.get(_key(voice, text, language))
                return made.clip if made else None
        return None

    def _making(self, text: str, language: Language) -> Future[Clip]:
        """The one future of a text, however often it is asked for."""
        ask = (text, language)
        with self._lock:
            future = self._being_made.get(ask)
            if future is None:
                try:
                    future = self._worker.soon(partial(self._make, text, language))
                except WorkerClosed:
                    raise SpeechClosed(text, language) from None
                self._being_made[ask] = future
                future.add_done_callback(lambda _: self._made(ask))
            return future

    def _made(self, ask: tuple[str, Language]) -> None:
        with self._lock:
            self._being_made.pop(ask, None)

    def _make(self, text: str, language: Language) -> Clip:
        """Runs on the worker: the first voice that can, else the error of the last that tried."""
        error: CannotSay = NoVoice(text, language)
        for voice in self._voices:
            if voice.can_say(text, language):
                try:
                    return self._from(voice, text, language)
                except CannotSay as failed:
                    error = failed
                except Exception as failed:  # whatever a voice does wrong, one error comes out
                    error = SynthesisFailed(text, language, repr(failed))
        raise error

    def _from(self, voice: Voice, text: str, language: Language) -> Clip:
        key = _key(voice, text, language)
        made = self._memory.get(key) or self._disk.get(key)
        if made is None:
            spoken = voice.say(text, language)
            clip = Clip(key, language, spoken.duration_ms, spoken.words, voice.name)
            made = MadeClip(clip, spoken.sound)
            if kind_of(made.sound) == WAV:  # else it is a file already
                self._worker.afterwards(partial(self._shrink, made))
        self._memory.put(made)
        self._remember(key, text, language)
        return made.clip

    def _shrink(self, made: MadeClip) -> None:
        """Keep a clip compressed: after it was first heard, so that nobody waits for that.

        In memory it stays as it was handed out: a browser asks for the rest of what it has begun.
        """
        small = MadeClip(made.clip, compressed(made.sound))
        with self._lock:
            if self._memory.get(made.clip.key) is made:  # else it was forgotten meanwhile
                self._disk.put(small)

    def _remember(self, key: str, text: str, language: Language) -> None:
        with self._lock:
            self._asked[key] = (text, language)
            while len(self._asked) > _REMEMBERED_ASKS:
                self._asked.popitem(last=False)

    def _checked(self) -> dict[Language, dict[str, str]]:
        return {
            language: {voice.name: _problem(voice, language) for voice in self._voices}
            for language in LANGUAGES
        }


def _key(voice: Voice, text: str, language: Language) -> str:
    return key_of(text, language, voice.name, voice.version_of(text, language))


def _problem(voice: Voice, language: Language) -> str:
    try:
        voice.check(language)
    except Exception as error:  # a report never fails
        return str(error)
    return ""
