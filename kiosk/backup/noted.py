"""Which backups were made of a data folder: whoever is forgotten later is still in them."""

import json
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from kiosk.progress import durable
from kiosk.progress.errors import NotSaved

NOTED_NAME: Final = "backups.json"
_MOST: Final = 200


def note(folder: Path, backup: Path, made: str) -> None:
    """Remember it, if the disk lets us; the newest of a name counts."""
    kept = [each for each in _read(folder) if each[0] != str(backup)]
    with suppress(NotSaved):
        durable.replace_file(
            folder / NOTED_NAME, [json.dumps([*kept, (str(backup), made)][-_MOST:]).encode()]
        )


def made_since(folder: Path, first: datetime | None) -> list[str]:
    """Those made after a time, oldest first; all of them without one."""
    return [path for path, made in _read(folder) if first is None or _time(made) >= first]


def _read(folder: Path) -> list[tuple[str, str]]:
    try:
        found = json.loads((folder / NOTED_NAME).read_bytes())
        pairs = [(str(path), str(made)) for path, made in found]
        return [pair for pair in pairs if _time(pair[1])]
    except (OSError, ValueError, TypeError):
        return []


def _time(text: str) -> datetime:
    time = datetime.fromisoformat(text)
    if time.tzinfo is None:
        raise ValueError(text)
    return time
