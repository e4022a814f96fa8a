"""``kiosk demo-data``: a made-up village in a data folder, and its removal."""

import argparse
import sys
from datetime import datetime
from pathlib import Path

from demo_store.errors import DemoStoreError
from demo_store.world.catalogue import load_catalogue
from kiosk import data_folder
from kiosk.classroom import Classroom
from kiosk.course import the_course
from kiosk.errors import KioskError
from kiosk.progress.errors import ProgressError
from kiosk.progress.journal import Journal
from kiosk.progress.records import Records
from kiosk.progress.verify import journal_files
from kiosk.progress_bar import progress_bar
from kiosk.sample.village import Plan, SampleClock, Village, remove, samples
from lessons.errors import ContentError


class DemoProblem(KioskError):
    """It could not be done; one line."""


def run(options: argparse.Namespace) -> int:
    """Do what the options say; the exit code."""
    folder = data_folder.choose(options.data)
    try:
        return _remove(folder) if options.remove else _make(folder, options)
    except (ProgressError, ContentError, DemoStoreError) as error:
        raise DemoProblem(str(error)) from error
    except OSError as error:
        raise DemoProblem(f"{folder} cannot be used: {error.strerror or error}") from error


def _make(folder: Path, options: argparse.Namespace) -> int:
    data_folder.prepare(folder)
    clock = SampleClock()
    today = datetime.now().astimezone().date()
    plan = Plan(options.learners, options.events, options.seed, today)
    with Journal.open(folder, clock) as journal:
        records = Records.of(journal)
        _require_room(folder, journal, records, options.add)
        catalogue = load_catalogue()
        room = Classroom(the_course(catalogue).course, catalogue, journal, records)
        with progress_bar(sys.stderr, plan.events) as one_more:
            Village(room, clock, plan).play(one_more)
        made = samples(journal)
        events = sum(mark.count for each in made if (mark := journal.mark(each)))
    print(f"{len(made)} made-up learners with {events} events in {folder}")
    print("kiosk demo-data --remove takes them away again.")
    return 0


def _require_room(folder: Path, journal: Journal, records: Records, add: bool) -> None:
    if samples(journal):
        raise DemoProblem(f"{folder} holds made-up learners already: --remove takes them away")
    real = sum(not each.guest for each in records.learners)
    if real and not add:
        raise DemoProblem(f"{folder} holds {real} real learners: --add adds made-up ones to them")


def _remove(folder: Path) -> int:
    if not journal_files(folder):
        raise DemoProblem(f"there is no journal in {folder}")
    with Journal.open(folder) as journal:
        records = Records.of(journal)
        with progress_bar(sys.stderr, len(samples(journal))) as one_more:
            count = remove(journal, records, one_more)
    print(f"{count} made-up learners were taken away from {folder}")
    return 0
