"""espeak-ng in this process: text -> samples and the moment of every word.

The library has one state for the whole process and must be entered by one thread at a time, so a
lock guards it, and every call says again which data folder and voice it wants.
"""

import ctypes
import os
import sys
import threading
from array import array
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import espeakng_loader

_SYNCHRONOUS: Final = 2  # samples go to the callback, never to a sound device, before it returns
_DO_NOT_EXIT: Final = 0x8000  # without it a missing data file ends the process
_UTF8: Final = 1
_CHARACTERS: Final = 1  # positions are counted in characters
_RATE: Final = 1
_VOLUME: Final = 2
_END_OF_LIST: Final = 0
_WORD: Final = 1


class EspeakError(Exception):
    """The library is missing, has no data, or refused."""


@dataclass(frozen=True, slots=True)
class Mark:
    """At ``at_ms`` the voice begins to say what stands at character ``position``."""

    position: int
    at_ms: int


@dataclass(frozen=True, slots=True)
class Speaking:
    """Mono 16-bit samples at ``rate`` per second, and the marks of the words in them."""

    samples: "array[int]"
    rate: int
    marks: tuple[Mark, ...]


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", ctypes.c_char * 8),
    )


_Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event)
)


class _Library:
    """The one library of the process; use it only while holding ``lock``."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self._entry: Any = None
        self._data: Path | None = None
        self._rate = 0
        self._heard = bytearray()
        self._marks: list[Mark] = []
        self._callback = _Callback(self._hear)  # kept: C holds no reference to it

    def speak(
        self, text: str, voice: str, words_per_minute: int, data: Path, volume: int
    ) -> Speaking:
        self._open(data)
        self._heard.clear()
        self._marks.clear()
        _must(self._entry.espeak_SetVoiceByName(voice.encode()), f"voice {voice!r}")
        _must(self._entry.espeak_SetParameter(_RATE, words_per_minute, 0), "speed")
        _must(self._entry.espeak_SetParameter(_VOLUME, volume, 0), "volume")
        encoded = text.encode() + b"\0"
        _must(
            self._entry.espeak_Synth(encoded, len(encoded), 0, _CHARACTERS, 0, _UTF8, None, None),
            "synthesis",
        )
        return Speaking(array("h", bytes(self._heard)), self._rate, tuple(self._marks))

    def _open(self, data: Path) -> None:
        if self._data == data:
            return
        if self._entry is None:
            self._entry = _loaded()
        elif self._data is not None:
            self._entry.espeak_Terminate()
        self._data = None
        self._rate = self._entry.espeak_Initialize(_SYNCHRONOUS, 0, path_bytes(data), _DO_NOT_EXIT)
        if self._rate <= 0:
            raise EspeakError(f"no espeak-ng data in {data}")
        self._entry.espeak_SetSynthCallback(self._callback)
        self._data = data

    def _hear(self, samples: Any, count: int, events: Any) -> int:
        if samples and count > 0:
            self._heard += ctypes.string_at(samples, count * 2)
        index = 0
        while events[index].type != _END_OF_LIST:
            event = events[index]
            if event.type == _WORD:
                self._marks.append(Mark(event.text_position - 1, event.audio_position))
            index += 1
        return 0


_LIBRARY: Final = _Library()  # the C library is global, so this is too; it is opened on first use


def speak(text: str, voice: str, words_per_minute: int, data: Path, volume: int = 100) -> Speaking:
    """Say a text with a voice of the data folder, as fast as the processor can.

    ``volume`` is a share of the library's own, in percent.

    Raises:
        EspeakError: the library, its data or the voice is missing.
    """
    with _LIBRARY.lock:
        return _LIBRARY.speak(text, voice, words_per_minute, data, volume)


def path_bytes(path: Path) -> bytes:
    """A path as the library opens it.

    Raises:
        UnicodeEncodeError: on Windows, where the system's code page lacks a letter of it.
    """
    return str(path).encode("mbcs") if sys.platform == "win32" else os.fsencode(path)


def _must(status: int, what: str) -> None:
    """Turn the library's status into an error."""
    if status != 0:
        raise EspeakError(f"espeak-ng refused: {what} (status {status})")


def _loaded() -> ctypes.CDLL:
    path = espeakng_loader.get_library_path()
    try:
        return ctypes.CDLL(path)
    except OSError as error:
        raise EspeakError(f"cannot load {path}: {error}") from error
