"""What of a data folder is in a backup: what cannot be made again, and nothing else."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kiosk.progress.belongings import PHOTOS, RECORDINGS
from kiosk.progress.journal import JOURNAL_NAME
from kiosk.progress.learner_files import FOLDER_NAME as LEARNERS

VOICES: Final = "voices"
MOST_NAME: Final = 240

_WORD: Final = r"[A-Za-z0-9_][A-Za-z0-9_+.-]{0,99}"
_NAMES: Final = re.compile(
    rf"{re.escape(JOURNAL_NAME)}"
    rf"|{LEARNERS}/(?:[0-9a-z][0-9a-z-]{{0,63}}|_[0-9a-f]{{40}})\.log"
    rf"|{PHOTOS}/[0-9a-f]{{32}}"
    rf"|{RECORDINGS}/own-[0-9a-f]{{32}}\.wav"
    rf"|{VOICES}/{_WORD}(?:/{_WORD}){{0,5}}"
)
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
"""Windows takes these for devices, whatever stands behind the dot."""


def is_kept(name: str) -> bool:
    """Whether a name, with slashes, is that of a file that a backup may hold, on any system."""
    if len(name) > MOST_NAME or not _NAMES.fullmatch(name):
        return False
    return not any(part.endswith(".") or _RESERVED.fullmatch(part) for part in name.split("/"))


def is_journal(name: str) -> bool:
    """Whether it is a file of checksummed lines."""
    return name == JOURNAL_NAME or name.startswith(f"{LEARNERS}/")


def kept_files(folder: Path) -> list[str]:
    """The names of all files of a folder that belong into a backup, the journal first."""
    names = (path.relative_to(folder).as_posix() for path in _files(folder))
    return sorted(filter(is_kept, names), key=lambda name: (not is_journal(name), name))


def all_of_people(folder: Path) -> list[str]:
    """The same, and what else lies beside them: all that goes when another folder takes its place.

    A caller that replaces a folder must not leave a line about somebody in a file set aside.
    """
    beside = (*folder.glob(f"{JOURNAL_NAME}*"), *_below(folder / LEARNERS))
    names = {path.relative_to(folder).as_posix() for path in beside if path.is_file()}
    return sorted(names.union(kept_files(folder)))


def _files(folder: Path) -> Iterator[Path]:
    if (folder / JOURNAL_NAME).is_file():
        yield folder / JOURNAL_NAME
    for name in (LEARNERS, PHOTOS, RECORDINGS, VOICES):
        yield from _below(folder / name)


def _below(folder: Path) -> Iterator[Path]:
    """Files themselves, no links to others: they could lead anywhere."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield path
