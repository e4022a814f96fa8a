"""What the trainer takes away while the kiosk runs: papers to print, and a copy of everything."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Final

from kiosk.backup.contents import kept_files
from kiosk.backup.errors import BackupError
from kiosk.backup.noted import note
from kiosk.backup.writing import write_backup
from kiosk.classroom import Classroom
from kiosk.papers.holder import Order
from kiosk.papers.holders import Holders
from kiosk.papers.kinds import PAPERS
from kiosk.papers.parcels import parcels_of, shared_orders
from kiosk.papers.village import village
from kiosk.photos import Photos
from kiosk.progress.durable import make_folder, replace_file
from kiosk.progress.errors import NotSaved
from kiosk.progress.records import Learner
from lessons.phrase import Language

EXPORTS: Final = "exports"
_READABLE_BY_ALL: Final = 0o644


class Takeaway:
    """Files in the folder of exports. All of it takes a while: call it off the event loop."""

    def __init__(self, classroom: Classroom, photos: Photos, data: Path) -> None:
        self._classroom = classroom
        self._photos = photos
        self._data = data

    def paper(
        self, kind: str, learners: Iterable[Learner], language: Language, group: str = ""
    ) -> Path:
        """A PDF of one of `PAPERS`; ``group`` is the name that stands on it.

        Raises:
            kiosk.progress.errors.NotSaved: the disk did not take it; no partial file stays.
        """
        room = self._classroom
        holders = Holders(room.records, room.course, room.catalogue, self._photos, language)
        today = datetime.now().astimezone().date()
        paper = PAPERS[kind](Order(holders.of(learners), language, today, group))
        path = self._new(kind, "pdf")
        replace_file(path, [paper], _READABLE_BY_ALL)
        return path

    def village_papers(self, learner: Learner, language: Language) -> Path | None:
        """Labels and stamps of the order that her village worked on last; None before any.

        Raises:
            kiosk.progress.errors.NotSaved: as `paper`.
        """
        room = self._classroom
        hers = room.village(learner.id)
        last = shared_orders(hers)[-1:]
        if not last:
            return None
        role = room.villages.scene.learner
        parcels = parcels_of(hers, learner, role, last, room.catalogue, language)
        today = datetime.now().astimezone().date()
        path = self._new("village", "pdf")
        replace_file(path, [village(Order((), language, today), parcels)], _READABLE_BY_ALL)
        return path

    def backup(self) -> Path:
        """A copy of everything, as ``kiosk restore`` takes it.

        Each file is read as it is at that moment: files only grow by whole lines, so what is
        written meanwhile is in the next copy.

        Raises:
            kiosk.progress.errors.NotSaved: it could not be written; no partial file stays.
        """
        path = self._new("backup", "zip")
        names = kept_files(self._data)
        try:
            manifest, _ = write_backup(self._data, names, path, None, lambda: None)
        except BackupError as error:
            if isinstance(error.__cause__, OSError):
                raise NotSaved.because(path, error.__cause__) from error
            raise NotSaved(path, "failed", str(error)) from error
        note(self._data, path, manifest.made)
        return path

    def delete_all(self) -> None:
        """Deletes what was taken away before: whoever is forgotten may be in it.

        Raises:
            OSError: a file could not be deleted.
        """
        for path in (self._data / EXPORTS).glob("*"):
            if path.is_file():
                path.unlink(missing_ok=True)

    def _new(self, name: str, ending: str) -> Path:
        folder = self._data / EXPORTS
        make_folder(folder)
        return folder / f"{name}-{datetime.now().astimezone():%Y-%m-%d-%H%M%S}.{ending}"
