"""What a column of a table means."""

from dataclasses import dataclass

from kiosk.export.case import Case
from kiosk.progress.cells import Cell


@dataclass(frozen=True, slots=True)
class Column:
    """``values`` says which there are, where they are few."""

    key: str
    meaning: str
    unit: str = ""
    values: str = ""


WHO = (
    Column("learner", "the learner's random id, the same in all files", "", "UUID, or sample-..."),
    Column("sample", "whether she was made up by kiosk demo-data", "", "0 no, 1 yes"),
    Column("group", "the random id of her group; empty: none"),
)
"""The first columns of every table."""


def who(case: Case) -> tuple[Cell, ...]:
    """The cells of WHO."""
    return case.learner.id, int(case.learner.sample), case.learner.group
