"""Rows of learners: who is new gets a card, who is known is changed where a cell says otherwise.

An empty cell leaves what is there: a table without names takes nobody's name away.
"""

import re
import uuid
from collections.abc import Iterable
from typing import Final

from demo_store.world.catalogue import Catalogue
from kiosk.export.learners import COLUMNS
from kiosk.importing.coming import Coming
from kiosk.importing.groups import Groups
from kiosk.importing.table import Row, Table
from kiosk.people import LONGEST_FAMILY, LONGEST_NAME, LONGEST_NOTE
from kiosk.photos import PHOTO
from kiosk.picture_words import picture_names
from kiosk.progress.events import FamilyNamed, GroupChosen, LearnerEnrolled, NoteWritten
from kiosk.progress.kinds import Event
from kiosk.progress.records import Learner, Records
from lessons.phrase import LANGUAGES

NEEDED: Final = ("learner", "name", "picture", "language", "product")
KNOWN: Final = tuple(each.key for each in COLUMNS)
"""What else an export tells of a learner follows from her events and cannot come in."""

ID: Final = re.compile(r"[0-9a-z][0-9a-z-]{0,63}")
_LONGEST: Final = {
    "name": LONGEST_NAME,
    "family": LONGEST_FAMILY,
    "note": LONGEST_NOTE,
    "group_name": LONGEST_FAMILY,
}
_DRAWN: Final = tuple(f"learner-{number:02d}" for number in range(1, 25))


class Learners:
    """Takes rows in; what is wrong goes to the table that the rows are of."""

    def __init__(self, records: Records, catalogue: Catalogue, coming: Coming) -> None:
        self._records = records
        self._kinds = catalogue.kinds
        self._coming = coming
        self._groups = Groups(records, coming)
        self._seen: set[str] = set()

    def take(self, table: Table) -> None:
        """All rows of a table."""
        table.require(NEEDED, KNOWN)
        if table.wrong:
            return
        for row in table.rows:
            self._take(table, row)

    def _take(self, table: Table, row: Row) -> None:
        wrong = list(self._wrong(row))
        for column, what in wrong:
            table.is_wrong(row.line, column, what)
        if wrong:
            return
        learner = row.cells["learner"] or str(uuid.uuid4())
        self._seen.add(learner)
        known = self._records.learner(learner)
        events = [*self._card(learner, known, row), *self._about(learner, known, row)]
        self._coming.add(learner, *events)
        if known is None:
            self._coming.new.add(learner)
        elif events:
            self._coming.changed.add(learner)

    def _wrong(self, row: Row) -> Iterable[tuple[str, str]]:
        learner, cells = row.cells["learner"], row.cells
        if learner and not ID.fullmatch(learner):
            yield "learner", f"{learner!r} is no id"
        if learner in self._seen:
            yield "learner", f"{learner!r} stands there twice"
        if self._records.is_forgotten(learner):
            yield "learner", f"{learner!r} was forgotten here; without an id she is a new one"
        for column, there in (("language", LANGUAGES), ("product", tuple(self._kinds))):
            if cells[column] not in ("", *there):
                yield column, f"{cells[column]!r} is none of {', '.join(there)}"
        if self._records.learner(learner) is None:
            yield from ((each, "is empty") for each in ("language", "product") if not cells[each])
        picture = cells["picture"]
        if picture and not picture.startswith(PHOTO) and picture not in picture_names():
            yield "picture", f"there is no picture {picture!r}"
        for column, most in _LONGEST.items():
            if len(cells.get(column, "")) > most:
                yield column, f"is longer than {most} letters"
        yield from self._groups.wrong(cells.get("group", ""), cells.get("group_name", ""))

    def _card(self, learner: str, known: Learner | None, row: Row) -> Iterable[Event]:
        cells = row.cells
        now = known or Learner(learner, "ug", picture=_drawn(learner))
        card = LearnerEnrolled(
            learner=learner,
            picture=self._picture(cells["picture"], now.picture),
            product_kind=cells["product"] or now.product_kind,
            language=next((each for each in LANGUAGES if each == cells["language"]), now.language),
            name=cells["name"] or now.name,
            name_clip=now.name_clip,
            secret_hash=now.secret_hash,
        )
        before = (now.picture, now.product_kind, now.language, now.name)
        if known is None or before != (card.picture, card.product_kind, card.language, card.name):
            yield card

    def _picture(self, wanted: str, now: str) -> str:
        if wanted.startswith(PHOTO) and wanted != now:
            self._coming.photos += 1
            return now
        return wanted or now

    def _about(self, learner: str, known: Learner | None, row: Row) -> Iterable[Event]:
        cells = row.cells
        family, note = cells.get("family", ""), cells.get("note", "")
        if family and family != (known.family if known else ""):
            yield FamilyNamed(learner, family)
        if note and note != self._records.note(learner):
            yield NoteWritten(learner, note)
        group = self._groups.meant(cells.get("group", ""), cells.get("group_name", ""))
        if group and group != (known.group if known else ""):
            yield GroupChosen(learner, group)


def _drawn(learner: str) -> str:
    """Always the same picture for one of whom a table tells none."""
    return _DRAWN[sum(learner.encode()) % len(_DRAWN)]
