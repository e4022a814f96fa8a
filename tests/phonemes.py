"""What espeak-ng says, as its own phonemes: the ears of the tests."""

import ctypes
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import espeakng_loader

from audio.espeak import speak
from audio.normalise import spoken_words
from audio.script import script
from lessons.phrase import Language

VOICES: dict[Language, str] = {"ug": "ug", "zh": "cmn", "en": "en"}
_UTF8 = 1


@lru_cache(maxsize=1)
def _library() -> Any:
    library = ctypes.CDLL(espeakng_loader.get_library_path())
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    return library


@lru_cache(maxsize=1)
def _opened(data: Path) -> Any:
    speak("a", "en", 135, data)
    return _library()


def heard_as_written(text: str, language: Language, data: Path) -> str:
    """The phonemes of a text given to the voice as it stands; ``(en)`` marks another voice."""
    _opened(data).espeak_SetVoiceByName(VOICES[language].encode())
    buffer = ctypes.create_string_buffer(text.encode() + b"\0")
    rest = ctypes.c_void_p(ctypes.addressof(buffer))
    heard = []
    while rest.value:
        heard.append(_library().espeak_TextToPhonemes(ctypes.byref(rest), _UTF8, 0).decode())
    return " ".join(heard)


def heard(text: str, language: Language, data: Path) -> str:
    """The phonemes of a text said as the kiosk says it."""
    return heard_as_written(script(spoken_words(text, language)).text, language, data)


def sounds(phonemes: str) -> str:
    """Only sounds and tones: no stress, no joints between words."""
    return re.sub(r"[',_|:;%\[\s-]", "", phonemes)
