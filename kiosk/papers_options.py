"""The options of ``kiosk papers``."""

import argparse
from typing import TYPE_CHECKING, Final

from lessons.phrase import LANGUAGES

if TYPE_CHECKING:
    from kiosk.cli import _Parser

KINDS: Final = ("certificate", "cards", "workshop", "stamps", "labels")
VILLAGE: Final = "village"
"""Labels and stamps of what a learner's village sends, by family."""


def add_papers(commands: "argparse._SubParsersAction[_Parser]") -> None:
    """Add ``papers``."""
    papers = commands.add_parser("papers", help="papers to print, as one PDF")
    papers.add_argument(
        "kind", choices=(*KINDS, VILLAGE), metavar="KIND", help=", ".join((*KINDS, VILLAGE))
    )
    papers.add_argument("--out", required=True, metavar="FILE", help="the PDF; it must be new")
    papers.add_argument("--group", metavar="G", help="only a group, by its name or id")
    papers.add_argument("--learner", metavar="ID", help="only one learner, by her id")
    papers.add_argument(
        "--order", metavar="ID", help=f"with {VILLAGE}: only one order (default: every one)"
    )
    papers.add_argument("--lang", choices=LANGUAGES, default="ug", help="of the words (ug)")
    papers.add_argument("--data", metavar="DIR", help="data folder (default: KIOSK_DATA)")


def run_papers(options: argparse.Namespace) -> int:
    """Do it and give the exit code."""
    from kiosk import papers_commands

    return papers_commands.run(options)
