"""Whether every line of a data folder is whole and every event is there. Changes nothing."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from kiosk.progress.changes import Tables, apply
from kiosk.progress.digest import Digest, digest_of_all
from kiosk.progress.digest_text import code_print, digest_of
from kiosk.progress.envelope import Envelope, about, envelope_of
from kiosk.progress.events import LearnerForgotten, TrainerRemoved
from kiosk.progress.journal import JOURNAL_NAME
from kiosk.progress.learner_files import EVENTS, FOLDER_NAME, file_name
from kiosk.progress.lines import changes_of, scan
from kiosk.progress.marks import SUMMARIES_NAME, SUMMARIES_TABLE, Kept, kept_of

MOST_NAMED: Final = 10
_ERASING: Final = (LearnerForgotten.__name__, TrainerRemoved.__name__)
"""Kinds of events that take others away, whose numbers are missing then."""


@dataclass(frozen=True, slots=True)
class Broken:
    """What is wrong; ``line`` counts from 1, None where it is not about a line."""

    file: str
    line: int | None
    what: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.what}"


@dataclass(slots=True)
class Findings:
    """What was counted, and what is broken."""

    files: int = 0
    lines: int = 0
    events: int = 0
    learners: int = 0
    unknown: int = 0
    """Whole entries of a shape or kind that this version does not know: a newer kiosk's."""
    set_aside: dict[str, int] = field(default_factory=dict)
    """Bytes that were found broken earlier, by the file they were put into."""
    broken: list[Broken] = field(default_factory=list)


def journal_files(folder: Path) -> list[Path]:
    """The files to be looked at: the tablet's, the learners', the summaries."""
    learners = sorted((folder / FOLDER_NAME).glob("[!.]*.log"))
    files = [folder / JOURNAL_NAME, *learners, folder / SUMMARIES_NAME]
    return [file for file in files if file.exists()]


def verify(folder: Path, looked_at: Callable[[], None] = lambda: None) -> Findings:
    """Look at everything; ``looked_at`` is called after each file. Raises OSError."""
    found = Findings()
    counts: Counter[tuple[str, int]] = Counter()
    digests: dict[str, tuple[int, Digest]] = {}
    forgotten = False
    kept = _kept(folder, found)
    for path in journal_files(folder):
        if path.name != SUMMARIES_NAME:
            tables = _tables(folder, path, found)
            envelopes = list(_envelopes(folder, path, tables, found))
            counts.update((each.tablet, each.seq) for each in envelopes)
            forgotten |= any(each.kind in _ERASING for each in envelopes)
            if path.name != JOURNAL_NAME:
                # Folding is most of the work: it is done where there is something to compare.
                length, is_kept = path.stat().st_size, path.name in kept
                digests[path.name] = length, digest_of_all(envelopes) if is_kept else Digest()
        looked_at()
    _compare(kept, digests, found)
    found.learners = len(digests)
    found.broken += _wrong_counts(counts, forgotten)
    aside = sorted(folder.glob("**/*.log.damaged"))
    found.set_aside = {_named(folder, path): path.stat().st_size for path in aside}
    return found


def _tables(folder: Path, path: Path, found: Findings) -> Tables:
    """What the whole lines of a file say."""
    tables: Tables = {}
    damaged: Counter[int] = Counter()
    found.files += 1
    with path.open("rb") as file:
        for piece in scan(file):
            if piece.payload is None:
                damaged[piece.number] += len(piece.raw)
                continue
            found.lines += 1
            try:
                for change in changes_of(piece.raw):
                    apply(tables, change)
            except (TypeError, ValueError):
                what = "written by a newer kiosk"
                found.broken.append(Broken(_named(folder, path), piece.number, what))
    for line, size in damaged.items():
        found.broken.append(Broken(_named(folder, path), line, f"{size} damaged bytes"))
    return tables


def _envelopes(folder: Path, path: Path, tables: Tables, found: Findings) -> Iterator[Envelope]:
    for document in tables.get(EVENTS, {}).values():
        owner = about(document)
        if path.name != JOURNAL_NAME and owner and file_name(owner) != path.name:
            what = f"an event of another learner, whose file is {file_name(owner)}"
            found.broken.append(Broken(_named(folder, path), None, what))
        envelope = envelope_of(document)
        found.unknown += envelope is None or envelope.event() is None
        if envelope:
            found.events += 1
            yield envelope


def _kept(folder: Path, found: Findings) -> dict[str, Kept]:
    """What is kept of each learner, by the name of her file."""
    path = folder / SUMMARIES_NAME
    tables = _tables(folder, path, found) if path.exists() else {}
    kept = filter(None, map(kept_of, tables.get(SUMMARIES_TABLE, {}).values()))
    return {each.file: each for each in kept}


def _compare(
    kept: dict[str, Kept], digests: dict[str, tuple[int, Digest]], found: Findings
) -> None:
    """A summary may be behind, then it is made again; it cannot be ahead of what happened."""
    for each in kept.values():
        length, digest = digests.get(each.file, (0, Digest()))
        file, what = f"{FOLDER_NAME}/{each.file}", ""
        if not length:
            what = f"is gone, with {each.mark.count} events"
        elif length < each.mark.length:
            what = f"is shorter than it was, by {each.mark.length - length} bytes"
        elif length == each.mark.length and not _is_right(each, digest):
            what = f"what it says of {each.file} is not what happened there; it can be deleted"
            file = SUMMARIES_NAME
        if what:
            found.broken.append(Broken(file, None, what))


def _is_right(kept: Kept, digest: Digest) -> bool:
    same_code = kept.code == code_print()
    return kept.mark.count == digest.count and (not same_code or digest_of(kept.digest) == digest)


def _wrong_counts(counts: Counter[tuple[str, int]], forgotten: bool) -> Iterator[Broken]:
    """Numbers that are there twice, or missing though nobody was forgotten or removed."""
    twice = sorted(seq for (_, seq), times in counts.items() if times > 1)
    if twice:
        yield Broken(JOURNAL_NAME, None, f"{len(twice)} events are there twice: {_listed(twice)}")
    # A tablet goes on behind the last number of all that it knows, so together they have no gap.
    if counts and not forgotten:
        there = {seq for _, seq in counts}
        gone = sorted(set(range(1, max(there) + 1)) - there)
        if gone:
            yield Broken(JOURNAL_NAME, None, f"{len(gone)} events are missing: {_listed(gone)}")


def _listed(numbers: list[int]) -> str:
    more = ", ..." if len(numbers) > MOST_NAMED else ""
    return ", ".join(map(str, numbers[:MOST_NAMED])) + more


def _named(folder: Path, path: Path) -> str:
    return path.relative_to(folder).as_posix()
