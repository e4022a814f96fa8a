"""What stands in one cell of a table that a spreadsheet opens."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

Cell = str | int | float | Decimal | None
"""Text may come from people; numbers are ours, so a leading minus is one and stays one."""

# A spreadsheet would run a cell that begins so; the wide signs count as the narrow ones.
_ACTIVE: Final = frozenset("=+-@\t\r\n＝＋－＠")


def defused(text: str) -> str:
    """The text, with a mark before it where a spreadsheet would run it."""
    return f"'{text}" if text[:1] in _ACTIVE else text


def harmless(row: Iterable[Cell]) -> list[Cell]:
    """A row whose texts are defused."""
    return [defused(cell) if type(cell) is str and cell[:1] in _ACTIVE else cell for cell in row]


def in_yuan(fen: int) -> Decimal:
    """Money in yuan, exact, with two digits behind the point."""
    return Decimal(fen).scaleb(-2)


def yuan(fen: int) -> str:
    """Money in yuan as text, exact."""
    return str(in_yuan(fen))


def undefused(text: str) -> str:
    """The text as it was before `defused`."""
    return text[1:] if text[:1] == "'" and text[1:2] in _ACTIVE and text[1:] else text
