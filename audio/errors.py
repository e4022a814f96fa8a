"""Errors of the audio room.

AudioError
├── CannotSay             these words cannot be heard now
│   ├── NothingToSay      the text has no word in it
│   ├── NoVoice           no voice can say this language
│   ├── SynthesisFailed   a voice was asked and could not
│   └── SpeechClosed      asked after ``close()``
├── FileRefused           a file that somebody brought is not what it should be
├── NotKept               the disk did not take a clip
└── EngineUnavailable     a way to make clips cannot be used on this machine now
"""

from dataclasses import dataclass
from typing import Literal

from lessons.phrase import Language


class AudioError(Exception):
    """Base of everything this room raises."""


@dataclass
class CannotSay(AudioError):
    """These words cannot be heard now."""

    text: str
    language: Language

    def __str__(self) -> str:
        return f"cannot say {self.text!r} [{self.language}]"


class NothingToSay(CannotSay):
    """The text has no word in it."""


class NoVoice(CannotSay):
    """No voice can say this language."""


class SpeechClosed(CannotSay):
    """Speech was closed."""


@dataclass
class SynthesisFailed(CannotSay):
    """A voice was asked and could not."""

    reason: str

    def __str__(self) -> str:
        return f"{super().__str__()}: {self.reason}"


@dataclass
class FileRefused(AudioError):
    """A file that somebody brought; ``name`` is the file's, nothing of it was kept."""

    name: str
    reason: str
    kind: Literal["sound", "phrase", "large", "long", "cut"] = "sound"
    """What is wrong with it: it is no sound, of no phrase, too large, too long, or cut off."""

    def __str__(self) -> str:
        shown = self.name if self.name.isprintable() else ascii(self.name)
        return f"{shown}: {self.reason}"


@dataclass
class NotKept(AudioError):
    """The disk did not take a clip; what was there before still is."""

    reason: str

    def __str__(self) -> str:
        return f"not saved: {self.reason}"


@dataclass
class EngineUnavailable(AudioError):
    """A way to make clips cannot be used on this machine now."""

    engine: str
    reason: str

    def __str__(self) -> str:
        return f"{self.engine}: {self.reason}"
