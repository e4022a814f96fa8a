"""The journal: every event in an envelope, on the disk before ``append`` returns."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Any, Final, Self
from uuid import uuid4

import msgspec

from kiosk.progress.events import LearnerForgotten
from kiosk.progress.kinds import Event, decoded, encoded
from kiosk.progress.lock import FolderLock
from kiosk.progress.migrations import MIGRATIONS
from kiosk.progress.storage import Damage, JournalDB

JOURNAL_NAME: Final = "journal.log"
_EVENTS: Final = "events"
_TABLET: Final = "tablet"

EARLIEST: Final = "2024-01-01"
"""No kiosk was there before: a clock that shows less has lost its battery."""

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The time of the tablet's clock, aware."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Envelope:
    """One event and what is known about it. Sequence comes from ``seq``, never from ``at``.

    ``id`` is a UUID, ``seq`` counts from 1 per tablet, ``at`` is ISO 8601 in UTC. ``learner`` is
    None for what concerns the tablet. ``data`` are the event's fields as they were written, also
    those this version does not know; ``version`` is that of the kind when it was written.
    ``doubtful``: the clock had shown a later time before, or shows one before any kiosk.
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

    @property
    def time(self) -> datetime:
        """``at`` as an aware datetime."""
        return datetime.fromisoformat(self.at)

    def event(self) -> Event | None:
        """The event as it is today; None where this version does not know its kind or shape."""
        try:
            data = MIGRATIONS.migrated(self.kind, self.version, self.data)
        except (
            AttributeError,
            LookupError,
            TypeError,
            ValueError,
        ):  # a shape that its version never had
            return None
        return None if data is None else decoded(self.kind, data)


class Journal:
    """All envelopes of one data folder, for any number of threads. Made by ``open``."""

    def __init__(self, lock: FolderLock, db: JournalDB, clock: Clock) -> None:
        self._folder_lock = lock
        self._db = db
        self._clock = clock
        self._guard = RLock()
        self.tablet = self._known_tablet()
        """The random id of this tablet."""
        self._envelopes = self._stored()
        self._seq = max((each.seq for each in self._own()), default=0)
        self._latest = max((each.at for each in self._own()), default="")
        self._finish_forgetting()

    @classmethod
    def open(cls, folder: Path, clock: Clock = utc_now) -> Self:
        """The journal of a folder, made where missing; nobody else may open it meanwhile.

        Raises:
            FolderInUse: another kiosk has it open.
            NotSaved: the folder cannot be written.
            UnknownRecord: a newer kiosk wrote it.
        """
        with ExitStack() as opened:
            lock = opened.enter_context(FolderLock(folder))
            db = opened.enter_context(JournalDB(folder / JOURNAL_NAME))
            journal = cls(lock, db, clock)
            opened.pop_all()
            return journal

    @property
    def damage(self) -> Damage | None:
        """What was found broken on opening, or None."""
        return self._db.damage

    def append(self, learner: str | None, events: Sequence[Event]) -> tuple[Envelope, ...]:
        """Write events in one durable piece: all of them or, with NotSaved, none."""
        with self._guard:
            at = self._now()
            envelopes = tuple(
                self._envelope(self._seq + n, at, learner, event)
                for n, event in enumerate(events, start=1)
            )
            if envelopes:
                self._db.table(_EVENTS).insert_multiple(map(_document, envelopes))
                self._envelopes.extend(envelopes)
                self._seq = envelopes[-1].seq
                self._latest = max(self._latest, at)
            return envelopes

    def envelopes(self, learner: str | None = None) -> tuple[Envelope, ...]:
        """All envelopes in sequence, or those of one learner."""
        with self._guard:
            every = tuple(self._envelopes)
        return every if learner is None else tuple(e for e in every if e.learner == learner)

    def forget(self, learner: str) -> tuple[Envelope, ...]:
        """Erase everything about a learner from the file; only LearnerForgotten stays.

        Raises NotSaved; where the fact was saved but the erasing was not, the next opening
        finishes it.
        """
        with self._guard:
            fact = self.append(None, [LearnerForgotten(learner)])
            self._erase({learner})
            return fact

    def close(self) -> None:
        """Let go of the folder; a second close does nothing."""
        with self._guard:
            self._db.close()
            self._folder_lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _known_tablet(self) -> str:
        table = self._db.table(_TABLET)
        for document in table:
            return str(document["id"])
        # Its line may have been damaged: the envelopes still tell.
        known = [document.get("tablet") for document in self._db.table(_EVENTS)]
        tablet = str(next(filter(None, reversed(known)), uuid4()))
        table.insert({"id": tablet})
        return tablet

    def _stored(self) -> list[Envelope]:
        found = map(_read, self._db.table(_EVENTS))
        return [envelope for envelope in found if envelope is not None]

    def _own(self) -> list[Envelope]:
        return [each for each in self._envelopes if each.tablet == self.tablet]

    def _now(self) -> str:
        now = self._clock()
        if now.tzinfo is None:
            raise ValueError("the clock must give aware times")
        return now.astimezone(UTC).isoformat(timespec="milliseconds")

    def _envelope(self, seq: int, at: str, learner: str | None, event: Event) -> Envelope:
        kind, data = encoded(event)
        return Envelope(
            id=str(uuid4()),
            seq=seq,
            at=at,
            tablet=self.tablet,
            learner=learner,
            kind=kind,
            version=MIGRATIONS.version(kind),
            data=data,
            doubtful=at < max(self._latest, EARLIEST),
        )

    def _finish_forgetting(self) -> None:
        events = (envelope.event() for envelope in self._envelopes)
        forgotten = {event.learner for event in events if isinstance(event, LearnerForgotten)}
        if forgotten and any(_is_about(doc, forgotten) for doc in self._db.table(_EVENTS)):
            self._erase(forgotten)

    def _erase(self, learners: set[str]) -> None:
        self._db.table(_EVENTS).erase(lambda document: _is_about(document, learners))
        self._envelopes = self._stored()


def _is_about(document: Any, learners: set[str]) -> bool:
    """Also what the tablet wrote about her, such as her enrolment; not the fact of forgetting."""
    if document.get("kind") == LearnerForgotten.__name__:
        return False
    data = document.get("data")
    named = data.get("learner") if isinstance(data, dict) else None
    return document.get("learner") in learners or named in learners


def _document(envelope: Envelope) -> dict[str, Any]:
    document = asdict(envelope)
    if not envelope.doubtful:
        del document["doubtful"]
    return document


def _read(document: Any) -> Envelope | None:
    """The envelope of a stored document; None for a shape of another version."""
    try:
        return msgspec.convert(dict(document), Envelope)
    except msgspec.ValidationError:
        return None
