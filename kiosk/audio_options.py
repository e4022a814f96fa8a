"""The options of ``kiosk audio``: what the phrases sound like, and clips from elsewhere."""

import argparse
from typing import TYPE_CHECKING

from lessons.phrase import LANGUAGES

if TYPE_CHECKING:
    from kiosk.cli import _Parser

ENGINES = ("espeak", "gtts", "neural")


def add_audio(commands: "argparse._SubParsersAction[_Parser]") -> None:
    """Add ``audio`` and what it can do."""
    audio = commands.add_parser("audio", help="voices: what is there, build, bring and install")
    acts = audio.add_subparsers(dest="act", metavar="report|list|build|install|bring|say|normalise")
    acts.required = True
    report = acts.add_parser("report", help="how every phrase would be said; 1 if one cannot be")
    report.add_argument("--json", action="store_true", help="for programs")
    listed = acts.add_parser("list", help="every phrase: its key, a tab, its words")
    build = acts.add_parser("build", help="have every phrase said ahead, into one pack file")
    build.add_argument("--lang", required=True, choices=LANGUAGES)
    build.add_argument("--engine", default="espeak", choices=ENGINES)
    build.add_argument("--model", metavar="DIR", help="folder of the model of a neural voice")
    build.add_argument("--out", required=True, metavar="PACK.zip")
    install = acts.add_parser("install", help="take the clips of a pack")
    install.add_argument("pack", metavar="PACK.zip")
    bring = acts.add_parser("bring", help="take recordings, each named by its phrase's key")
    bring.add_argument("paths", nargs="+", metavar="FILE|FOLDER")
    bring.add_argument("--lang", required=True, choices=LANGUAGES)
    bring.add_argument("--voice", help="a name for the voice, not the person's")
    bring.add_argument("--key", default="", help="the phrase of the one file")
    say = acts.add_parser("say", help="say a text into a file")
    say.add_argument("--out", required=True, metavar="FILE", help=".wav, .mp3, .ogg or .opus")
    normalise = acts.add_parser("normalise", help="print what will be said, line by line")
    for each in (listed, say, normalise):
        each.add_argument("--lang", required=True, choices=LANGUAGES)
    say.add_argument("text", metavar="TEXT")
    normalise.add_argument("text", nargs="?", metavar="TEXT", help="else lines from stdin")
    for each in (report, install, bring, say):
        each.add_argument("--data", metavar="DIR", help="data folder (default: KIOSK_DATA)")


def run_audio(options: argparse.Namespace) -> int:
    """Do it and give the exit code."""
    from kiosk import audio_commands

    return audio_commands.run(options)
