"""gTTS as an engine: Google's voices for Chinese and English, over a network; no Uyghur."""

import queue
import threading
import time
from array import array
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from audio.building.engine import Raw
from audio.errors import AudioError, EngineUnavailable, FileRefused, SynthesisFailed
from audio.sounds.foreign import RATE, Samples, read_sound
from lessons.phrase import Language

if TYPE_CHECKING:
    from gtts import gTTSError

_CODES: Final[dict[Language, str]] = {"zh": "zh-CN", "en": "en"}
TIMEOUT_S: Final = 5.0
"""For one answer of the service; without a network the failure is known by then."""
_TRIES: Final = 4
_FIRST_WAIT_S: Final = 5.0
"""After "too many requests"; doubled each time."""
_TOO_MANY: Final = 429
_FINE: Final = 200
_REFUSED: Final = (401, 403, 451)
_NO_NETWORK: Final = "the service cannot be reached, is there a network?"


class GttsEngine:
    """Asks the service for one text at a time, no faster than it likes."""

    name = "gtts"
    languages: tuple[Language, ...] = tuple(_CODES)
    pause_s = 0.5

    def __init__(self, sleep: Callable[[float], None] = time.sleep) -> None:
        self._sleep = sleep

    def check(self) -> None:
        """Asks for one word."""
        try:
            self._asked("good", "en")
        except SynthesisFailed as error:
            raise EngineUnavailable(self.name, error.reason) from error

    def make(self, text: str, language: Language) -> Raw:
        """The text as sound; waits and asks again where the service is overrun."""
        wait = _FIRST_WAIT_S
        for _ in range(_TRIES - 1):
            try:
                return self._asked(text, language)
            except _Overrun:
                self._sleep(wait)
                wait *= 2
        try:
            return self._asked(text, language)
        except _Overrun as error:  # the next text would fare no better
            raise EngineUnavailable(self.name, error.reason) from error

    def _asked(self, text: str, language: Language) -> Raw:
        if language not in _CODES:
            raise SynthesisFailed(text, language, "the service has no voice of this language")
        answers = _Answers(text, language)
        samples = array("h")
        while sound := answers.next(TIMEOUT_S):
            try:
                samples += read_sound("gtts.mp3", sound).values  # each piece is a file by itself
            except FileRefused as error:
                raise SynthesisFailed(text, language, error.reason) from error
        if not samples:
            raise SynthesisFailed(text, language, "the service answered without sound")
        return Raw(Samples(samples, RATE))


class _Answers:
    """The service's answers to the pieces of a text, asked for on a thread that may be left.

    The library's own limit is for each address of the host and for each piece of an answer, and
    none at all holds for looking up the host's name: without a network that may take a minute.
    """

    def __init__(self, text: str, language: Language) -> None:
        self._text, self._language = text, language
        self._heard: queue.SimpleQueue[bytes | AudioError] = queue.SimpleQueue()
        threading.Thread(target=self._ask, name="gtts", daemon=True).start()

    def next(self, longest_s: float) -> bytes:
        """The next piece of sound, an MP3 file; no bytes at the end.

        Raises:
            EngineUnavailable: there is no network, or it took too long.
            SynthesisFailed: the service cannot say this, or wants to be asked later.
        """
        try:
            heard = self._heard.get(timeout=longest_s)
        except queue.Empty:
            raise EngineUnavailable(GttsEngine.name, _NO_NETWORK) from None
        if isinstance(heard, AudioError):
            raise heard
        return heard

    def _ask(self) -> None:
        try:
            from gtts import gTTS, gTTSError  # it opens connections: only where it is wanted
        except ImportError:
            self._fail_for_all("the package is missing: pip install gTTS")
            return
        try:
            # its own check of the language complains of zh-CN, and gives zh-CN in its place
            code = _CODES[self._language]
            asked = gTTS(self._text, lang=code, lang_check=False, timeout=TIMEOUT_S)
            for sound in asked.stream():
                if sound:
                    self._heard.put(sound)
            self._heard.put(b"")
        except gTTSError as error:
            self._put_problem(error)
        except AssertionError:  # the library's own check of the text
            self._fail("there is no word in it")
        except Exception:  # what is no JSON, or no base64: this text cannot be made
            self._fail("the answer of the service cannot be understood")

    def _put_problem(self, error: "gTTSError") -> None:
        """In our words: the library's own guess at causes such as a wrong country."""
        status = None if error.rsp is None else error.rsp.status_code
        if status is None:
            self._fail_for_all(_NO_NETWORK)
        elif status in _REFUSED:
            self._fail_for_all(f"the service refuses this computer ({status}), try again later")
        elif status == _TOO_MANY:
            why = "the service wants fewer requests, try again later"
            self._heard.put(_Overrun(self._text, self._language, why))
        elif status == _FINE:
            self._fail("the service answered without sound")
        else:
            self._fail(f"the service answered with an error ({status})")

    def _fail(self, why: str) -> None:
        self._heard.put(SynthesisFailed(self._text, self._language, why))

    def _fail_for_all(self, why: str) -> None:
        self._heard.put(EngineUnavailable(GttsEngine.name, why))


class _Overrun(SynthesisFailed):
    """Asked too often."""
