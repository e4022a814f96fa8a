"""The options of ``kiosk backup``, ``kiosk restore`` and ``kiosk forget``."""

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.cli import _Parser

ASKED = ""
"""What ``--password`` without a word stands for: it is asked for."""


def add_backup(commands: "argparse._SubParsersAction[_Parser]") -> None:
    """Add the commands that work on the whole data folder, while no kiosk runs."""
    backup = commands.add_parser("backup", help="all that must not be lost as one file")
    backup.add_argument("file", metavar="FILE", help="the zip file to write")
    restore = commands.add_parser("restore", help="take a backup in")
    restore.add_argument("file", metavar="FILE", help="a file that kiosk backup wrote")
    restore.add_argument(
        "--merge", action="store_true", help="keep what is there: what is in either is in both"
    )
    for command in (backup, restore):
        command.add_argument(
            "--password",
            nargs="?",
            const=ASKED,
            metavar="WORD",
            help="a password; asked for without WORD; or in the variable KIOSK_BACKUP_PASSWORD",
        )
    forget = commands.add_parser("forget", help="delete everything of one learner for good")
    forget.add_argument(
        "learner", metavar="LEARNER", help="her id, or so much of its beginning that it is one"
    )
    forget.add_argument("--yes", action="store_true", help="do not ask")
    for command in (backup, restore, forget):
        command.add_argument("--data", metavar="DIR", help="data folder (default: KIOSK_DATA)")


def run_backup(options: argparse.Namespace) -> int:
    """Do it and give the exit code."""
    if options.command == "forget":
        from kiosk.forget_command import forget

        return forget(options.data, options.learner, is_sure=options.yes)
    from kiosk import backup_commands

    return backup_commands.run(options)
