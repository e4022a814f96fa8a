"""How long ago something was, in one unit."""

from datetime import UTC, datetime
from typing import Final

from kiosk.wording import number, words
from lessons.phrase import Phrase

_UNITS: Final = (("days", 86400), ("hours", 3600), ("minutes", 60))


def ago(moment: datetime | None) -> Phrase:
    """In days, hours or minutes; None was never."""
    if moment is None:
        return words("trainer.never")
    seconds = (datetime.now(UTC) - moment).total_seconds()
    for unit, size in _UNITS:
        if seconds >= size:
            return words(f"trainer.{unit}-ago", count=number(int(seconds // size)))
    return words("trainer.just-now")
