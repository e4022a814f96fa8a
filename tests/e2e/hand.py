"""A hand and an ear at one screen: taps by identifier, and knows a sentence by its sound.

A clip's address is made of its words, so a test can wait until exactly this was said.
"""

from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import FloatRect

from audio.clip import key_of
from audio.embedded import EmbeddedVoice
from demo_store.world.catalogue import Catalogue, load_catalogue
from kiosk.player import address
from lessons.phrase import Language, Phrase
from tests.e2e.screen import Screen

THUMB = 44
"""The floor of what a finger finds, in logical pixels; ours are larger."""


@cache
def catalogue() -> Catalogue:
    """What the store knows."""
    return load_catalogue()


def clip_path(text: str, language: Language) -> str:
    """The path of the sound that says exactly this."""
    voice = EmbeddedVoice(Path())
    key = key_of(text, language, voice.name, voice.version_of(text, language))
    return urlsplit(address(key)).path


class Hand:
    """One person at one screen. ``kind`` is what she makes and is called ``{product}``."""

    def __init__(self, screen: Screen, language: Language = "ug", kind: str = "nang") -> None:
        self.screen = screen
        self.language: Language = language
        self.kind = kind
        self._heard_before = 0
        self._tapped = ""

    def text(self, phrase: Phrase) -> str:
        """The words of a phrase on her screen."""
        if "product" in phrase.placeholders():
            phrase = phrase.filled(product=catalogue().kind(self.kind).name)
        return phrase.text(self.language)

    def tap(self, identifier: str) -> None:
        """Tap it; what is heard from now on is the answer to it."""
        if identifier == self._tapped:
            self.waits()  # quicker, the same thing a second time would be a trembling hand
        self._tapped = identifier
        box = self.screen.box(identifier)
        assert self.reaches(box), f"{identifier!r} is not whole on the screen"
        self._heard_before = len(self.screen.plays())
        self.screen.touch(box)

    def reaches(self, box: FloatRect) -> bool:
        """Whether it is whole within the window: nothing scrolls, so nobody finds the rest."""
        window = self.screen.page.viewport_size
        assert window is not None
        right, below = window["width"] - box["width"], window["height"] - box["height"]
        if min(box["width"], box["height"]) < THUMB:  # the window's edge cuts the rest off
            return False
        return -1 <= box["x"] <= right + 1 and -1 <= box["y"] <= below + 1

    def waits(self) -> None:
        """Until what she sees has been the same for a moment."""
        before = None
        while before != (now := self.screen.identifiers()):
            before = now
            self.screen.page.wait_for_timeout(400)

    def answers(self) -> list[str]:
        """The sounds that began since the last tap."""
        return self.screen.plays()[self._heard_before :]

    def hears_something(self) -> None:
        """The last tap was not met with silence."""
        self.screen.wait(lambda: self.answers())

    def hears(self, phrase: Phrase) -> None:
        """The last tap was met with these words."""
        path = clip_path(self.text(phrase), self.language)
        self.screen.wait(lambda: path in self.answers())

    def reads(self, identifier: str, phrase: Phrase) -> None:
        """These words come to stand there."""
        self.screen.wait_value(identifier, self.text(phrase))

    def is_told(self, phrase: Phrase, place: str = "screen.sentence") -> None:
        """The phrase comes to stand on the screen and is heard."""
        self.reads(place, phrase)
        self.hears(phrase)

    def hears_again(self, phrase: Phrase) -> None:
        """The blue loudspeaker says it once more."""
        self.tap("speak.again")
        self.hears(phrase)

    def has_reloaded(self) -> None:
        """The page was loaded anew and counts its sounds from nothing."""
        self._heard_before = 0

    def ending(self, start: str) -> list[str]:
        """The ends of all identifiers on the screen that begin so: ``order:`` gives order ids."""
        names = self.screen.identifiers()
        return [name.removeprefix(start) for name in names if name.startswith(start)]
