"""Learners of the journal as papers show them."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from demo_store.world.catalogue import Catalogue
from kiosk.naming import Names
from kiosk.papers.holder import Holder
from kiosk.papers.paper import NOBODY, PICTURES
from kiosk.photos import PHOTO, Photos
from kiosk.progress.records import Learner, Records
from lessons.course import Course
from lessons.phrase import Language

_STANDS_FOR: Final = PICTURES / "star.svg"


class Holders:
    """Knows what a learner's card, course and product look like in a language."""

    def __init__(
        self,
        records: Records,
        course: Course,
        catalogue: Catalogue,
        photos: Photos,
        language: Language,
    ) -> None:
        self._records = records
        self._course = course
        self._catalogue = catalogue
        self._photos = photos
        self._language = language
        self._names = Names(records, catalogue)

    def of(self, learners: Iterable[Learner]) -> list[Holder]:
        """Each of them."""
        return [self._holder(each) for each in learners]

    def _holder(self, learner: Learner) -> Holder:
        kind = self._catalogue.kinds.get(learner.product_kind)
        done = self._records.summary(learner.id).lessons_done
        finished = [each for each in self._course.lessons() if each.id in done]
        return Holder(
            id=learner.id,
            name=self._names.of(learner).text(self._language),
            picture=self._picture(learner.picture),
            family=learner.family,
            product=drawn(kind.picture) if kind else None,
            product_name=kind.name.text(self._language) if kind else "",
            lessons=tuple(
                (each.title.text(self._language), drawn(each.picture)) for each in finished
            ),
        )

    def _picture(self, picture: str) -> Path:
        if picture.startswith(PHOTO):
            return self._photos.file(picture.removeprefix(PHOTO)) or NOBODY
        found = drawn(picture)
        return NOBODY if found is _STANDS_FOR else found


def drawn(picture: str) -> Path:
    """The file of a drawn picture, or of what stands for one that is not there."""
    path = PICTURES / f"{picture}.svg"
    return path if picture and path.is_file() else _STANDS_FOR
