"""A folder of files, written beside and put under its name when all of it is there."""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Final, Protocol

from kiosk.export.case import Case, Wanted, case_of, wanted_learners
from kiosk.export.csv_files import CsvFiles
from kiosk.export.errors import ExportProblem
from kiosk.export.jsonl_file import JsonLines
from kiosk.export.xapi_file import XapiFile
from kiosk.export.xlsx_file import XlsxFile
from kiosk.litter import no_litter
from kiosk.progress.durable import sync_folder
from kiosk.progress.journal import Journal
from kiosk.progress.records import Records


class Written(AbstractContextManager["Written", None], Protocol):
    """A file, or files, that learners are added to."""

    def add(self, case: Case) -> None:
        """One more learner."""


FORMATS: Final[Mapping[str, Callable[[Path, Wanted], Written]]] = MappingProxyType(
    {"csv": CsvFiles, "xlsx": XlsxFile, "xapi": XapiFile, "jsonl": JsonLines}
)

Done = Callable[[], None]


def write(
    folder: Path,
    formats: Sequence[str],
    journal: Journal,
    records: Records,
    wanted: Wanted,
    one_more: Done = lambda: None,
) -> int:
    """Write ``folder``, whole or not at all; the number of learners in it.

    Learner after learner is read and written, so that memory holds one of them; ``one_more`` is
    called after each.

    Raises:
        ExportProblem: the folder is not empty or could not be written.
        kiosk.progress.errors.UnknownRecord: a newer kiosk wrote a learner's file.
    """
    learners = wanted_learners(records, wanted)
    with _whole(folder) as draft, ExitStack() as opened, no_litter():
        files = [opened.enter_context(FORMATS[each](draft, wanted)) for each in formats]
        for learner in learners:
            case = case_of(learner, records, journal, wanted)
            for file in files:
                file.add(case)
            one_more()
    return len(learners)


@contextmanager
def _whole(folder: Path) -> Iterator[Path]:
    """A draft of the folder that takes its name if all goes well; else nothing stays of it."""
    draft = folder.with_name(f".{folder.name}.new")
    try:
        _require_free(folder)
        folder.parent.mkdir(parents=True, exist_ok=True)
        _remove(draft)  # what a power cut left
        draft.mkdir()
        yield draft
        for file in draft.iterdir():
            _sync(file)
        if folder.exists():
            folder.rmdir()
        draft.rename(folder)
        sync_folder(folder.parent)
    except OSError as error:
        raise ExportProblem(f"{folder} was not written: {error.strerror or error}") from error
    finally:
        _remove(draft)


def _require_free(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise ExportProblem(f"{folder} is no folder")
    if folder.exists() and next(folder.iterdir(), None):
        raise ExportProblem(f"{folder} is not empty: name a new folder")


def _remove(draft: Path) -> None:
    if draft.exists():
        shutil.rmtree(draft, ignore_errors=True)


def _sync(file: Path) -> None:
    fd = os.open(file, os.O_RDWR)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)
