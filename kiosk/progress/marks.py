"""How far a learner's file goes, and what was last made of it: known without opening it."""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import msgspec
from tinydb.table import Document

from kiosk.progress.errors import ProgressError, UnknownRecord
from kiosk.progress.storage import JournalDB

SUMMARIES_NAME: Final = "summaries.log"
SUMMARIES_TABLE: Final = "learners"

log = logging.getLogger("kiosk")


@dataclass(frozen=True, slots=True)
class Mark:
    """The end of a learner's file: its bytes, its envelopes, its last sequence number.

    ``at`` is the latest time that this tablet gave; ``foreign`` the id of the last envelope where
    another tablet wrote that.
    """

    learner: str
    length: int = 0
    count: int = 0
    seq: int = 0
    at: str = ""
    foreign: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a learner's envelopes up to ``mark`` meant to the code of a certain print."""

    file: str
    mark: Mark
    code: str = ""
    digest: str = ""


class Summaries:
    """One small file that can be made again: the learners' own files are the truth.

    So it is written when there is time, and what it does not hold is no loss. A file that is
    broken, or of a newer kiosk, is begun anew.
    """

    def __init__(self, folder: Path) -> None:
        """Raises NotSaved."""
        self.path = folder / SUMMARIES_NAME
        try:
            self._db = JournalDB(self.path)
        except UnknownRecord:
            self.path.unlink()
            self._db = JournalDB(self.path)
        # What was damaged is made again, so nothing of it needs to be kept or told.
        self.path.with_name(f"{SUMMARIES_NAME}.damaged").unlink(missing_ok=True)
        self._table = self._db.table(SUMMARIES_TABLE)
        self._ids: dict[str, int] = {}

    def kept(self) -> dict[str, Kept]:
        """All that is kept, by the name of the learner's file."""
        found = {}
        for document in self._table:
            kept = kept_of(document)
            if kept:
                found[kept.file] = kept
                self._ids[kept.file] = document.doc_id
        return found

    def keep(self, kept: Iterable[Kept]) -> None:
        """Put these in the place of what was kept of the same learners; raises NotSaved."""
        documents = [Document(asdict(each), self._id(each.file)) for each in kept]
        if documents:
            self._table.put_multiple(documents)

    def forget(self, file: str) -> None:
        """Leave no byte about a learner; raises NotSaved."""
        self._table.erase(lambda document: document.get("file") == file)
        self._ids.pop(file, None)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def _id(self, file: str) -> int:
        if file not in self._ids:
            self._ids[file] = max(self._ids.values(), default=0) + 1
        return self._ids[file]


def kept_of(document: Mapping[str, Any]) -> Kept | None:
    """What a stored document keeps; None for another shape."""
    try:
        return msgspec.convert(dict(document), Kept)
    except msgspec.ValidationError:
        return None


def kept_if_possible(summaries: Summaries, kept: Iterable[Kept]) -> None:
    """Keeps them, or tells the log that the next opening has to fold them again."""
    try:
        summaries.keep(kept)
    except ProgressError as error:
        log.warning("summaries were not kept: %s", error)
