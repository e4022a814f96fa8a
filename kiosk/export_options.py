"""The options of ``kiosk export``."""

import argparse
from datetime import date
from typing import TYPE_CHECKING, Final

from lessons.phrase import LANGUAGES

if TYPE_CHECKING:
    from kiosk.cli import _Parser

FORMATS: Final = ("csv", "xlsx", "xapi", "jsonl")


def add_export(commands: "argparse._SubParsersAction[_Parser]") -> None:
    """Add ``export``."""
    export = commands.add_parser("export", help="write what the village did into a new folder")
    export.add_argument("--out", required=True, metavar="DIR", help="a folder that is new or empty")
    export.add_argument(
        "--format", type=_formats, default=("csv",), help=f"any of {','.join(FORMATS)} (csv)"
    )
    export.add_argument(
        "--no-names", action="store_true", help="no names, recordings, photos or notes"
    )
    export.add_argument("--group", metavar="G", help="only a group, by its name or id")
    export.add_argument("--since", type=_day, metavar="DATE", help="from this day on, YYYY-MM-DD")
    export.add_argument("--lang", choices=LANGUAGES, default="ug", help="of titles and headings")
    export.add_argument("--data", metavar="DIR", help="data folder (default: KIOSK_DATA)")


def run_export(options: argparse.Namespace) -> int:
    """Do it and give the exit code."""
    from kiosk import export_commands

    return export_commands.run(options)


def _formats(text: str) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(part.strip() for part in text.split(",")))
    for each in found:
        if each not in FORMATS:
            raise argparse.ArgumentTypeError(f"{each!r} is none of {', '.join(FORMATS)}")
    return found


def _day(text: str) -> date:
    try:
        if len(text) != len("2026-11-22"):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date such as 2026-11-22") from None
