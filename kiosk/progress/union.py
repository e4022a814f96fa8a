"""The journals of two data folders as one: every envelope of both, once, none of them changed.

What comes out depends only on which envelopes there are, so it is the same whichever folder takes
in the other, however often, and in whatever sequence more of them follow.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from kiosk.progress import belongings, durable
from kiosk.progress.changes import Documents, Tables, apply, whole
from kiosk.progress.envelope import about, envelope_of
from kiosk.progress.errors import NotSaved
from kiosk.progress.events import LearnerForgotten, TrainerRemoved
from kiosk.progress.journal import JOURNAL_NAME
from kiosk.progress.learner_files import EVENTS, FOLDER_NAME, file_name
from kiosk.progress.lines import changes_of, encoded, scan
from kiosk.progress.marks import SUMMARIES_NAME
from kiosk.progress.order import in_order
from kiosk.progress.trainers import trainer_told

Document = Mapping[str, Any]
T = TypeVar("T")


@dataclass(slots=True)
class United:
    """What a folder needs to hold both.

    ``written`` are the names of the files that were written, ``gone`` those that have to go,
    ``unwanted`` the photos and recordings of forgotten learners.
    """

    written: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    unwanted: set[str] = field(default_factory=set)
    events: int = 0
    """So many came in."""
    learners: int = 0
    """So many came in of whom nothing was known here."""


def unite(ours: Path, theirs: Path, out: Path, done: Callable[[], None] = lambda: None) -> United:
    """Write to ``out`` what in ``ours`` has to be replaced so that it holds ``theirs`` too.

    Both have a file for each learner already. ``done`` is called after each of their learners.
    One who is forgotten on either side is left out, with all that is hers.

    Raises:
        NotSaved: it could not be written.
        OSError: a folder could not be read.
    """
    united = United()
    ours_now, theirs_now = (_tables(folder / JOURNAL_NAME) for folder in (ours, theirs))
    our_own, their_own = (list(_events(tables)) for tables in (ours_now, theirs_now))
    forgotten = {event.learner for event in _of_kind([*our_own, *their_own], LearnerForgotten)}
    for path in sorted((theirs / FOLDER_NAME).glob("[!.]*.log")):
        for learner, documents in _by_learner(path).items():
            if learner in forgotten:
                united.unwanted |= belongings.names_in(encoded(documents))
            else:
                _write_learner(ours, out, file_name(learner), documents, united)
        done()
    _leave_out(ours, forgotten, united)
    _write_own(out, ours_now, their_own, united)
    if any(_is_as_long(ours / name, out / name) for name in united.written):
        united.gone.add(SUMMARIES_NAME)  # they know files by their length
    return united


def _write_learner(
    ours: Path, out: Path, file: str, theirs: list[Document], united: United
) -> None:
    name = f"{FOLDER_NAME}/{file}"
    is_known = name in united.written
    tables = _tables((out if is_known else ours) / name)
    united.learners += not tables
    _write(out, name, tables, theirs, united)


def _write_own(out: Path, tables: Tables, theirs: list[Document], united: United) -> None:
    """What is about no learner, without PIN and card of a trainer removed on either side.

    They are erased anyway; as long as they are there they would place what comes after them.
    """
    both = [*_events(tables), *theirs]
    removed = {event.trainer for event in _of_kind(both, TrainerRemoved)}
    left = [each for each in both if trainer_told(each) in removed]
    united.unwanted |= belongings.names_in(encoded(left))
    ours = tables.get(EVENTS, {})
    kept = {key: each for key, each in ours.items() if trainer_told(each) not in removed}
    coming = [each for each in theirs if trainer_told(each) not in removed]
    _write(out, JOURNAL_NAME, {**tables, EVENTS: kept}, coming, united)


def _write(out: Path, name: str, tables: Tables, theirs: list[Document], united: United) -> None:
    before = list(_events(tables))
    after = united_documents(before, theirs)
    if after == before:
        return
    united.events += len(after) - len(before)
    numbered: Documents = {str(n): dict(each) for n, each in enumerate(after, start=1)}
    lines = map(encoded, whole({**tables, EVENTS: numbered}))
    try:
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        durable.write_new(out / name, lines)
    except OSError as error:
        raise NotSaved.because(out / name, error) from error
    united.written.add(name)


def united_documents(ours: Iterable[Document], theirs: Iterable[Document]) -> list[Document]:
    """Each once, in the one sequence there is; what is no envelope here comes last."""
    once: dict[str, Document] = {}
    for document in (*ours, *theirs):
        text = _text(document)
        known = document.get("id")
        key = known if isinstance(known, str) else text
        # Nobody writes two of one id; were it so, both sides have to choose the same one.
        if key not in once or text < _text(once[key]):
            once[key] = document
    envelopes = {key: envelope_of(document) for key, document in once.items()}
    placed = in_order(each for each in envelopes.values() if each is not None)
    rest = sorted((once[key] for key, each in envelopes.items() if each is None), key=_text)
    return [*(once[each.id] for each in placed), *rest]


def _leave_out(ours: Path, forgotten: set[str], united: United) -> None:
    for learner in forgotten:
        name = file_name(learner)
        files = list((ours / FOLDER_NAME).glob(f"{name}*"))
        for path in files:
            united.unwanted |= belongings.names_in(path.read_bytes())
            united.gone.add(f"{FOLDER_NAME}/{path.name}")
    united.gone |= united.unwanted


def _by_learner(path: Path) -> dict[str, list[Document]]:
    """The documents of a learner's file; all hers, but where somebody meddled."""
    documents = list(_events(_tables(path)))
    hers = next(filter(None, map(about, documents)), None)
    learners: defaultdict[str, list[Document]] = defaultdict(list)
    for document in documents:
        if learner := about(document) or hers:
            learners[learner].append(document)
    return learners


def _events(tables: Tables) -> Iterable[Document]:
    return tables.get(EVENTS, {}).values()


def _tables(path: Path) -> Tables:
    """What the whole lines of a file say; nothing where there is none."""
    tables: Tables = {}
    if path.exists():
        with path.open("rb") as file:
            for piece in scan(file):
                if piece.payload is not None:
                    for change in changes_of(piece.raw):
                        apply(tables, change)
    return tables


def _is_as_long(one: Path, other: Path) -> bool:
    return one.exists() and one.stat().st_size == other.stat().st_size


def _of_kind(documents: Iterable[Document], kind: type[T]) -> Iterator[T]:
    events = (envelope.event() for each in documents if (envelope := envelope_of(each)))
    return (event for event in events if isinstance(event, kind))


def _text(document: Document) -> str:
    return json.dumps(document, sort_keys=True, ensure_ascii=False)
