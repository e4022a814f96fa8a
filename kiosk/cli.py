"""The command line: ``kiosk`` serves and shows, ``kiosk doctor`` says what is missing,
``kiosk simulate`` runs whole stores and villages, ``kiosk audio`` looks after voices,
``kiosk progress`` tells what each learner has done, ``kiosk export`` writes it for others and
``kiosk import`` takes learners and attendance in, ``kiosk backup`` and ``kiosk restore`` carry all
of it away and back, ``kiosk forget`` deletes one learner, ``kiosk demo-data`` makes a village up,
``kiosk papers`` prints, ``kiosk lessons`` is for those who write the content, ``kiosk gallery`` for
those who work on screens, ``kiosk trainer`` has a new PIN set, ``kiosk install`` and ``kiosk
uninstall`` are about starting with the machine.

Whatever goes wrong before serving is one line on stderr and a non-zero exit. Heavy imports are made
where they are needed: a wrong option should be answered at once.
"""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from kiosk.audio_options import add_audio, run_audio
from kiosk.backup_options import add_backup, run_backup
from kiosk.demo_options import add_demo_data, run_demo_data
from kiosk.errors import KioskError
from kiosk.export_options import add_export, run_export
from kiosk.import_options import add_import, run_import
from kiosk.install_options import add_install, run_install
from kiosk.lessons_options import add_lessons, run_lessons
from kiosk.output import drop_output, flush_output
from kiosk.papers_options import add_papers, run_papers
from kiosk.progress_options import add_progress, run_progress
from kiosk.version import kiosk_version

if TYPE_CHECKING:
    from kiosk.server.contract import KioskApp

HOST = "127.0.0.1"
PORT = 8350
MOST_DAYS = 36_500
MOST_DIGITS = 15
"""Of a seed: JSON keeps so many exactly."""
COMMANDS = (
    "serve",
    "doctor",
    "simulate",
    "audio",
    "progress",
    "export",
    "import",
    "backup",
    "restore",
    "forget",
    "demo-data",
    "papers",
    "lessons",
    "gallery",
    "trainer",
    "install",
    "uninstall",
)


PATHS = """PATH leads into the content: product.KIND.price is what the sellers ask (fen),
product.KIND.price.low and .high what is usual; product.KIND.making.PART, .order, .weight ...;
city.ID, carrier.ID, packaging.ID, incident.ID, market, days, village with their fields;
seller.NAME with the fields of the scenario, such as seller.NAME.sells.KIND.makes."""


class _Parser(argparse.ArgumentParser):
    """One line for a mistake, instead of the usage and a line."""

    def error(self, message: str) -> NoReturn:
        raise KioskError(f"{message} (see kiosk --help)")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(
                errors="replace"
            )  # a terminal that lacks a letter is no reason to stop
    try:
        code = _run(_parse(list(sys.argv[1:] if arguments is None else arguments)))
        flush_output()  # who reads it may have gone: that must show here, not at the exit
        return code
    except KioskError as error:
        print(f"kiosk: {_one_line(error)}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 0
    except BrokenPipeError:
        drop_output()  # as with ``| head``: nobody reads on
        return 0


def _run(options: argparse.Namespace) -> int:
    acts: Mapping[str, Callable[[argparse.Namespace], int]] = {
        "doctor": _doctor,
        "simulate": _simulate,
        "audio": run_audio,
        "progress": run_progress,
        "export": run_export,
        "import": run_import,
        **dict.fromkeys(("backup", "restore", "forget"), run_backup),
        "demo-data": run_demo_data,
        "papers": run_papers,
        "lessons": run_lessons,
        "gallery": _gallery,
        "trainer": _reset_pin,
        **dict.fromkeys(("install", "uninstall"), run_install),
    }
    return acts.get(options.command, _serve)(options)


def _doctor(options: argparse.Namespace) -> int:
    from kiosk.doctor import report

    return report(options.data, as_json=options.json)


def _reset_pin(options: argparse.Namespace) -> int:
    from kiosk.trainer_commands import reset_pin

    return reset_pin(options.data, options.trainer)


def _gallery(options: argparse.Namespace) -> int:
    from kiosk.gallery import show

    return show(browser=not options.no_browser)


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = _Parser(prog="kiosk", description="A speaking kiosk that teaches to sell online.")
    parser.add_argument("--version", action="version", version=f"kiosk {kiosk_version()}")
    commands = parser.add_subparsers(dest="command", metavar="|".join(COMMANDS))
    serve = commands.add_parser("serve", help="serve and show the kiosk (also without a command)")
    serve.add_argument(
        "--host", type=_host, default=HOST, help=f"address to serve on (default {HOST})"
    )
    serve.add_argument(
        "--port", type=_port, help=f"port (default {PORT}, or the next one that is free)"
    )
    serve.add_argument("--no-browser", action="store_true", help="do not open a browser")
    serve.add_argument("--course", metavar="DIR", help="teach the units of this folder instead")
    doctor = commands.add_parser("doctor", help="what is installed and what is missing")
    doctor.add_argument("--json", action="store_true", help="for programs")
    for command in (serve, doctor):
        command.add_argument("--data", metavar="DIR", help="data folder (default: KIOSK_DATA)")
    _add_simulate(commands)
    add_audio(commands)
    add_progress(commands)
    add_backup(commands)
    add_export(commands)
    add_import(commands)
    add_demo_data(commands)
    add_papers(commands)
    add_lessons(commands)
    gallery = commands.add_parser(
        "gallery", help="show every part that screens are made of, in every state and language"
    )
    gallery.add_argument("--no-browser", action="store_true", help="do not open a browser")
    _add_trainer(commands)
    add_install(commands)
    if not arguments or (arguments[0].startswith("-") and not _is_about_all(arguments[0])):
        arguments = ["serve", *arguments]
    return parser.parse_args(arguments)


def _add_trainer(commands: "argparse._SubParsersAction[_Parser]") -> None:
    trainer = commands.add_parser("trainer", help="what only who has the machine may do")
    acts = trainer.add_subparsers(dest="act", metavar="reset-pin")
    acts.required = True
    reset = acts.add_parser(
        "reset-pin", help="take PINs away: the next visit of the trainer's door sets new ones"
    )
    reset.add_argument(
        "--trainer", metavar="WHO", help="by name, or how the id begins (default: all of them)"
    )
    reset.add_argument("--data", metavar="DIR", help="data folder (default: KIOSK_DATA)")


def _add_simulate(commands: "argparse._SubParsersAction[_Parser]") -> None:
    simulate = commands.add_parser(
        "simulate", help="run a scenario of stores or a whole village", epilog=PATHS
    )
    simulate.add_argument("scenario", nargs="?", metavar="SCENARIO", help="see --list")
    simulate.add_argument("--list", action="store_true", help="every scenario")
    simulate.add_argument("--days", type=_days, help="how long (default: the scenario's own)")
    simulate.add_argument("--seed", type=_seed, help="for chance (default: the scenario's own)")
    simulate.add_argument("--json", action="store_true", help="for programs")
    simulate.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="PATH=VALUE",
        help="change the content for this run, such as product.nang.price=400",
    )


def _simulate(options: argparse.Namespace) -> int:
    from kiosk.simulate import Wish, list_scenarios, report

    if options.list:
        if options.scenario is not None or options.set or options.days or options.seed is not None:
            raise KioskError("--list stands alone or with --json")
        return list_scenarios(as_json_text=options.json)
    if options.scenario is None:
        raise KioskError("simulate needs a scenario (see kiosk simulate --list)")
    wish = Wish(options.scenario, options.days, options.seed, options.set)
    return report(wish, as_json_text=options.json)


def _is_about_all(option: str) -> bool:
    return option in {"-h", "--help", "--version"}


def _host(text: str) -> str:
    if not text.strip():  # an empty shell variable must not open the kiosk to everybody near
        raise argparse.ArgumentTypeError("is empty")
    return text


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65_535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port from 1 to 65535")
    return int(text)


def _days(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= MOST_DAYS:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of days from 1 to {MOST_DAYS}")
    return int(text)


def _seed(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 0")
    if len(text) > MOST_DIGITS:
        raise argparse.ArgumentTypeError(f"{text!r} is too large: at most {MOST_DIGITS} digits")
    return int(text)


def _serve(options: argparse.Namespace) -> int:
    from kiosk.running import Wish, run

    return run(
        Wish(
            data=options.data,
            host=options.host,
            port=options.port or PORT,
            or_next_port=options.port is None,
            browser=not options.no_browser,
        ),
        _teaching(options.course),
    )


def _teaching(course: str | None) -> "Callable[[Path], KioskApp] | None":
    """What makes the kiosk that teaches the units of a folder; None for the kiosk's own course."""
    if course is None:
        return None
    folder = Path(course).resolve()
    if not any(folder.glob("*/unit.yaml")):
        raise KioskError(f"{course} holds no unit of lessons")

    def build(data: Path) -> "KioskApp":
        from kiosk import app

        return app.build(data, folder)

    return build


def _one_line(error: BaseException) -> str:
    return " ".join(str(error).split()) or type(error).__name__
