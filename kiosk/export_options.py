"""The options of ``kiosk export`` and ``kiosk demo-data``."""

import argparse
from datetime import date
from typing import TYPE_CHECKING, Final

from kiosk.errors import KioskError
from lessons.phrase import LANGUAGES

if TYPE_CHECKING:
    from kiosk.cli import _Parser

FORMATS: Final = ("csv", "xlsx", "xapi", "jsonl")
MOST_LEARNERS: Final = 3000
MOST_EVENTS: Final = 1_000_000
MOST_SEED: Final = 10**15 - 1
FEWEST_EVENTS: Final = 20
"""Of a learner: less is not enough to come and to learn anything."""
_USUAL_EVENTS: Final = 400


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


def add_demo_data(commands: "argparse._SubParsersAction[_Parser]") -> None:
    """Add ``demo-data``."""
    demo = commands.add_parser("demo-data", help="a made-up village to show and to try things with")
    demo.add_argument(
        "--learners", type=_learners, default=24, metavar="N", help="how many (default 24)"
    )
    demo.add_argument(
        "--events", type=_events, metavar="N", help="about how many events (400 a learner)"
    )
    demo.add_argument("--seed", type=_seed, default=1, help="for chance (default 1)")
    demo.add_argument("--add", action="store_true", help="also where there are real learners")
    demo.add_argument("--remove", action="store_true", help="take the made-up learners away")
    demo.add_argument("--data", metavar="DIR", help="data folder (default: KIOSK_DATA)")


def run_demo_data(options: argparse.Namespace) -> int:
    """Do it and give the exit code."""
    if options.events is None:
        options.events = options.learners * _USUAL_EVENTS
    elif options.events < options.learners * FEWEST_EVENTS:
        raise KioskError(f"--events must be at least {FEWEST_EVENTS} for each learner")
    from kiosk import demo_commands

    return demo_commands.run(options)


def _learners(text: str) -> int:
    return _whole(text, MOST_LEARNERS)


def _events(text: str) -> int:
    return _whole(text, MOST_EVENTS)


def _seed(text: str) -> int:
    return _whole(text, MOST_SEED, least=0)


def _whole(text: str, most: int, least: int = 1) -> int:
    digits = text.isascii() and text.isdigit() and len(text) <= len(str(most))
    if not digits or not least <= int(text) <= most:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from {least} to {most}")
    return int(text)


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
