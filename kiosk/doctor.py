"""``kiosk doctor``: what is installed, what is missing and how to get it."""

import json
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from kiosk import data_folder
from kiosk.browser import find_chromium, has_display
from kiosk.errors import DataFolderError
from kiosk.version import kiosk_version

LEAST_PYTHON = (3, 11)
LEAST_FREE = 500_000_000
"""Bytes: clips, twins of the client's files, a season of work."""
PACKAGES = (
    "flet", "flet-web", "flet-audio", "flet-audio-recorder", "flet-camera", "tinydb", "gTTS",
    "espeakng-loader", "msgspec", "PyYAML", "filelock", "platformdirs", "brotli",
)  # fmt: skip
LANGUAGES = {"ug": "Uyghur", "zh": "Chinese", "en": "English"}


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at. ``help`` says how to get what is missing."""

    name: str
    value: str
    fine: bool = True
    needed: bool = True
    help: str = ""


def report(data: str | None, as_json: bool = False) -> int:
    """Print what was found; 1 if something that is needed is missing, else 0."""
    findings = list(examine(data_folder.choose(data)))
    missing = [finding for finding in findings if finding.needed and not finding.fine]
    if as_json:
        found = {"ok": not missing, "findings": [asdict(finding) for finding in findings]}
        print(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        print("\n".join(_line(finding) for finding in findings))
        print("Something that is needed is missing." if missing else "All that is needed is here.")
    return 1 if missing else 0


def examine(data: Path) -> Iterator[Finding]:
    """Look at everything, the quickest first."""
    yield Finding("kiosk", kiosk_version())
    yield _python()
    yield from (_package(name) for name in PACKAGES)
    yield from _data(data)
    yield from _voices()
    yield from _neural_voices(data)
    yield from _browser()


def _line(finding: Finding) -> str:
    mark = "ok     " if finding.fine else ("MISSING" if finding.needed else "absent ")
    hint = f"  ->  {finding.help}" if finding.help and not finding.fine else ""
    return f"{mark}  {finding.name}: {finding.value}{hint}"


def _python() -> Finding:
    return Finding(
        "Python",
        platform.python_version(),
        sys.version_info >= LEAST_PYTHON,
        help="install Python 3.11 or later",
    )


def _package(name: str) -> Finding:
    try:
        return Finding(name, version(name))
    except PackageNotFoundError:
        return Finding(name, "not installed", False, help="python3 run.py installs it")


def _data(data: Path) -> Iterator[Finding]:
    try:
        data_folder.check(data)
    except DataFolderError as error:
        yield Finding("data folder", str(error), False, help="choose another with --data")
        return
    there = data_folder.nearest(data)
    state = "writable" if there == data else "will be made at the first start"
    yield Finding("data folder", f"{data} ({state})")
    free = shutil.disk_usage(there).free
    yield Finding(
        "free disk", f"{free / 1e9:.1f} GB", free >= LEAST_FREE, help="free half a gigabyte"
    )


def _voices() -> Iterator[Finding]:
    from audio.embedded import EmbeddedVoice
    from audio.speech import Speech

    with tempfile.TemporaryDirectory() as clips:
        try:
            speech = Speech(Path(clips), [EmbeddedVoice(Path(clips))])
        except Exception as error:
            yield Finding("voices", str(error), False, help="python3 run.py installs one")
            return
        try:
            for language, voices in speech.voices().items():
                yield _voice(language, voices)
        finally:
            speech.close()


def _voice(language: str, voices: dict[str, str]) -> Finding:
    told = [f"{name} ({problem})" if problem else name for name, problem in voices.items()]
    return Finding(
        f"voice for {LANGUAGES.get(language, language)}",
        ", ".join(told) or "none",
        any(not problem for problem in voices.values()),
        help="python3 run.py installs the embedded voice",
    )


def _neural_voices(data: Path) -> Iterator[Finding]:
    """Of each language for which a model was put there or chosen; espeak speaks where it fails."""
    from audio.building.neural_model import NeuralModel
    from audio.errors import EngineUnavailable
    from kiosk.voices import models

    chosen = _chosen_voices(data)
    for language, name in LANGUAGES.items():
        folder = models(data) / language
        if not folder.is_dir() and language not in chosen:
            continue
        told = f"neural voice for {name}"
        try:
            NeuralModel(folder)
        except EngineUnavailable as error:
            why = f"cannot be used ({error.reason})"
            yield Finding(told, why, False, needed=False, help="docs/voices.md tells what it wants")
            continue
        how = "on" if language in chosen else "off, a trainer turns it on where voices are recorded"
        yield Finding(told, how)


def _chosen_voices(data: Path) -> frozenset[str]:
    """The languages that the trainer had a neural voice speak."""
    from kiosk.progress.errors import ProgressError
    from kiosk.progress.journal import JOURNAL_NAME
    from kiosk.progress.reading import envelopes_in
    from kiosk.progress.records import Records

    try:
        return frozenset(Records.rebuilt(envelopes_in(data / JOURNAL_NAME)).neural_voices)
    except (OSError, ProgressError):  # who starts the kiosk is told of it
        return frozenset()


def _browser() -> Iterator[Finding]:
    found = find_chromium()
    yield Finding(
        "Chromium",
        str(found) if found else "not found",
        found is not None,
        needed=False,
        help="install Chromium or Chrome (Debian: apt-get install chromium); others work too",
    )
    display = has_display()
    yield Finding(
        "display", "yes" if display else "none", display, needed=False,
        help="open the kiosk's address in a browser of another device",
    )  # fmt: skip
