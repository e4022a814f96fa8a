"""Errors of the audio room.

AudioError
├── NothingToSay      the text has no word in it
├── NoVoice           no voice can say this language
├── SynthesisFailed   a voice was asked and could not
└── SpeechClosed      asked after ``close()``
"""

from dataclasses import dataclass

from lessons.phrase import Language


@dataclass
class AudioError(Exception):
    """Base of everything this room raises: these words cannot be heard now."""

    text: str
    language: Language

    def __str__(self) -> str:
        return f"cannot say {self.text!r} [{self.language}]"


class NothingToSay(AudioError):
    """The text has no word in it."""


class NoVoice(AudioError):
    """No voice can say this language."""


class SpeechClosed(AudioError):
    """Speech was closed."""


@dataclass
class SynthesisFailed(AudioError):
    """A voice was asked and could not."""

    reason: str

    def __str__(self) -> str:
        return f"{super().__str__()}: {self.reason}"
