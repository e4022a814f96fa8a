"""What lies beside a journal and belongs to a learner: photos she took and what she said.

It is known by the random keys that stand in her events, so it is found also in lines that are
damaged or of a newer kiosk.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from kiosk.progress.errors import NotSaved

PHOTOS: Final = "photos"
RECORDINGS: Final = "recordings"

_KEY: Final = re.compile(rb'"(?:photo:)?((?:own-)?[0-9a-f]{32})"')


def names_in(lines: bytes) -> frozenset[str]:
    """The names, in a data folder, of the photos and recordings that lines of a file tell of."""
    return frozenset(map(_name, _KEY.findall(lines)))


def remove(folder: Path, names: Iterable[str]) -> None:
    """Delete them where they are there; raises NotSaved."""
    for name in names:
        try:
            (folder / name).unlink(missing_ok=True)
        except OSError as error:
            raise NotSaved.because(folder / name, error) from error


def _name(key: bytes) -> str:
    text = key.decode("ascii")
    return f"{RECORDINGS}/{text}.wav" if text.startswith("own-") else f"{PHOTOS}/{text}"
