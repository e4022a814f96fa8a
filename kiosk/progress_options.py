"""The options of ``kiosk progress``: who has done what, and whether all of it is whole."""

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.cli import _Parser


def add_progress(commands: "argparse._SubParsersAction[_Parser]") -> None:
    """Add ``progress`` and what it can do."""
    progress = commands.add_parser("progress", help="what each learner has done")
    progress.add_argument(
        "act",
        nargs="?",
        choices=("verify",),
        help="verify: check every line and count what is kept; 1 if something is broken",
    )
    progress.add_argument("--json", action="store_true", help="for programs")
    progress.add_argument("--data", metavar="DIR", help="data folder (default: KIOSK_DATA)")


def run_progress(options: argparse.Namespace) -> int:
    """Do it and give the exit code."""
    from kiosk import progress_commands

    return progress_commands.run(options)
