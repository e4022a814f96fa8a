"""That a step was done, as what somebody knows is reckoned from it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Practised:
    """A step of a ``lesson`` was done, ``alone`` where it was right at once and without help.

    ``at`` is None where nobody knows when it was. ``after`` counts what had happened in her store
    by then.
    """

    lesson: str
    at: datetime | None
    alone: bool
    after: int
