"""Every picture is drawn, and says where it comes from and under which licence."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kiosk.authoring.problem import Problem, at
from kiosk.authoring.texts import PICTURES, ContentFile
from lessons.errors import ContentError
from lessons.node import Node

LICENCES: Final = {
    "own": "LICENSE",
    "fluent-emoji-flat": f"{PICTURES}/LICENSE.fluent-emoji.txt",
}
"""The licence of each source that a picture may have."""
BOOK: Final = f"{PICTURES}/pictures.yaml"


def picture_problems(file: ContentFile, project: Path) -> Iterator[Problem]:
    """What is wrong with the list of pictures."""
    if file.name != BOOK or not isinstance(file.node.value, dict):
        return
    for name, entry in file.node.entries():
        if not (project / PICTURES / f"{name}.svg").is_file():
            yield at(entry, "error", "pictures", f"there is no drawing {name}.svg")
        yield from _credit(entry, project)


def _credit(entry: Node, project: Path) -> Iterator[Problem]:
    try:
        credit = entry.field("credit")
        licence = LICENCES.get(credit.text())
    except ContentError as error:
        yield Problem("error", "pictures", error.file, error.line, error.field, None, error.problem)
        return
    if licence is None:
        known = ", ".join(LICENCES)
        yield at(credit, "error", "pictures", f"has no licence that is known; known are {known}")
    elif not (project / licence).is_file() and (project / "pyproject.toml").is_file():
        yield at(credit, "error", "pictures", f"its licence is missing: {licence}")
