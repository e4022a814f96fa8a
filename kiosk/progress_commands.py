"""``kiosk progress`` prints each learner's summary, ``kiosk progress verify`` checks the files."""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from demo_store.world.catalogue import load_catalogue
from kiosk import data_folder
from kiosk.course import the_course
from kiosk.course_cache import CourseCache
from kiosk.due import KeptDue
from kiosk.errors import KioskError
from kiosk.progress.cells import yuan
from kiosk.progress.errors import FolderInUse, ProgressError
from kiosk.progress.journal import Journal
from kiosk.progress.lock import FolderLock
from kiosk.progress.records import Learner, Records
from kiosk.progress.staging import is_begun
from kiosk.progress.verify import Findings, journal_files, verify
from kiosk.progress_bar import progress_bar, progress_line
from kiosk.taught import Taught
from lessons.course import Course
from lessons.errors import ContentError

_COLUMNS = (
    ("name", 16),
    ("picture", 14),
    ("language", 9),
    ("lessons", 8),
    ("minutes", 8),
    ("orders", 7),
    ("yuan", 9),
    ("stars", 6),
    ("last seen", 17),
    ("at", 0),
)


class ProgressProblem(KioskError):
    """It could not be done; one line."""


def run(options: argparse.Namespace) -> int:
    """Do what the options say; the exit code."""
    folder = data_folder.choose(options.data)
    try:
        if not journal_files(folder) and not is_begun(folder):
            raise ProgressProblem(f"there is no journal in {folder}")
        act = _verify if options.act == "verify" else _summaries
        return act(folder, options.json)
    except FolderInUse as error:
        raise ProgressProblem(
            f"the kiosk is running (the data folder {folder} is in use by another running kiosk):"
            " stop it first"
        ) from error
    except (ProgressError, ContentError) as error:
        raise ProgressProblem(str(error)) from error
    except OSError as error:
        raise ProgressProblem(f"{folder} cannot be read: {error.strerror or error}") from error


# -- what each one has done


def _summaries(folder: Path, as_json: bool) -> int:
    with progress_line(sys.stderr) as told, Journal.open(folder, told=told) as journal:
        records = Records.of(journal, told)
        due, now = KeptDue(Taught(_course(folder))), datetime.now(UTC)
        rows = [_row(each, records, due, now) for each in records.learners]
    if as_json:
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        print("\n".join(_table(rows)))
    return 0


def _course(folder: Path) -> Course:
    return the_course(load_catalogue(), cache=CourseCache(folder / "cache")).course


def _row(learner: Learner, records: Records, due: KeptDue, now: datetime) -> dict[str, Any]:
    summary = records.summary(learner.id)
    return {
        "learner": learner.id,
        "name": learner.name,
        "picture": learner.picture,
        "guest": learner.guest,
        "sample": learner.sample,
        "language": learner.language,
        "product_kind": learner.product_kind,
        "lessons_done": summary.lessons_done,
        "lesson": summary.lesson,
        "step": summary.step,
        "skills_due": due.skills(learner.id, summary, now),
        "steps_with_help": [f"{lesson}/{step}" for lesson, step in summary.helped_steps],
        "minutes": summary.minutes,
        "last_seen": summary.last_seen.isoformat() if summary.last_seen else None,
        "doubtful_times": records.doubtful_times(learner.id),
        "orders_paid": summary.orders_paid,
        "income_fen": summary.income_fen,
        "mean_stars": summary.mean_stars,
        "sentences_heard_whole_percent": summary.heard_whole_percent,
    }


def _table(rows: list[dict[str, Any]]) -> Iterator[str]:
    yield _line(tuple(name for name, _ in _COLUMNS))
    for row in rows:
        stars = row["mean_stars"]
        yield _line(
            (
                row["name"] or ("guest" if row["guest"] else "-"),
                row["picture"] or "-",
                row["language"],
                str(len(row["lessons_done"])),
                str(row["minutes"]),
                str(row["orders_paid"]),
                yuan(row["income_fen"]),
                "-" if stars is None else f"{stars:.1f}",
                (row["last_seen"] or "-")[:16].replace("T", " "),
                "/".join(filter(None, (row["lesson"], row["step"]))) or "-",
            )
        )
    people = sum(not row["guest"] for row in rows)
    yield f"{people} learners, {len(rows) - people} guests"


def _line(cells: tuple[str, ...]) -> str:
    widths = (width for _, width in _COLUMNS)
    return " ".join(f"{cell:<{w}}" for cell, w in zip(cells, widths, strict=True)).rstrip()


# -- whether it is whole


def _verify(folder: Path, as_json: bool) -> int:
    with FolderLock(folder), progress_bar(sys.stderr, len(journal_files(folder))) as one_more:
        found = verify(folder, one_more)
    if as_json:
        print(json.dumps(asdict(found), indent=2))
    else:
        print("\n".join(_told(found)))
    return 1 if found.broken else 0


def _told(found: Findings) -> Iterator[str]:
    yield from map(str, found.broken)
    for name, size in found.set_aside.items():
        yield f"{name}: {size} bytes were set aside earlier"
    if found.unknown:
        yield f"{found.unknown} events are of a newer kiosk and are kept as they are"
    state = f"{len(found.broken)} broken" if found.broken else "all whole"
    yield (
        f"{found.files} files, {found.lines} lines, {found.events} events,"
        f" {found.learners} learners: {state}"
    )
