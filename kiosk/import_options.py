"""The options of ``kiosk import``."""

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.cli import _Parser


def add_import(commands: "argparse._SubParsersAction[_Parser]") -> None:
    """Add ``import``."""
    take = commands.add_parser("import", help="take learners, groups and attendance in from CSV")
    take.add_argument(
        "place",
        metavar="DIR|FILE.csv",
        help="a folder that kiosk export wrote, or its learners.csv or attendance.csv",
    )
    take.add_argument("--data", metavar="DIR", help="data folder (default: KIOSK_DATA)")


def run_import(options: argparse.Namespace) -> int:
    """Do it and give the exit code."""
    from kiosk import import_command

    return import_command.run(options)
