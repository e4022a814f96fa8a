"""The options of ``kiosk demo-data``."""

import argparse
from typing import TYPE_CHECKING, Final

from kiosk.errors import KioskError

if TYPE_CHECKING:
    from kiosk.cli import _Parser

MOST_LEARNERS: Final = 3000
MOST_EVENTS: Final = 1_000_000
MOST_SEED: Final = 10**15 - 1
FEWEST_EVENTS: Final = 20
"""Of a learner: less is not enough to come and to learn anything."""
_USUAL_EVENTS: Final = 400


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
