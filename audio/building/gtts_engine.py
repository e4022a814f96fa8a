"""gTTS as an engine: Google's voices for Chinese and English, over a network; no Uyghur."""

import io
import time
from collections.abc import Callable
from typing import Final

from audio.building.engine import Raw
from audio.errors import EngineUnavailable, SynthesisFailed
from audio.sounds.foreign import read_sound
from lessons.phrase import Language

_CODES: Final[dict[Language, str]] = {"zh": "zh-CN", "en": "en"}
TIMEOUT_S: Final = 8.0
"""For one answer of the service; without a network the failure is known by then."""
_TRIES: Final = 4
_FIRST_WAIT_S: Final = 5.0
"""After "too many requests"; doubled each time."""
_TOO_MANY: Final = 429


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
        return self._asked(text, language)

    def _asked(self, text: str, language: Language) -> Raw:
        if language not in _CODES:
            raise SynthesisFailed(text, language, "gTTS has no voice of this language")
        from gtts import gTTS, gTTSError  # it opens connections: only where it is wanted
        from requests import RequestException

        heard = io.BytesIO()
        try:
            gTTS(text, lang=_CODES[language], timeout=TIMEOUT_S).write_to_fp(heard)
        except gTTSError as error:
            if error.rsp is not None and error.rsp.status_code == _TOO_MANY:
                raise _Overrun(text, language, "the service wants fewer requests") from error
            if error.rsp is None:
                raise EngineUnavailable(self.name, _no_network(error)) from error
            raise SynthesisFailed(text, language, str(error)) from error
        except RequestException as error:
            raise EngineUnavailable(self.name, _no_network(error)) from error
        except AssertionError as error:  # nothing to say after its own clean-up
            raise SynthesisFailed(text, language, str(error)) from error
        return Raw(read_sound("gtts.mp3", heard.getvalue()))


class _Overrun(SynthesisFailed):
    """Asked too often."""


def _no_network(error: Exception) -> str:
    return f"the service cannot be reached, is there a network? ({type(error).__name__})"
