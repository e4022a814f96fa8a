"""What a learner is called where the trainer reads of her: her name, else her picture."""

from collections import Counter
from functools import cached_property

from demo_store.world.catalogue import Catalogue
from kiosk.photos import PHOTO
from kiosk.picture_words import picture_names, picture_words
from kiosk.progress.records import Group, Learner, Records
from kiosk.wording import number, words
from lessons.phrase import LANGUAGES, Phrase, same_in_all


class Names:
    """What everybody is called, so that those without a written name are not called alike.

    A photo is told by what she makes; among equals who came later has a number. Make it anew for
    each screen: it is reckoned when it is first needed.
    """

    def __init__(self, records: Records, catalogue: Catalogue) -> None:
        self._records = records
        self._catalogue = catalogue

    def of(self, learner: Learner) -> Phrase:
        """Her name as it was written, else what tells her from others."""
        if learner.name:
            return same_in_all(learner.name)
        shown, place = self._without_number(learner), self._places.get(learner.id, 1)
        if place == 1:
            return shown
        ug, zh, en = (f"{shown.text(each)} {number(place).text(each)}" for each in LANGUAGES)
        return Phrase(ug, zh, en)

    def of_picture(self, learner: Learner) -> Phrase:
        """What her picture shows; where she has no written name, what tells her from others."""
        return name_of_picture(learner.picture) if learner.name else self.of(learner)

    def _without_number(self, learner: Learner) -> Phrase:
        kind = self._catalogue.kinds.get(learner.product_kind)
        if learner.picture.startswith(PHOTO) and kind is not None:
            return words("trainer.photo-and-product", product=kind.name)
        return name_of_picture(learner.picture)

    @cached_property
    def _places(self) -> dict[str, int]:
        """The number of each among her equals, by id; the first enrolled is the first."""
        count: Counter[Phrase] = Counter()
        places = {}
        for learner in self._records.learners:
            if not learner.name and not learner.guest:
                shown = self._without_number(learner)
                count[shown] += 1
                places[learner.id] = count[shown]
        return places


def name_of_picture(picture: str) -> Phrase:
    """What a learner's picture shows; of a photo only that it is one."""
    if picture.startswith(PHOTO):
        return words("trainer.photo")
    return picture_words(picture) if picture in picture_names() else words("start.learner")


def name_of_group(group: Group) -> Phrase:
    """Its name as it was typed, or its picture's."""
    return same_in_all(group.name) if group.name else name_of_picture(group.picture)
