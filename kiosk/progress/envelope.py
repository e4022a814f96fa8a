"""An event and what is known about it, and how that stands in a table."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Final

import msgspec

from kiosk.progress import migrations
from kiosk.progress.changes import copied
from kiosk.progress.events import LearnerForgotten
from kiosk.progress.kinds import Event, decoded


@dataclass(frozen=True, slots=True)
class Envelope:
    """One event and what is known about it. Sequence comes from ``seq``, never from ``at``.

    ``id`` is a UUID, ``seq`` counts from 1 per tablet, ``at`` is ISO 8601 in UTC. ``learner`` is
    None for what concerns the tablet. ``data`` are the event's fields as they were written, also
    those this version does not know; ``version`` is that of the kind when it was written.
    ``doubtful``: the clock had shown a time more than a day later before, or shows one before any
    kiosk. ``follows``: the id of the one before it in the file, where another tablet wrote that.
    """

    id: str
    seq: int
    at: str
    tablet: str
    learner: str | None
    kind: str
    version: int
    data: dict[str, Any]
    doubtful: bool = False
    follows: str = ""

    @property
    def time(self) -> datetime:
        """``at`` as an aware datetime."""
        return datetime.fromisoformat(self.at)

    @property
    def about(self) -> str | None:
        """Whom it is about, also where the tablet wrote it, such as an enrolment."""
        return _about(self.kind, self.learner, self.data)

    def event(self) -> Event | None:
        """The event as it is today; None where this version does not know its kind or shape."""
        try:
            data = migrations.MIGRATIONS.migrated(self.kind, self.version, self.data)
        except (AttributeError, LookupError, TypeError, ValueError):  # a shape that never was
            return None
        return None if data is None else decoded(self.kind, data)


_RARE: Final = ("doubtful", "follows")
"""Fields that stand in a table only where they say something."""
_FIELDS: Final = tuple(each.name for each in fields(Envelope) if each.name not in _RARE)


def document_of(envelope: Envelope) -> dict[str, Any]:
    """As it stands in a table."""
    # Not by asdict: its deep copies would cost more than all else that is done for an event.
    document = {name: getattr(envelope, name) for name in _FIELDS}
    for name in _RARE:
        if value := getattr(envelope, name):
            document[name] = value
    return document


def envelope_of(document: Mapping[str, Any]) -> Envelope | None:
    """The envelope of a stored document; None for a shape of another version."""
    try:
        # A copy: what is done to the fields of an envelope does nothing to the table.
        return msgspec.convert(copied(document), Envelope)
    except msgspec.ValidationError:
        return None


def about(document: Mapping[str, Any]) -> str | None:
    """Whom a stored document is about; also of a shape of another version."""
    return _about(document.get("kind"), document.get("learner"), document.get("data"))


def _about(kind: object, learner: object, data: object) -> str | None:
    """That somebody was forgotten is a fact about the tablet: it stays when she is gone."""
    if kind == LearnerForgotten.__name__:
        return None
    named = data.get("learner") if isinstance(data, dict) else None
    found = learner or named
    return found if isinstance(found, str) else None
