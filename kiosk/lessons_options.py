"""The options of ``kiosk lessons``: for those who write and review the content."""

import argparse
from typing import TYPE_CHECKING

from lessons.phrase import LANGUAGES

if TYPE_CHECKING:
    from kiosk.cli import _Parser


def add_lessons(commands: "argparse._SubParsersAction[_Parser]") -> None:
    """Add ``lessons`` and what it can do."""
    lessons = commands.add_parser("lessons", help="the content: check, review, preview")
    acts = lessons.add_subparsers(
        dest="act", metavar="check|export-texts|import-texts|preview|schema"
    )
    acts.required = True
    check = acts.add_parser("check", help="every rule of the content; 1 if something is wrong")
    check.add_argument("--json", action="store_true", help="for programs")
    check.add_argument(
        "--speak", action="store_true", help="have the voice say every phrase (some minutes)"
    )
    export = acts.add_parser(
        "export-texts", help="every phrase into a spreadsheet for who reviews a language"
    )
    export.add_argument("sheet", metavar="OUT.xlsx")
    export.add_argument(
        "--lang", default="ug", choices=LANGUAGES, help="the language reviewed (default ug)"
    )
    take = acts.add_parser(
        "import-texts", help="take a reviewed spreadsheet back; 1 if its rows do not fit"
    )
    take.add_argument("sheet", metavar="IN.xlsx")
    preview = acts.add_parser("preview", help="see a lesson as a visitor; again when it is saved")
    preview.add_argument("lesson", metavar="LESSON", help="its id or its folder")
    preview.add_argument("--lang", default="ug", choices=LANGUAGES, help="default ug")
    preview.add_argument("--no-browser", action="store_true", help="do not open a browser")
    schema = acts.add_parser("schema", help="write the schemas that editors read, into a folder")
    schema.add_argument("folder", nargs="?", metavar="FOLDER", help="default: lessons/")


def run_lessons(options: argparse.Namespace) -> int:
    """Do it and give the exit code."""
    from kiosk import lessons_commands

    return lessons_commands.run(options)
