"""Learners' progress as a CSV file that a spreadsheet opens: one row a learner, no guests."""

import csv
import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from kiosk.progress.cells import Cell, harmless, in_yuan
from kiosk.progress.durable import replace_file
from kiosk.progress.records import Learner, Records
from kiosk.progress.summary import LearnerSummary

COLUMNS: Final = (
    "learner",
    "name",
    "name_recorded",
    "picture",
    "picture_name",
    "language",
    "product",
    "lessons_done",
    "current_lesson",
    "current_step",
    "steps_with_help",
    "minutes",
    "last_seen",
    "orders_paid",
    "income_yuan",
    "mean_stars",
    "sentences_heard_whole_percent",
)
ENCODING: Final = "utf-8-sig"
"""With its mark of UTF-8, or Excel takes Uyghur letters for something else."""
LINE_END: Final = "\r\n"

_READABLE_BY_ALL: Final = 0o644


def write_csv(
    path: Path,
    records: Records,
    course_titles: Mapping[str, str],
    names: bool = True,
    picture_name: Callable[[Learner], str] = lambda learner: learner.picture,
) -> int:
    """Write ``path`` whole or not at all and return the number of learners.

    ``course_titles`` are lessons' titles by lesson id, in the trainer's language; a lesson without
    one shows its id. Without ``names`` the names stay out. ``picture_name`` tells what her picture
    shows, so that rows without a name can be told apart.

    Raises:
        NotSaved: what was under this name before is as it was.
    """
    rows = [
        (
            each.id,
            *learner_row(each, records.summary(each.id), course_titles, names, picture_name(each)),
        )
        for each in _people(records)
    ]
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator=LINE_END)
    writer.writerow(COLUMNS)
    writer.writerows(map(harmless, rows))
    replace_file(path, [text.getvalue().encode(ENCODING)], _READABLE_BY_ALL)
    return len(rows)


def _people(records: Records) -> list[Learner]:
    return [learner for learner in records.learners if not learner.guest]


def learner_row(
    learner: Learner,
    summary: LearnerSummary,
    titles: Mapping[str, str],
    names: bool,
    picture_name: str,
) -> tuple[Cell, ...]:
    """The cells of a learner behind her id, as in COLUMNS."""
    lesson, stars = summary.lesson or "", summary.mean_stars
    return (
        learner.name if names else "",
        int(bool(learner.name_clip)),
        learner.picture,
        picture_name,
        learner.language,
        learner.product_kind,
        "; ".join(titles.get(each, each) for each in summary.lessons_done),
        titles.get(lesson, lesson),
        summary.step or "",
        "; ".join(f"{titles.get(each, each)}/{step}" for each, step in summary.helped_steps),
        summary.minutes,
        summary.last_seen.isoformat(timespec="minutes") if summary.last_seen else "",
        summary.orders_paid,
        in_yuan(summary.income_fen),
        "" if stars is None else round(stars, 1),
        summary.heard_whole_percent,
    )
