"""The envelopes of a file as it lies there: read once, nothing opened for writing, nothing kept.

For what goes through everybody's events one after the other: several times as fast as a table, and
the memory is that of one learner.
"""

from pathlib import Path
from typing import Any, Final, Literal

import msgspec

from kiosk.progress.envelope import Envelope, envelope_of
from kiosk.progress.errors import UnknownRecord
from kiosk.progress.lines import changes_of, scan

_Put = tuple[Literal["put"], Literal["events"], str, Envelope]
_PUTS: Final = msgspec.json.Decoder(list[_Put])
"""The usual line: nothing but new events."""

Found = dict[str, Envelope]


def envelopes_in(path: Path) -> list[Envelope]:
    """All envelopes of a file in sequence; empty where there is none.

    Damaged lines are passed over: who opens the file for writing sets them aside and tells of it.

    Raises:
        UnknownRecord: a newer kiosk wrote it.
        OSError: it cannot be read.
    """
    found: Found = {}
    if not path.exists():
        return []
    with path.open("rb") as file:
        for piece in scan(file):
            if piece.payload is None:
                continue
            try:
                for _, _, key, envelope in _PUTS.decode(piece.payload):
                    found[key] = envelope
            except msgspec.ValidationError:
                try:
                    _take(found, changes_of(piece.raw))
                except (TypeError, ValueError) as error:
                    raise UnknownRecord(path, piece.number) from error
    return list(found.values())


def _take(found: Found, changes: list[Any]) -> None:
    """Changes of every kind, as `changes.apply` has them; those of other tables say nothing."""
    for change in changes:
        match change:
            case ["put", "events", str(key), dict(document)]:
                envelope = envelope_of(document)
                if envelope:
                    found[key] = envelope
                else:  # of a shape that this version does not know
                    found.pop(key, None)
            case ["delete", "events", str(key)]:
                found.pop(key, None)
            case ["drop", "events"]:
                found.clear()
            case ["put", str(), str(), dict()] | ["delete", str(), str()]:
                pass
            case ["make", str()] | ["drop", str()]:
                pass
            case _:
                raise ValueError(f"unknown change {change!r}")
