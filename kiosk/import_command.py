"""``kiosk import``: learners, groups and attendance out of tables, while no kiosk runs."""

import argparse
import sys
from pathlib import Path

from demo_store.world.catalogue import load_catalogue
from kiosk import data_folder
from kiosk.importing.coming import Coming
from kiosk.importing.errors import MOST_TOLD, ImportProblem
from kiosk.importing.looking import DAYS, LEARNERS, looked_at
from kiosk.importing.table import Table, read_table
from kiosk.importing.taking import take_in
from kiosk.progress.errors import FolderInUse, ProgressError
from kiosk.progress.journal import Journal
from kiosk.progress.records import Records
from kiosk.progress_bar import progress_bar, progress_line
from lessons.errors import ContentError


def run(options: argparse.Namespace) -> int:
    """Do what the options say; the exit code. Raises ImportProblem, nothing has come in then."""
    try:
        tables = [read_table(path) for path in _files(options.place)]
        folder = data_folder.choose(options.data)
        coming, behind = _looked_at(folder, tables)
        if coming.wrong:
            raise ImportProblem.of(coming.wrong)
        if coming.pieces:
            with progress_bar(sys.stderr, len(coming.of)) as one_more:
                take_in(folder, coming, behind, one_more)
    except ImportProblem as problem:
        _tell(problem)
        raise
    except KeyboardInterrupt as error:
        raise ImportProblem("stopped: nothing was imported") from error
    except FolderInUse as error:
        raise ImportProblem("the kiosk is running on the data folder: stop it first") from error
    except (ProgressError, ContentError) as error:
        raise ImportProblem(f"nothing was imported: {error}") from error
    except OSError as error:
        raise ImportProblem(f"nothing was imported: {error.strerror or error}") from error
    print(_told(coming, folder))
    return 0


def _files(place: str) -> list[Path]:
    path = Path(place).expanduser().absolute()
    if not place.strip() or not path.exists():
        raise ImportProblem(f"there is no {place!r}")
    if not path.is_dir():
        return [path]
    found = [path / name for name in (LEARNERS, DAYS) if (path / name).is_file()]
    if not found:
        raise ImportProblem(f"there is neither {LEARNERS} nor {DAYS} in {path}")
    return found


def _looked_at(folder: Path, tables: list[Table]) -> tuple[Coming, int]:
    with progress_line(sys.stderr) as told, Journal.open(folder, told=told) as journal:
        coming = looked_at(tables, Records.of(journal, told), load_catalogue())
        return coming, journal.last_seq


def _tell(problem: ImportProblem) -> None:
    for line in problem.wrong[:MOST_TOLD]:
        print(" ".join(line.split()), file=sys.stderr)
    if len(problem.wrong) > MOST_TOLD:
        print(f"... and {len(problem.wrong) - MOST_TOLD} more", file=sys.stderr)


def _told(coming: Coming, folder: Path) -> str:
    told = (
        f"{len(coming.new)} learners came in, {len(coming.changed)} were changed;"
        f" {len(coming.groups)} new groups, {coming.days} days of attendance ({folder})."
    )
    if coming.photos:
        told += f"\n{coming.photos} photos are not in a table: a drawn picture stands for each."
    return told
