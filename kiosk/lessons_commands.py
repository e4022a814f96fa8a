"""``kiosk lessons``: check, export-texts, import-texts, preview, schema."""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Final

from demo_store.world.catalogue import load_catalogue
from kiosk.authoring.check import Report, check
from kiosk.authoring.errors import AuthoringProblem, SheetRefused
from kiosk.authoring.exporting import clip_keys, write_sheet
from kiosk.authoring.importing import put_in_place, read_sheet, taken
from kiosk.authoring.problem import Problem
from kiosk.authoring.schema import schemas
from kiosk.authoring.speaking import unspoken
from kiosk.authoring.texts import PROJECT, TAUGHT, Text, read_content
from kiosk.authoring.thumbnails import thumbnails
from kiosk.progress_bar import progress_bar, progress_line
from lessons.errors import ContentError
from lessons.phrase import Language

_NAMES: Final[dict[Language, str]] = {"ug": "Uyghur", "zh": "Chinese", "en": "English"}


def run(options: argparse.Namespace) -> int:
    """Do what the options say; the exit code."""
    acts = {
        "check": _check,
        "export-texts": _export,
        "import-texts": _import,
        "preview": _preview,
        "schema": _schema,
    }
    try:
        return acts[options.act](options)
    except SheetRefused as refused:
        for line in refused.lines:
            print(line)
        print(f"kiosk: {refused}", file=sys.stderr)
        return 1
    except ContentError as error:
        raise AuthoringProblem(str(error)) from error


def _check(options: argparse.Namespace) -> int:
    with progress_line(sys.stderr) as told:
        report = check(told=told)
    silent = _spoken() if options.speak else ()
    problems = (*report.problems, *silent)
    if options.json:
        print(json.dumps(_as_json(report, problems), indent=2, ensure_ascii=False))
    else:
        for line in _lines(report, problems):
            print(line)
    return 1 if report.errors or silent else 0


def _spoken() -> tuple[Problem, ...]:
    texts = read_content().texts
    with (
        tempfile.TemporaryDirectory() as folder,
        progress_bar(sys.stderr, len(texts)) as one_more,
    ):
        return tuple(unspoken(texts, Path(folder), one_more))


def _export(options: argparse.Namespace) -> int:
    path = Path(options.sheet).absolute()
    if path.suffix != ".xlsx" or path.is_dir() or not path.parent.is_dir():
        raise AuthoringProblem(f"{path} is no .xlsx file in a folder that is there")
    texts = _whole_texts()
    names = sorted({text.picture for text in texts if text.picture})
    with progress_bar(sys.stderr, len(names)) as one_more:
        write_sheet(path, texts, options.lang, clip_keys(), thumbnails(names, one_more))
    print(f"{len(texts)} phrases in {path}")
    return 0


def _import(options: argparse.Namespace) -> int:
    language, rows = read_sheet(Path(options.sheet))
    found = taken(rows, language, _whole_texts(), PROJECT)
    put_in_place(found, PROJECT)
    for remark in found.remarks:
        print(remark)
    if found.missing:
        print(f"{found.missing} phrases are not in the sheet and stay as they are")
    read = sum(each == language for each, _ in found.marks)
    print(f"{found.changes} texts in {len(found.words)} files changed; {read} phrases read")
    print("kiosk lessons check tells whether they keep the rules.")
    return 0


def _preview(options: argparse.Namespace) -> int:
    from kiosk.authoring.previewing import preview  # late: it brings Flet and the whole kiosk

    return preview(options.lesson, options.lang, browser=not options.no_browser)


def _schema(options: argparse.Namespace) -> int:
    folder = Path(options.folder) if options.folder else PROJECT / "lessons"
    for name, text in schemas(load_catalogue()).items():
        path = folder / name
        try:
            path.write_text(text, "utf-8")
        except OSError as error:
            raise AuthoringProblem(f"{path} cannot be written: {error.strerror}") from error
        print(path)
    return 0


def _whole_texts() -> tuple[Text, ...]:
    """All phrases, of content that is not broken.

    Raises:
        AuthoringProblem: some of it is.
    """
    content = read_content(folders=TAUGHT)
    if content.errors:
        raise AuthoringProblem(f"{content.errors[0]} (kiosk lessons check tells all)")
    return content.texts


def _lines(report: Report, problems: Iterable[Problem]) -> Iterator[str]:
    found = list(problems)
    yield from map(str, found)
    errors = sum(each.level == "error" for each in found)
    yield f"{report.lessons} lessons, {report.steps} steps, {report.phrases} phrases"
    for language, read in report.reviewed.items():
        yes = "yes" if read.whole else "no"
        yield f"{_NAMES[language]}: reviewed: {yes}; {read.phrases} of {read.of} phrases were read"
    yield f"{errors} errors, {len(found) - errors} warnings"


def _as_json(report: Report, problems: Iterable[Problem]) -> dict[str, object]:
    found = list(problems)
    errors = sum(each.level == "error" for each in found)
    return {
        "errors": errors,
        "warnings": len(found) - errors,
        "lessons": report.lessons,
        "steps": report.steps,
        "phrases": report.phrases,
        "reviewed": {language: asdict(read) for language, read in report.reviewed.items()},
        "problems": [each.as_json() for each in found],
    }
