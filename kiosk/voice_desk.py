"""The trainer's recording of voices: what is to be said, and the one way onto the shelf."""

from collections.abc import Iterable, Mapping

from audio.building.bringing import brought_clip, phrase_of
from audio.errors import NotKept
from audio.sayable import Sayable
from audio.shelf.card import Card
from audio.shelf.shelf import Shelf
from kiosk.progress.errors import NotSaved
from kiosk.takes import Take, Takes
from kiosk.to_record import ToRecord, first_used, is_recorded, latest_voice, to_record
from lessons.phrase import Language


class VoiceDesk:
    """The shelf of recordings that the kiosk speaks from: what is kept here is said at once."""

    def __init__(
        self,
        sayables: Iterable[Sayable],
        pictures: Mapping[str, str],
        shelf: Shelf,
        first_unit: str,
    ) -> None:
        self._sayables = tuple(sayables)
        self._pictures = pictures
        self._shelf = shelf
        self._first_unit = first_unit
        self._ordered: dict[Language, tuple[Sayable, ...]] = {}
        self._by_key: dict[tuple[str, Language], Sayable] = {}
        self.takes = Takes()

    def to_record(self, language: Language) -> ToRecord:
        """What is to be said, and how much of it is."""
        if language not in self._ordered:
            self._ordered[language] = first_used(self._sayables, language, self._first_unit)
        return to_record(self._ordered[language], self._shelf)

    def is_recorded(self, phrase: Sayable) -> bool:
        """Whether somebody said just these words."""
        return is_recorded(phrase, self._shelf)

    def latest_voice(self, language: Language) -> str:
        """The name of the voice that spoke last."""
        return latest_voice(self._shelf, language)

    def picture(self, phrase: Sayable) -> str:
        """The picture beside which it is said; empty where there is none."""
        filled_of = phrase.key.rpartition(".")[0]
        return self._pictures.get(phrase.key) or self._pictures.get(filled_of, "")

    def phrase(self, key: str, language: Language) -> Sayable | None:
        """What is said under a key; None where that phrase is gone."""
        if not self._by_key:
            self._by_key = {(each.key, each.language): each for each in self._sayables}
        return self._by_key.get((key, language))

    def recorded(self, phrase: Sayable) -> Take | None:
        """What is on the shelf. Reads the disk: call it off the event loop."""
        card = self._shelf.of_text(phrase.text_hash)
        sound = self._shelf.sound(card) if card else None
        return Take(card, sound) if card and sound else None

    def keep(self, takes: Iterable[tuple[Card, bytes]]) -> None:
        """Stores takes durably, all or none. Waits for the disk: call it off the event loop.

        Raises:
            kiosk.progress.errors.NotSaved: the disk did not take them; nothing has changed.
        """
        try:
            self._shelf.keep(takes)
        except NotKept as problem:
            raise NotSaved(self._shelf.folder, "failed", problem.reason) from problem

    def brought(
        self, name: str, content: bytes, language: Language, voice: str, key: str = ""
    ) -> Take:
        """A file that somebody brought, as a take. Decodes it: call it off the event loop.

        Raises:
            audio.errors.FileRefused: it is not what it should be.
            audio.errors.SynthesisFailed: there is nothing but silence in it.
        """
        phrases = {
            each.key: each
            for each in self._sayables
            if each.language == language and not each.is_open
        }
        return Take(*brought_clip(name, content, phrase_of(name, phrases, key), voice))
