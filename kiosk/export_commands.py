"""``kiosk export``: learners, answers, skills, orders and attendance in a new folder."""

import argparse
import sys
from datetime import UTC, date, datetime, time
from pathlib import Path

from demo_store.world.catalogue import load_catalogue
from kiosk import data_folder
from kiosk.course import the_course
from kiosk.export.case import Wanted, wanted_learners
from kiosk.export.errors import ExportProblem
from kiosk.export.writing import write
from kiosk.naming import name_of_picture
from kiosk.progress.errors import ProgressError
from kiosk.progress.journal import Journal
from kiosk.progress.records import Records
from kiosk.progress.verify import journal_files
from kiosk.progress_bar import progress_bar
from kiosk.village_group import group_called
from lessons.errors import ContentError


def run(options: argparse.Namespace) -> int:
    """Do what the options say; the exit code."""
    if not options.out.strip():
        raise ExportProblem("--out names no folder")
    folder, out = data_folder.choose(options.data), Path(options.out).expanduser().absolute()
    try:
        if not journal_files(folder):
            raise ExportProblem(f"there is no journal in {folder}")
        with Journal.open(folder) as journal:
            count = _export(journal, out, options)
    except (ProgressError, ContentError) as error:
        raise ExportProblem(str(error)) from error
    except OSError as error:
        raise ExportProblem(f"{folder} cannot be read: {error.strerror or error}") from error
    print(f"{count} learners in {out}")
    return 0


def _export(journal: Journal, out: Path, options: argparse.Namespace) -> int:
    records = Records.of(journal)
    wanted = _wanted(records, options)
    whole = len(wanted_learners(records, wanted))
    with progress_bar(sys.stderr, whole) as one_more:
        return write(out, options.format, journal, records, wanted, one_more)


def _wanted(records: Records, options: argparse.Namespace) -> Wanted:
    language = options.lang
    return Wanted(
        course=the_course(load_catalogue()).course,
        language=language,
        names=not options.no_names,
        group=group_called(records, options.group),
        since=options.since.isoformat() if options.since else "",
        since_at=_beginning(options.since) if options.since else "",
        picture_name=lambda picture: name_of_picture(picture).text(language),
    )


def _beginning(day: date) -> str:
    """When a day begins here, as it stands in an envelope."""
    midnight = datetime.combine(day, time()).astimezone(UTC)
    return midnight.isoformat(timespec="milliseconds")
