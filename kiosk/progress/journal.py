"""The journal: every event in an envelope, on the disk before ``append`` returns.

A learner's events lie in her own file, what concerns the tablet in ``journal.log``. The sequence
number of the tablet runs through all of them.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Lock, RLock
from types import TracebackType
from typing import Final, Self
from uuid import uuid4

from kiosk.progress import belongings, durable, migrations
from kiosk.progress.digest import digest_of_all
from kiosk.progress.digest_text import code_print, text_of
from kiosk.progress.envelope import Envelope, about, document_of, envelope_of
from kiosk.progress.errors import NotSaved
from kiosk.progress.events import LearnerForgotten, TrainerRemoved
from kiosk.progress.kinds import Event, encoded
from kiosk.progress.learner_files import EVENTS, LearnerFiles, file_name
from kiosk.progress.lines import encoded as encoded_lines
from kiosk.progress.lock import FolderLock
from kiosk.progress.marks import Kept, Mark, Summaries, kept_if_possible
from kiosk.progress.order import in_order
from kiosk.progress.reading import envelopes_in
from kiosk.progress.storage import Damage, JournalDB
from kiosk.progress.table import JournalTable
from kiosk.progress.takeover import take_over
from kiosk.progress.trainers import Trainers, trainer_told

__all__ = ("JOURNAL_NAME", "TABLET", "Envelope", "Journal", "Told", "tells_nobody", "utc_now")

JOURNAL_NAME: Final = "journal.log"
TABLET: Final = "tablet"
EARLIEST: Final = "2024-01-01"
"""No kiosk was there before: a clock that shows less has lost its battery."""
_SET_BACK: Final = timedelta(days=1)
"""A clock that is set right may go back less than that."""

Clock = Callable[[], datetime]
Told = Callable[[int, int], None]
"""Called with how many files were looked through and how many are to be."""


def tells_nobody(_done: int, _of: int) -> None:
    """Where nobody waits for it."""


def utc_now() -> datetime:
    """The time of the tablet's clock, aware."""
    return datetime.now(UTC)


class Journal:
    """All envelopes of one data folder, for any number of threads. Made by ``open``."""

    def __init__(
        self,
        folder: Path,
        lock: FolderLock,
        db: JournalDB,
        files: LearnerFiles,
        summaries: Summaries,
        clock: Clock,
        told: Told = tells_nobody,
        behind: int = 0,
    ) -> None:
        self._folder = folder
        self._folder_lock = lock
        self._db = db
        self._files = files
        self._summaries = summaries
        self._clock = clock
        self._keeping = Lock()
        """Taken before the guard, where both are: whoever writes need not wait for summaries."""
        self._guard = RLock()
        self._is_closed = False
        self._before_close: list[Callable[[], None]] = []
        self._own = db.table(EVENTS)
        self._kept = summaries.kept()
        self._finish_forgetting()
        take_over(self._own, files)
        self.tablet_envelopes = list(_read(self._own))
        """Those that concern the tablet, in sequence."""
        self._marks: dict[str, Mark] = {}
        self.tablet = self._known_tablet()
        """The random id of this tablet."""
        self._mark_all(told)
        self._seq, self._latest = self._furthest()
        self._seq = max(self._seq, behind)
        self.on_damage: Callable[[], None] = lambda: None
        """Is called when something is found broken in a file that is opened later."""
        files.on_damage = self._damaged

    @classmethod
    def open(
        cls, folder: Path, clock: Clock = utc_now, told: Told = tells_nobody, behind: int = 0
    ) -> Self:
        """The journal of a folder, made where missing; nobody else may open it meanwhile.

        ``told`` is called while files are looked through that have no summary. Numbers go on
        ``behind`` this one, where only a part of a folder's files lies here.

        Raises:
            FolderInUse: another kiosk has it open.
            NotSaved: the folder cannot be written.
            UnknownRecord: a newer kiosk wrote it.
        """
        with ExitStack() as opened:
            lock = opened.enter_context(FolderLock(folder))
            db = opened.enter_context(JournalDB(folder / JOURNAL_NAME))
            files = LearnerFiles(folder)
            opened.callback(files.close)
            summaries = Summaries(folder)
            opened.callback(summaries.close)
            journal = cls(folder, lock, db, files, summaries, clock, told, behind)
            opened.pop_all()
            return journal

    def opened_again(self) -> "Journal":
        """The journal of the same folder once more, after this one was closed; raises as `open`."""
        journal = Journal.open(self._folder, self._clock)
        journal.on_damage = self.on_damage
        return journal

    @property
    def damage(self) -> Damage | None:
        """What was first found broken in the files that were opened, or None."""
        return self._db.damage or self._files.damage

    def append(self, learner: str | None, events: Sequence[Event]) -> tuple[Envelope, ...]:
        """Write events in one durable piece: all of them or, with NotSaved, none.

        Raises ValueError where events without ``learner`` are about several learners: they
        would have to lie in several files.
        """
        with self._guard:
            self._require_open()
            at = self._now()
            doubtful = self._is_doubtful(at)
            envelopes = tuple(
                self._envelope(self._seq + n, at, learner, event, doubtful)
                for n, event in enumerate(events, start=1)
            )
            if envelopes:
                owner = _owner(envelopes)
                if follows := self._foreign(owner):
                    envelopes = (replace(envelopes[0], follows=follows), *envelopes[1:])
                self._write(owner, envelopes)
                self._seq = envelopes[-1].seq
                self._latest = max(self._latest, at)
            return envelopes

    @property
    def last_seq(self) -> int:
        """The sequence number of what was written last."""
        return self._seq

    @property
    def learners(self) -> tuple[str, ...]:
        """The ids of all who have a file."""
        with self._guard:
            return tuple(self._marks)

    def of(self, learner: str) -> tuple[Envelope, ...]:
        """All that is about a learner, in sequence: what lies in her file.

        Raises UnknownRecord where a newer kiosk wrote in it, NotSaved where the journal is closed.
        """
        with self._guard:
            self._require_open()
            if learner not in self._marks:
                return ()
            return _read(self._files.table(learner))

    def read(self, learner: str) -> list[Envelope]:
        """As `of`, but nothing of it stays open: for going through many learners.

        Raises UnknownRecord where a newer kiosk wrote in her file, OSError where it is not read.
        """
        with self._guard:
            return envelopes_in(self._files.path(learner)) if learner in self._marks else []

    def envelopes(self, learner: str | None = None) -> tuple[Envelope, ...]:
        """All envelopes in sequence, or those that a learner brought about.

        All of them means that every file is read.
        """
        if learner is not None:
            return tuple(each for each in self.of(learner) if each.learner == learner)
        with self._guard:
            every = [*self.tablet_envelopes]
            for each in self._marks:
                every += self.of(each)
        return in_order(every)

    def forget(self, learner: str) -> tuple[Envelope, ...]:
        """Delete everything about a learner for good; only LearnerForgotten stays.

        Raises NotSaved; where the fact was saved but the deleting was not, the next opening
        finishes it.
        """
        with self._keeping, self._guard:
            fact = self.append(None, [LearnerForgotten(learner)])
            self._erase({learner})
            self._marks.pop(learner, None)
            return fact

    def remove_trainer(self, trainer: str) -> tuple[Envelope, ...]:
        """Delete a trainer's PIN, picture and name for good; only TrainerRemoved stays.

        Raises NotSaved, as `forget`.
        """
        with self._guard:
            fact = self.append(None, [TrainerRemoved(trainer)])
            self._erase_trainers(Trainers.of(each.event() for each in self.tablet_envelopes))
            self.tablet_envelopes[:] = _read(self._own)
            return fact

    # -- what was made of the envelopes

    def mark(self, learner: str) -> Mark | None:
        """How far her file goes; None where she has none."""
        return self._marks.get(learner)

    def kept(self, learner: str) -> Kept | None:
        """What was kept of her; None where her file has gone further since."""
        kept, mark = self._kept.get(file_name(learner)), self._marks.get(learner)
        return kept if kept and kept.mark == mark else None

    def keep(self, kept: Iterable[Kept]) -> None:
        """Keep what was made of learners' files, for the next opening."""
        with self._keeping:
            with self._guard:
                known = [each for each in kept if self._marks.get(each.mark.learner) == each.mark]
            kept_if_possible(self._summaries, known)
            self._kept.update((each.file, each) for each in known)

    def before_close(self, act: Callable[[], None]) -> None:
        """Has ``act`` done when the journal is closed."""
        self._before_close.append(act)

    def close(self) -> None:
        """Let go of the folder; a second close does nothing."""
        while self._before_close:
            self._before_close.pop()()
        with self._keeping, self._guard:
            self._db.close()
            self._files.close()
            self._summaries.close()
            self._is_closed = True
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

    # -- opening

    def _known_tablet(self) -> str:
        table = self._db.table(TABLET)
        for document in table:
            return str(document["id"])
        # Its line may have been damaged: the envelopes still tell.
        known = [each.tablet for each in self.tablet_envelopes]
        for name in () if known else self._files.lengths():
            known += [each.tablet for each in _read(self._files.opened(name))]
        tablet = known[-1] if known else str(uuid4())
        table.insert({"id": tablet})
        return tablet

    def _damaged(self, name: str) -> None:
        self._mark_anew(name)
        self.on_damage()

    def _mark_all(self, told: Told) -> None:
        """Only files that went on since they were kept are read and folded."""
        fresh = []
        lengths = self._files.lengths()
        for done, (name, length) in enumerate(lengths.items(), start=1):
            kept = self._kept.get(name)
            if kept and kept.mark.length == length:
                self._marks[kept.mark.learner] = kept.mark
            else:
                self._mark_anew(name)
                fresh.append(name)
                told(done, len(lengths))
        kept_if_possible(
            self._summaries, (self._kept[each] for each in fresh if each in self._kept)
        )

    def _mark_anew(self, name: str) -> None:
        table = self._files.opened(name)
        learner = next(filter(None, table.each(about)), None)
        if learner is None:  # the file is damaged from its first line to its last
            return
        envelopes = _read(table)
        length = self._files.length(learner)
        at = self._latest_own(envelopes)
        foreign = self._foreign_end(envelopes)
        mark = Mark(learner, length, len(envelopes), _last_seq(envelopes), at, foreign)
        self._marks[learner] = mark
        # As all of it is in hand: whoever asks for the digest need not read the file again.
        digest = text_of(digest_of_all(envelopes))
        self._kept[name] = Kept(name, mark, code_print(), digest)

    def _furthest(self) -> tuple[int, str]:
        """The last sequence number and the latest time of all, also of a file that is gone."""
        marks = [*self._marks.values(), *(kept.mark for kept in self._kept.values())]
        own = self.tablet_envelopes
        # Also over what other tablets wrote: what is written here comes after all that is known.
        seqs = (*(mark.seq for mark in marks), _last_seq(own))
        times = (*(mark.at for mark in marks), self._latest_own(own))
        return max(seqs, default=0), max(times, default="")

    def _latest_own(self, envelopes: Iterable[Envelope]) -> str:
        return max((each.at for each in envelopes if each.tablet == self.tablet), default="")

    def _foreign_end(self, envelopes: Sequence[Envelope]) -> str:
        is_foreign = bool(envelopes) and envelopes[-1].tablet != self.tablet
        return envelopes[-1].id if is_foreign else ""

    def _foreign(self, owner: str | None) -> str:
        if owner is None:
            return self._foreign_end(self.tablet_envelopes)
        mark = self._marks.get(owner)
        return mark.foreign if mark else ""

    # -- writing

    def _write(self, owner: str | None, envelopes: tuple[Envelope, ...]) -> None:
        documents = map(document_of, envelopes)
        if owner is None:
            self._own.insert_multiple(documents)
            self.tablet_envelopes.extend(envelopes)
            return
        table = self._files.table(owner)
        table.insert_multiple(documents)
        before = self._marks.get(owner) or Mark(owner)
        self._marks[owner] = Mark(
            learner=owner,
            length=table.file_length,
            count=before.count + len(envelopes),
            seq=envelopes[-1].seq,
            at=max(before.at, envelopes[-1].at),
        )

    def _require_open(self) -> None:
        if self._is_closed:
            raise NotSaved(self._path, "closed")

    def time(self) -> datetime:
        """What its clock shows, aware."""
        return self._clock()

    def _now(self) -> str:
        now = self._clock()
        if now.tzinfo is None:
            raise ValueError("the clock must give aware times")
        return now.astimezone(UTC).isoformat(timespec="milliseconds")

    def _is_doubtful(self, at: str) -> bool:
        if at >= max(self._latest, EARLIEST):
            return False
        return at < max(_day_before(self._latest), EARLIEST)

    def _envelope(
        self, seq: int, at: str, learner: str | None, event: Event, doubtful: bool
    ) -> Envelope:
        kind, data = encoded(event)
        return Envelope(
            id=str(uuid4()),
            seq=seq,
            at=at,
            tablet=self.tablet,
            learner=learner,
            kind=kind,
            version=migrations.MIGRATIONS.version(kind),
            data=data,
            doubtful=doubtful,
        )

    # -- forgetting

    def _finish_forgetting(self) -> None:
        events = [each.event() for each in _read(self._own)]
        forgotten = {event.learner for event in events if isinstance(event, LearnerForgotten)}
        self._erase(forgotten)
        self._erase_trainers(Trainers.of(events))

    def _erase(self, learners: set[str]) -> None:
        own = [each for each in self._own if about(each) in learners]
        belongings.remove(self._folder, belongings.names_in(encoded_lines(own)))
        for learner in learners:
            # Her file comes last: as long as it is there, the next opening finds all the rest.
            belongings.remove(self._folder, belongings.names_in(self._files.raw(learner)))
            self._files.delete(learner)
            if self._kept.pop(file_name(learner), None):
                self._summaries.forget(file_name(learner))
            for aside in self._folder.glob(f"{JOURNAL_NAME}.damaged*"):
                durable.without_lines(aside, learner.encode("utf-8", "replace"))
        if learners.intersection(filter(None, self._own.each(about))):
            self._own.erase(lambda document: about(document) in learners)

    def _erase_trainers(self, trainers: Trainers) -> None:
        own = [each for each in self._own if trainer_told(each) in trainers.removed]
        if own:
            belongings.remove(self._folder, belongings.names_in(encoded_lines(own)))
            self._own.erase(lambda document: trainer_told(document) in trainers.removed)

    @property
    def _path(self) -> Path:
        return self._folder / JOURNAL_NAME


def _day_before(at: str) -> str:
    if not at:
        return ""
    return (datetime.fromisoformat(at) - _SET_BACK).isoformat(timespec="milliseconds")


def _owner(envelopes: Iterable[Envelope]) -> str | None:
    owners = {each.about for each in envelopes}
    if len(owners) > 1:
        raise ValueError("events of one piece are about several learners")
    return owners.pop()


def _read(table: JournalTable) -> tuple[Envelope, ...]:
    return tuple(envelope for envelope in table.each(envelope_of) if envelope is not None)


def _last_seq(envelopes: Iterable[Envelope]) -> int:
    return max((each.seq for each in envelopes), default=0)
