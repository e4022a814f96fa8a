"""The tables beside this code: a word, a space, what belongs to it; ``#`` begins a remark."""

from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).parent


def table(name: str) -> list[tuple[str, str]]:
    """The rows of a table."""
    rows = []
    for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines():
        word, _, rest = line.partition("#")[0].strip().partition(" ")
        if word:
            rows.append((word, rest.strip()))
    return rows
