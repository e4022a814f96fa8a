"""Many of the same size on a page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from kiosk.papers.paper import Paper

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Grid:
    """``columns`` times ``rows`` of ``width`` times ``height`` millimetres, in the middle."""

    columns: int
    rows: int
    width: float
    height: float

    def placed(self, paper: Paper, things: Iterable[T]) -> Iterator[tuple[T, float, float]]:
        """Each with its corner, the first where reading begins; pages are begun as needed."""
        each = self.columns * self.rows
        left = (paper.width - self.columns * self.width) / 2
        top = (paper.height - self.rows * self.height) / 2
        for number, thing in enumerate(things):
            row, column = divmod(number % each, self.columns)
            if number % each == 0:
                paper.page()
            if paper.right_to_left:
                column = self.columns - 1 - column
            yield thing, left + column * self.width, top + row * self.height
