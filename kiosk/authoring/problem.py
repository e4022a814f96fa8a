"""What is wrong with the content, and where."""

from dataclasses import asdict, dataclass
from typing import Literal

from lessons.errors import ContentError
from lessons.node import Node

Level = Literal["error", "warning"]
"""error: the content must not be taught like this; warning: somebody should look at it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem. ``file`` is named from the project's folder, ``line`` counts from 1.

    ``field`` is a dotted path such as ``steps.2.say``, ``language`` is set where one language of a
    phrase is at fault, ``rule`` names what was broken.
    """

    level: Level
    rule: str
    file: str
    line: int
    field: str
    language: str | None
    problem: str

    def __str__(self) -> str:
        language = f" [{self.language}]" if self.language else ""
        field = f" {self.field}{language}:" if self.field or self.language else ""
        return f"{self.file}:{self.line}: {self.level}:{field} {self.problem} ({self.rule})"

    def as_json(self) -> dict[str, str | int | None]:
        """For programs."""
        return asdict(self)


def at(node: Node, level: Level, rule: str, problem: str, language: str | None = None) -> Problem:
    """A problem at a place of a file."""
    return Problem(level, rule, node.file, node.line, node.path, language, problem)


def of_content(error: ContentError, folder: str = "") -> Problem:
    """What a reader of content refused; ``folder`` is what its files are named from."""
    file = f"{folder}/{error.file}" if folder else error.file
    return Problem("error", "format", file, error.line, error.field, error.language, error.problem)
