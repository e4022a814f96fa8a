"""Errors of the lessons room.

LessonsError
├── ContentError        broken content: says file, line, field and language
└── UnknownPlaceholder  a phrase was filled without one of its values
"""

from dataclasses import dataclass


class LessonsError(Exception):
    """Base of everything this room raises."""


@dataclass
class ContentError(LessonsError):
    """Content that cannot be used.

    ``file`` is relative to the content folder, ``line`` counts from 1, ``field`` is a dotted
    path such as ``steps.2.say``, ``language`` is set where one language of a phrase is at fault.
    """

    file: str
    line: int
    field: str
    problem: str
    language: str | None = None

    def __str__(self) -> str:
        language = f" [{self.language}]" if self.language else ""
        field = f"{self.field}{language}: " if self.field else ""
        return f"{self.file}:{self.line}: {field}{self.problem}"


@dataclass
class UnknownPlaceholder(LessonsError):
    """A phrase names ``{placeholder}`` and no value was given for it."""

    placeholder: str
    text: str

    def __str__(self) -> str:
        return f"no value for {{{self.placeholder}}} in {self.text!r}"
